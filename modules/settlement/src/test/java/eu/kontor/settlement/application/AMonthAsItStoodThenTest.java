package eu.kontor.settlement.application;

import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.settlement.api.Settlement.Closing;
import eu.kontor.settlement.api.Settlement.PartnerNet;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two purchases, an hour between them, then the close. */
class AMonthAsItStoodThenTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");
    private static final Tenants TENANTS = new TestTenants(
            List.of(TestTenants.tenant(HOTEL, "hotel", "EUR"), TestTenants.tenant(CAFE, "cafe", "EUR")));
    private static final Transactions TRANSACTIONS = DATABASE.transactions();
    private static final CheckedLedger LEDGER = new CheckedLedger(TRANSACTIONS);
    private static final Settlement SETTLEMENT = settlement();
    private static final Caller OPERATOR = Caller.system("test");
    private static final YearMonth JANUARY = TestLedger.FIRST_WINDOW;
    private static final LocalDate DAY = JANUARY.atDay(20);
    private static final Instant FIRST = LEDGER.clock.instant();
    private static final Instant SECOND = FIRST.plus(Duration.ofHours(1));
    private static final Instant CLOSE = FIRST.plus(Duration.ofHours(2));

    private static Settlement settlement() {
        return TestSettlement.of(LEDGER, TRANSACTIONS, TENANTS, (unit, caller, action, subject, details) -> {});
    }

    @BeforeAll
    static void live() throws IOException {
        contract(HOTEL, "0.01");
        contract(CAFE, "0.01");
        MemberId guest = newMember();
        LEDGER.earn(guest, HOTEL, DAY, TWO_YEARS, 1_000);
        LEDGER.clock.set(SECOND);
        LEDGER.earn(guest, HOTEL, DAY, TWO_YEARS, 500);
        LEDGER.earn(guest, CAFE, DAY, TWO_YEARS, 70);
        LEDGER.clock.set(CLOSE);
        SETTLEMENT.close(OPERATOR, JANUARY);
        contract(HOTEL, "0.02");
        LEDGER.clock.set(CLOSE.plus(Duration.ofHours(1)));
    }

    @AfterAll
    static void stop() {
        LEDGER.mustBeCoherent();
        DATABASE.server().close();
    }

    @Test
    void is_priced_as_agreed_today_before_the_close() {
        Statement then = SETTLEMENT.statementAsOf(finance(HOTEL), JANUARY, HOTEL, SECOND.minusSeconds(1));

        assertThat(then.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.points().value()).isEqualTo(1_000));
        assertThat(then.net().amount()).isEqualByComparingTo("-20.00");
        assertThat(then.state()).isEqualTo(State.READY);
        assertThat(then.closedAt()).isEmpty();
    }

    @Test
    void is_what_was_frozen_from_the_close_on() {
        Statement then = SETTLEMENT.statementAsOf(finance(HOTEL), JANUARY, HOTEL, CLOSE);

        assertThat(then).isEqualTo(SETTLEMENT.statement(finance(HOTEL), JANUARY, HOTEL));
        assertThat(then.net().amount()).isEqualByComparingTo("-15.00");
        assertThat(then.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void has_no_lines_before_the_first_posting() {
        assertThat(SETTLEMENT
                        .statementAsOf(finance(HOTEL), JANUARY, HOTEL, FIRST.minusSeconds(1))
                        .lines())
                .isEmpty();
        assertThat(SETTLEMENT
                        .previewAsOf(OPERATOR, JANUARY, FIRST.minusSeconds(1))
                        .partners())
                .isEmpty();
    }

    @Test
    void shows_the_operator_all_and_a_partner_itself() {
        Closing all = SETTLEMENT.previewAsOf(OPERATOR, JANUARY, SECOND);

        assertThat(all.partners()).extracting(PartnerNet::partner).containsExactly(CAFE, HOTEL);
        assertThat(all.partners()).extracting(PartnerNet::issued).containsExactly(70L, 1_500L);
        for (Instant moment : List.of(SECOND, CLOSE)) {
            assertThat(SETTLEMENT.previewAsOf(finance(CAFE), JANUARY, moment).partners())
                    .extracting(PartnerNet::partner)
                    .containsExactly(CAFE);
        }
    }

    @Test
    void is_told_to_nobody_else_and_not_for_the_future() {
        Caller cashier = caller(CAFE, Role.FRONT_DESK);
        assertRefused(RefusalCode.NOT_PERMITTED, () -> SETTLEMENT.statementAsOf(finance(CAFE), JANUARY, HOTEL, SECOND));
        assertRefused(RefusalCode.NOT_PERMITTED, () -> SETTLEMENT.statementAsOf(cashier, JANUARY, CAFE, SECOND));
        for (Instant moment : List.of(SECOND, CLOSE)) {
            assertRefused(RefusalCode.NOT_PERMITTED, () -> SETTLEMENT.previewAsOf(cashier, JANUARY, moment));
        }
        Instant tomorrow = CLOSE.plus(Duration.ofDays(1));
        assertRefused(
                RefusalCode.DAY_NOT_COME, () -> SETTLEMENT.statementAsOf(finance(HOTEL), JANUARY, HOTEL, tomorrow));
        assertRefused(RefusalCode.DAY_NOT_COME, () -> SETTLEMENT.previewAsOf(OPERATOR, JANUARY, tomorrow));
        assertRefused(
                RefusalCode.WINDOW_UNKNOWN, () -> SETTLEMENT.previewAsOf(OPERATOR, JANUARY.minusMonths(1), SECOND));
    }

    private static void contract(TenantId partner, String issued) throws IOException {
        JsonNode section = new ObjectMapper()
                .readTree(
                        """
                        {"currency": "EUR", "terms": [
                          {"validFrom": "2025-01-01", "pricePerPointIssued": %s, "valuePerPointRedeemed": 0.008}]}"""
                                .formatted(issued));
        TRANSACTIONS.asOperator(unit -> {
            new ContractSection().apply(TENANTS.get(partner), section, unit);
            return true;
        });
    }

    private static Caller finance(TenantId tenant) {
        return caller(tenant, Role.FINANCE);
    }

    private static Caller caller(TenantId tenant, Role role) {
        return new Caller("someone", "Someone", Optional.of(tenant), Set.of(role), Locale.ENGLISH);
    }

    private static void assertRefused(RefusalCode code, Runnable request) {
        assertThatThrownBy(request::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
