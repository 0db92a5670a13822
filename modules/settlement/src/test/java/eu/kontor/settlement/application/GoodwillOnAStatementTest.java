package eu.kontor.settlement.application;

import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static eu.kontor.ledger.testing.TestLedger.takingBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.settlement.api.Settlement.PartnerNet;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.settlement.api.Settlement.StatementLine;
import eu.kontor.settlement.api.Settlement.WindowRow;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hotel that pays a cent per point issued makes something good, the operator does, and one of them was a mistake. */
class GoodwillOnAStatementTest {

    private static final Caller OPERATOR = Caller.system("test");
    private static final YearMonth JANUARY = TestLedger.FIRST_WINDOW;

    private final KontorDatabase database = KontorDatabase.fresh();
    private final TenantId hotel = database.tenant("hotel");
    private final Tenants tenants = new TestTenants(List.of(TestTenants.tenant(hotel, "hotel", "EUR")));
    private final Transactions transactions = database.transactions();
    private final CheckedLedger ledger = new CheckedLedger(transactions);
    private final Settlement settlement =
            TestSettlement.of(ledger, transactions, tenants, (unit, caller, action, subject, details) -> {});
    private final MemberId guest = newMember();

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
        database.server().close();
    }

    @Test
    void each_kind_has_a_line_of_its_own_and_what_the_operator_gives_costs_the_brand_nothing() throws Exception {
        contract();
        PostingId given = given(300, false);
        given(200, true);

        assertThat(settlement.close(OPERATOR, JANUARY).partners())
                .extracting(PartnerNet::issued)
                .containsExactly(300L);
        ledger.posted(takingBack(guest, hotel, given));

        Statement january = settlement.statement(OPERATOR, JANUARY, hotel);
        assertThat(january.lines())
                .extracting(StatementLine::kind, StatementLine::points, StatementLine::amount)
                .containsExactlyInAnyOrder(
                        tuple(TransferKind.GOODWILL, Points.of(300), MoneyAmount.of("-3.00", "EUR")),
                        tuple(TransferKind.OPERATOR_GOODWILL, Points.of(200), MoneyAmount.of("0.00", "EUR")));
        assertThat(issued(JANUARY)).isEqualTo(300);
        assertThat(issued(YearMonth.from(TestLedger.TODAY)))
                .as("of a month before")
                .isEqualTo(-300);
        Statement running = settlement.statement(OPERATOR, YearMonth.from(TestLedger.TODAY), hotel);
        assertThat(running.lines())
                .extracting(StatementLine::kind, StatementLine::points, StatementLine::amount)
                .containsExactly(
                        tuple(TransferKind.GOODWILL_TAKEN_BACK, Points.of(300), MoneyAmount.of("3.00", "EUR")));
        assertThat(csv()).contains(",goodwill,").contains(",operator_goodwill,");
    }

    private long issued(YearMonth month) {
        return settlement.windows(OPERATOR).stream()
                .filter(window -> window.window().equals(month))
                .mapToLong(WindowRow::issued)
                .sum();
    }

    private PostingId given(long points, boolean byOperator) {
        return ledger.posted(new Posting.Goodwill(
                        newKey(),
                        guest,
                        hotel,
                        JANUARY.atDay(20),
                        Points.of(points),
                        TWO_YEARS,
                        byOperator,
                        Optional.empty()))
                .id();
    }

    private String csv() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        settlement.writeCsv(OPERATOR, JANUARY, hotel, file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private void contract() throws Exception {
        var section = new ObjectMapper()
                .readTree(
                        """
                        {"currency": "EUR", "terms": [
                          {"validFrom": "2025-01-01", "pricePerPointIssued": 0.01, "valuePerPointRedeemed": 0.008}]}""");
        transactions.asOperator(unit -> {
            new ContractSection().apply(tenants.get(hotel), section, unit);
            return true;
        });
    }
}
