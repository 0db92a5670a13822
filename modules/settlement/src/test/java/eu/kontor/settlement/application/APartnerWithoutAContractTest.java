package eu.kontor.settlement.application;

import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.settlement.api.Settlement.Closing;
import eu.kontor.settlement.api.Settlement.PartnerNet;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.settlement.api.Settlement.WithoutContract;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hotel has a contract, the shop has none yet, and January is over. */
class APartnerWithoutAContractTest {

    private static final Caller OPERATOR = Caller.system("test");
    private static final YearMonth JANUARY = TestLedger.FIRST_WINDOW;
    private static final YearMonth FEBRUARY = JANUARY.plusMonths(1);

    private final KontorDatabase database = KontorDatabase.fresh();
    private final TenantId hotel = database.tenant("hotel");
    private final TenantId shop = database.tenant("shop");
    private final Tenants tenants = new TestTenants(
            List.of(TestTenants.tenant(hotel, "hotel", "EUR"), TestTenants.tenant(shop, "shop", "EUR")));
    private final Transactions transactions = database.transactions();
    private final CheckedLedger ledger = new CheckedLedger(transactions);
    private final MemberId guest = newMember();
    private final List<String> audited = new ArrayList<>();
    private final Settlement settlement = TestSettlement.of(
            ledger,
            transactions,
            tenants,
            (unit, caller, action, subject, details) -> audited.add(action + ' ' + subject + ' ' + details));

    @BeforeEach
    void januaryIsClosed() {
        contract(hotel, "2025-01-01");
        ledger.earn(newMember(), hotel, JANUARY.atDay(5), TWO_YEARS, 1_000);
        ledger.earn(guest, shop, JANUARY.atDay(6), TWO_YEARS, 300);
        ledger.earn(newMember(), shop, JANUARY.atDay(7), TWO_YEARS, 45);
        settlement.close(OPERATOR, JANUARY);
    }

    @AfterEach
    void stop() {
        ledger.mustBeCoherent();
        database.server().close();
    }

    @Test
    void does_not_hold_the_others_close_back_and_is_named() {
        Closing january = settlement.preview(OPERATOR, JANUARY);

        assertThat(january.state()).isEqualTo(State.CLOSED);
        assertThat(january.partners()).extracting(PartnerNet::name).containsExactly("The hotel");
        assertThat(january.withoutContract()).containsExactly(new WithoutContract(shop, "The shop", 345, Points.ZERO));
        assertThat(audited).containsExactly("close-window 2025-01 {statements=1, withoutContract=The shop}");
        assertThat(settlement.statement(finance(hotel), JANUARY, hotel).net().amount())
                .isEqualByComparingTo("-10.00");
        assertThat(settlement.preview(finance(hotel), JANUARY).withoutContract())
                .as("a partner learns of itself only")
                .isEmpty();
        assertThat(settlement.preview(finance(shop), JANUARY).withoutContract()).hasSize(1);
    }

    @Test
    void has_no_statement_that_says_there_was_nothing() {
        assertRefused(RefusalCode.CONTRACT_MISSING, () -> settlement.statement(finance(shop), JANUARY, shop));
        assertRefused(RefusalCode.CONTRACT_MISSING, () -> settlement.statement(OPERATOR, JANUARY, shop));
        assertRefused(RefusalCode.CONTRACT_MISSING, () -> settlement.close(OPERATOR, JANUARY));
    }

    @Test
    void gets_its_statement_when_the_window_is_closed_again_with_a_contract() {
        contract(shop, "2025-01-01");

        Closing again = settlement.close(OPERATOR, JANUARY);

        assertThat(again.partners()).extracting(PartnerNet::name).containsExactly("The hotel", "The shop");
        assertThat(again.withoutContract()).isEmpty();
        assertThat(audited).last().isEqualTo("make-awaited-statements 2025-01 {partners=The shop}");
        Statement made = settlement.statement(finance(shop), JANUARY, shop);
        assertThat(made.lines()).singleElement().satisfies(line -> assertThat(line.points())
                .isEqualTo(Points.of(345)));
        assertThat(made.net().amount()).isEqualByComparingTo("-3.45");
        assertThat(made.closedAt()).contains(ledger.clock.instant());
        assertRefused(RefusalCode.WINDOW_ALREADY_CLOSED, () -> settlement.close(OPERATOR, JANUARY));
    }

    @Test
    void gets_it_with_the_close_of_the_next_window_too_and_nothing_twice() {
        contract(shop, "2025-01-01");
        ledger.earn(newMember(), shop, FEBRUARY.atDay(2), TWO_YEARS, 20);
        ledger.earn(newMember(), shop, JANUARY.atDay(8), TWO_YEARS, 7);

        settlement.close(OPERATOR, FEBRUARY);

        assertThat(points(JANUARY)).isEqualTo(345);
        assertThat(points(FEBRUARY)).as("with the late purchase of January").isEqualTo(27);
        assertThat(settlement.preview(OPERATOR, JANUARY).withoutContract()).isEmpty();
    }

    @Test
    void needs_no_price_for_points_that_only_went_from_one_account_of_a_person_to_another() {
        contract(shop, "2025-02-01");
        ledger.merges.merge(ActorId.NONE, guest, newMember());
        ledger.earn(newMember(), shop, FEBRUARY.atDay(2), TWO_YEARS, 20);

        settlement.close(OPERATOR, FEBRUARY);

        assertThat(settlement.preview(OPERATOR, FEBRUARY).withoutContract()).isEmpty();
        assertThat(points(FEBRUARY)).isEqualTo(20);
    }

    @Test
    void stays_awaited_while_its_first_term_begins_after_its_points() {
        contract(shop, "2025-02-01");

        assertRefused(RefusalCode.CONTRACT_MISSING, () -> settlement.close(OPERATOR, JANUARY));
        settlement.close(OPERATOR, FEBRUARY);

        assertThat(settlement.preview(OPERATOR, JANUARY).withoutContract()).hasSize(1);
        contract(shop, "2025-01-01");
        settlement.close(OPERATOR, JANUARY);
        assertThat(points(JANUARY)).isEqualTo(345);
    }

    @Test
    void is_settled_once_even_when_two_operators_ask_at_once() {
        contract(shop, "2025-01-01");
        List<CompletableFuture<String>> closes = Stream.of(1, 2)
                .map(operator -> CompletableFuture.supplyAsync(() -> outcomeOfClosingAgain()))
                .toList();

        assertThat(closes.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder("made", RefusalCode.WINDOW_ALREADY_CLOSED.name());
        assertThat(points(JANUARY)).isEqualTo(345);
    }

    @Test
    void was_listed_then_and_has_its_statement_since() {
        Instant listed = ledger.clock.instant();
        ledger.clock.set(listed.plus(Duration.ofHours(2)));
        contract(shop, "2025-01-01");
        settlement.close(OPERATOR, JANUARY);
        Instant made = ledger.clock.instant();

        assertThat(settlement.previewAsOf(OPERATOR, JANUARY, listed).withoutContract())
                .hasSize(1);
        assertThat(settlement
                        .previewAsOf(OPERATOR, JANUARY, made.minusSeconds(1))
                        .partners())
                .hasSize(1);
        assertThat(settlement.previewAsOf(OPERATOR, JANUARY, made).withoutContract())
                .isEmpty();
        assertThat(settlement.statementAsOf(finance(shop), JANUARY, shop, made).closedAt())
                .contains(made);
    }

    private String outcomeOfClosingAgain() {
        try {
            settlement.close(OPERATOR, JANUARY);
            return "made";
        } catch (Refusal refusal) {
            return refusal.code().name();
        }
    }

    private long points(YearMonth window) {
        return settlement.statement(finance(shop), window, shop).lines().stream()
                .mapToLong(line -> line.points().value())
                .sum();
    }

    private void contract(TenantId partner, String from) {
        TestSettlement.contract(transactions, tenants, partner, from, "0.01", "0.008");
    }

    private static Caller finance(TenantId tenant) {
        return new Caller("someone", "Someone", Optional.of(tenant), Set.of(Role.FINANCE), Locale.ENGLISH);
    }

    private static void assertRefused(RefusalCode code, Runnable request) {
        assertThatThrownBy(request::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
