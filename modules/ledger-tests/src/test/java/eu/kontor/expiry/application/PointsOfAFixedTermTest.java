package eu.kontor.expiry.application;

import static eu.kontor.ledger.testing.TestLedger.A_FIXED_YEAR;
import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances.NextExpiry;
import eu.kontor.ledger.api.Balances.PocketBalance;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Today is 15 March 2026. */
class PointsOfAFixedTermTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId guest = newMember();

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    @AfterAll
    static void stop() {
        DATABASE.server().close();
    }

    @Test
    void last_through_the_end_of_the_month_and_expire_on_the_first() {
        ledger.earn(guest, HOTEL, LocalDate.of(2025, 2, 1), A_FIXED_YEAR, 100);
        ledger.tellEverybody(LocalDate.of(2026, 1, 30));
        assertThat(next()).containsExactly(new NextExpiry(LocalDate.of(2026, 3, 1), Points.of(100)));

        ledger.expire(LocalDate.of(2026, 2, 28));
        assertThat(ledger.available(guest)).isEqualTo(100);
        ledger.expire(LocalDate.of(2026, 3, 1));
        assertThat(ledger.available(guest)).isZero();
    }

    @Test
    void expire_whether_the_member_visits_or_not() {
        ledger.earn(guest, HOTEL, LocalDate.of(2025, 2, 1), A_FIXED_YEAR, 100);
        ledger.tellEverybody(LocalDate.of(2026, 1, 30));
        ledger.earn(guest, CAFE, TODAY, ONE_YEAR, 5);

        ledger.expire(TODAY);

        assertThat(ledger.available(guest)).isEqualTo(5);
    }

    @Test
    void expire_lot_after_lot() {
        ledger.earn(guest, HOTEL, LocalDate.of(2025, 2, 1), A_FIXED_YEAR, 100);
        ledger.earn(guest, CAFE, LocalDate.of(2025, 3, 1), A_FIXED_YEAR, 50);
        ledger.tellEverybody(LocalDate.of(2026, 1, 31));

        ledger.expire(TODAY);
        assertThat(ledger.available(guest)).isEqualTo(50);
        assertThat(next()).containsExactly(new NextExpiry(TODAY.plusDays(30), Points.of(50)));
    }

    @Test
    void a_lot_that_came_late_waits_for_the_one_in_front_of_it() {
        ledger.earn(guest, HOTEL, LocalDate.of(2025, 3, 1), A_FIXED_YEAR, 100);
        ledger.earn(guest, CAFE, LocalDate.of(2025, 1, 5), A_FIXED_YEAR, 50);
        ledger.tellEverybody(LocalDate.of(2026, 2, 1));

        ledger.expire(TODAY);
        assertThat(ledger.available(guest)).isEqualTo(150);
        ledger.tellEverybody(TODAY);
        assertThat(next()).containsExactly(new NextExpiry(TODAY.plusDays(30), Points.of(150)));
    }

    @Test
    void are_spent_before_points_of_inactivity_and_the_shorter_term_first() {
        ledger.earn(guest, HOTEL, TODAY, Pocket.inactivity(1), 10);
        ledger.earn(guest, HOTEL, TODAY, Pocket.fixedTerm(24), 10);
        ledger.earn(guest, HOTEL, TODAY, Pocket.fixedTerm(2), 10);

        ledger.redeem(guest, CAFE, 15);

        assertThat(ledger.balances.of(guest).pockets())
                .extracting(pocket -> pocket.pocket() + " " + pocket.available())
                .containsExactly(Pocket.fixedTerm(2) + " 0", Pocket.fixedTerm(24) + " 5", Pocket.inactivity(1) + " 10");
    }

    @Test
    void a_pocket_says_what_it_is() {
        assertThat(Pocket.fixedTerm(12).isFixedTerm()).isTrue();
        assertThat(Pocket.fixedTerm(12).afterMonths()).isEqualTo(12);
        assertThat(new Pocket(Pocket.fixedTerm(120).code())).isEqualTo(Pocket.fixedTerm(120));
        assertThat(Pocket.fixedTerm(120)).isLessThan(Pocket.inactivity(1));
        for (int months : List.of(0, 121, 1_001, -5)) {
            assertThatThrownBy(() -> Pocket.fixedTerm(months)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Pocket.inactivity(months)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private List<NextExpiry> next() {
        return ledger.balances.of(guest).pockets().stream()
                .filter(pocket -> pocket.pocket().isFixedTerm())
                .flatMap((PocketBalance pocket) -> pocket.next().stream())
                .toList();
    }
}
