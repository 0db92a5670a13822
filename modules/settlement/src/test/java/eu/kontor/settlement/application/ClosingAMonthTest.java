package eu.kontor.settlement.application;

import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.settlement.api.Settlement.Closing;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of a window, told once from its first posting to the file that a partner downloads. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClosingAMonthTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");
    private static final TenantId DINER = DATABASE.tenant("diner");
    private static final Tenants TENANTS = new TestTenants(List.of(
            TestTenants.tenant(HOTEL, "hotel", "EUR"),
            TestTenants.tenant(CAFE, "cafe", "EUR"),
            TestTenants.tenant(DINER, "diner", "USD")));
    private static final Transactions TRANSACTIONS = DATABASE.transactions();
    private static final CheckedLedger LEDGER = new CheckedLedger(TRANSACTIONS);
    private static final List<String> AUDITED = new ArrayList<>();
    private static final Settlement SETTLEMENT = settlement();
    private static final Caller OPERATOR = Caller.system("test");
    private static final YearMonth JANUARY = TestLedger.FIRST_WINDOW;
    private static final YearMonth FEBRUARY = JANUARY.plusMonths(1);
    private static final LocalDate DAY = JANUARY.atDay(20);

    private static Settlement settlement() {
        return TestSettlement.of(
                LEDGER,
                TRANSACTIONS,
                TENANTS,
                (unit, caller, action, subject, details) -> AUDITED.add(action + ' ' + subject));
    }

    @AfterAll
    static void stop() {
        LEDGER.mustBeCoherent();
        DATABASE.server().close();
    }

    @Test
    @Order(1)
    void the_preview_names_who_has_no_contract() {
        MemberId guest = newMember();
        LEDGER.earn(guest, HOTEL, DAY, TWO_YEARS, 12_345);

        Closing preview = SETTLEMENT.preview(OPERATOR, JANUARY);

        assertThat(preview.partners()).isEmpty();
        assertThat(preview.withoutContract()).singleElement().satisfies(partner -> {
            assertThat(partner.name()).isEqualTo("The hotel");
            assertThat(partner.issued()).isEqualTo(12_345);
        });
        assertRefused(RefusalCode.CONTRACT_MISSING, () -> SETTLEMENT.statement(finance(HOTEL), JANUARY, HOTEL));
    }

    @Test
    @Order(2)
    void the_preview_shows_what_a_close_would_freeze_and_cancels_to_zero() {
        contract(HOTEL, "EUR", "0.01", "0.008");
        contract(CAFE, "EUR", "0.00833333", "0.0075");
        contract(DINER, "USD", "0.0111", "0.009");
        MemberId guest = newMember();
        LEDGER.earn(guest, HOTEL, DAY, TWO_YEARS, 1_001);
        LEDGER.earn(guest, CAFE, DAY, TWO_YEARS, 77);
        LEDGER.earn(guest, DINER, DAY, TWO_YEARS, 13);

        Closing preview = SETTLEMENT.preview(OPERATOR, JANUARY);

        assertThat(preview.state()).isEqualTo(State.READY);
        assertThat(preview.partners())
                .extracting(partner -> partner.name() + " " + partner.net().amount() + " "
                        + partner.net().currency())
                .containsExactly("The cafe -0.64 EUR", "The diner -0.14 USD", "The hotel -133.46 EUR");
        assertCancels(preview);
    }

    @Test
    @Order(3)
    void the_close_freezes_what_the_preview_showed_and_is_audited() {
        Closing preview = SETTLEMENT.preview(OPERATOR, JANUARY);

        Closing closing = SETTLEMENT.close(OPERATOR, JANUARY);

        assertThat(closing.state()).isEqualTo(State.CLOSED);
        assertThat(closing.partners())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("due")
                .isEqualTo(preview.partners());
        assertThat(closing.partners())
                .as("when it must be paid is known with the close")
                .allSatisfy(partner -> assertThat(partner.due()).contains(TestLedger.TODAY.plusDays(30)));
        assertThat(AUDITED).containsExactly("close-window 2025-01");
        assertRefused(RefusalCode.WINDOW_ALREADY_CLOSED, () -> SETTLEMENT.close(OPERATOR, JANUARY));
        assertRefused(RefusalCode.WINDOW_EARLIER_OPEN, () -> SETTLEMENT.close(OPERATOR, JANUARY.plusMonths(3)));
        assertRefused(RefusalCode.WINDOW_NOT_OVER, () -> SETTLEMENT.close(OPERATOR, YearMonth.of(2026, 3)));
        assertRefused(RefusalCode.WINDOW_UNKNOWN, () -> SETTLEMENT.close(OPERATOR, JANUARY.minusMonths(1)));
    }

    @Test
    @Order(4)
    void a_late_purchase_goes_into_the_next_window_with_its_own_date_and_price() {
        contract(HOTEL, "EUR", "0.02", "0.016");
        Statement before = SETTLEMENT.statement(OPERATOR, JANUARY, HOTEL);

        LEDGER.earn(newMember(), HOTEL, DAY, TWO_YEARS, 500);

        assertThat(SETTLEMENT.statement(OPERATOR, JANUARY, HOTEL)).isEqualTo(before);
        Statement february = SETTLEMENT.statement(OPERATOR, FEBRUARY, HOTEL);
        assertThat(february.lines()).singleElement().satisfies(line -> {
            assertThat(line.lateTransfers()).isEqualTo(1);
            assertThat(line.outlet()).contains("main");
            assertThat(line.amount()).isEqualTo(MoneyAmount.of("-10.00", "EUR"));
        });
        assertThat(SETTLEMENT
                        .transfers(OPERATOR, FEBRUARY, HOTEL, Optional.empty(), Optional.empty(), 10)
                        .rows())
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.businessDate()).isEqualTo(DAY));
    }

    @Test
    @Order(5)
    void a_partner_recomputes_its_statement_from_its_own_file() throws IOException {
        Statement statement = SETTLEMENT.statement(finance(HOTEL), JANUARY, HOTEL);
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        SETTLEMENT.writeCsv(finance(HOTEL), JANUARY, HOTEL, file);

        Map<String, BigDecimal> sums = new HashMap<>();
        for (CSVRecord row : CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(file.toString(StandardCharsets.UTF_8)))) {
            sums.merge(
                    row.get("kind") + row.get("outlet") + row.get("price_per_point"),
                    new BigDecimal(row.get("exact_amount")),
                    BigDecimal::add);
        }
        assertThat(statement.lines()).allSatisfy(line -> {
            String key = line.kind().name().toLowerCase(Locale.ROOT)
                    + line.outlet().orElse("")
                    + line.pricePerPoint().toPlainString();
            assertThat(sums.get(key).setScale(2, RoundingMode.HALF_UP))
                    .isEqualTo(line.amount().amount());
        });
        assertThat(sums).hasSize(statement.lines().size());
    }

    @Test
    @Order(6)
    void who_may_see_what() {
        assertRefused(RefusalCode.NOT_PERMITTED, () -> SETTLEMENT.statement(finance(CAFE), JANUARY, HOTEL));
        assertRefused(RefusalCode.NOT_PERMITTED, () -> SETTLEMENT.close(finance(CAFE), FEBRUARY));
        assertRefused(
                RefusalCode.NOT_PERMITTED, () -> SETTLEMENT.statement(caller(CAFE, Role.FRONT_DESK), JANUARY, CAFE));
        assertRefused(RefusalCode.NOT_PERMITTED, () -> SETTLEMENT.windows(caller(CAFE, Role.FRONT_DESK)));
        assertThat(SETTLEMENT.preview(finance(CAFE), JANUARY).partners())
                .singleElement()
                .satisfies(partner -> assertThat(partner.partner()).isEqualTo(CAFE));
        assertThat(SETTLEMENT.windows(finance(CAFE)).getLast()).satisfies(window -> {
            assertThat(window.window()).isEqualTo(JANUARY);
            assertThat(window.state()).isEqualTo(State.CLOSED);
            assertThat(window.statements()).isEqualTo(1);
            assertThat(window.issued()).isEqualTo(77);
        });
        assertThat(SETTLEMENT.windows(OPERATOR).getLast().issued()).isEqualTo(12_345 + 1_001 + 77 + 13);
        assertThat(SETTLEMENT.windows(OPERATOR).getFirst().state()).isEqualTo(State.RUNNING);
    }

    @Test
    @Order(7)
    void outstanding_points_are_valued_for_the_issuer_and_for_the_operator() {
        assertThat(SETTLEMENT.liability(finance(CAFE)).outstanding()).isEqualTo(Points.of(77));
        assertThat(SETTLEMENT.liability(finance(CAFE)).value()).isEqualTo(MoneyAmount.of("0.64", "EUR"));
        assertThat(SETTLEMENT.liability(OPERATOR).value()).isEqualTo(MoneyAmount.of("139.36", "EUR"));
    }

    @Test
    @Order(8)
    void a_contract_that_says_the_same_is_no_new_version_and_mistakes_are_told() throws IOException {
        contract(CAFE, "EUR", "0.008333330", "0.00750");
        assertThat(book().contractOf(CAFE, Optional.empty()).orElseThrow().version())
                .isEqualTo(1);

        ObjectMapper json = new ObjectMapper();
        assertThat(new ContractSection()
                        .validate(
                                json.readTree(
                                        """
                        {"currency": "USD", "terms": [
                          {"validFrom": "2025-01-02", "pricePerPointIssued": -1, "valuePerPointRedeemed": 0.123456789}]}"""),
                                json.readTree("{\"currencies\": [\"EUR\"]}")))
                .extracting(mistake -> mistake.pointer())
                .containsExactly(
                        "/currency",
                        "/terms/0/validFrom",
                        "/terms/0/pricePerPointIssued",
                        "/terms/0/valuePerPointRedeemed");
    }

    @Test
    @Order(9)
    void a_gift_of_points_of_a_closed_month_is_no_late_transfer() throws IOException {
        MemberId guest = newMember();
        LEDGER.earn(guest, CAFE, FEBRUARY.atDay(3), TWO_YEARS, 40);
        SETTLEMENT.close(OPERATOR, FEBRUARY);

        LEDGER.posted(TestLedger.gift(guest, newMember(), HOTEL, 40));

        YearMonth march = FEBRUARY.plusMonths(1);
        assertThat(SETTLEMENT.statement(OPERATOR, march, CAFE).lines())
                .hasSize(2)
                .allSatisfy(line -> {
                    assertThat(line.kind().isGift()).isTrue();
                    assertThat(line.lateTransfers()).isZero();
                });
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        SETTLEMENT.writeCsv(OPERATOR, march, CAFE, file);
        assertThat(file.toString(StandardCharsets.UTF_8).lines().skip(1))
                .hasSize(2)
                .allMatch(line -> line.contains(",2025-03,false,"));
    }

    private static StatementBook book() {
        return new StatementBook(TRANSACTIONS, LEDGER.windows, LEDGER.past, TENANTS);
    }

    private static void contract(TenantId partner, String currency, String issued, String redeemed) {
        try {
            JsonNode section = new ObjectMapper()
                    .readTree(
                            """
                            {"currency": "%s", "terms": [
                              {"validFrom": "2025-01-01", "pricePerPointIssued": %s, "valuePerPointRedeemed": %s}]}"""
                                    .formatted(currency, issued, redeemed));
            Tenant tenant = TENANTS.get(partner);
            TRANSACTIONS.asOperator(unit -> {
                new ContractSection().apply(tenant, section, unit);
                return true;
            });
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Caller finance(TenantId tenant) {
        return caller(tenant, Role.FINANCE);
    }

    private static Caller caller(TenantId tenant, Role role) {
        return new Caller("someone", "Someone", Optional.of(tenant), Set.of(role), Locale.ENGLISH);
    }

    private static void assertCancels(Closing closing) {
        Map<Currency, MoneyAmount> sums = new HashMap<>(closing.operatorNet());
        closing.partners().forEach(partner -> sums.merge(partner.net().currency(), partner.net(), MoneyAmount::plus));
        assertThat(sums).hasSize(2);
        assertThat(sums.values()).allSatisfy(sum -> assertThat(sum.amount()).isZero());
    }

    private static void assertRefused(RefusalCode code, Runnable request) {
        assertThatThrownBy(request::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
