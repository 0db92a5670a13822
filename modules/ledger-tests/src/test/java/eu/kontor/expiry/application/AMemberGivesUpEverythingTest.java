package eu.kontor.expiry.application;

import static eu.kontor.ledger.testing.TestLedger.A_FIXED_YEAR;
import static eu.kontor.ledger.testing.TestLedger.OPERATOR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.expiry.api.GivenUp;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody leaves the coalition and wants nothing kept. */
class AMemberGivesUpEverythingTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("given-up-hotel");
    private static final TenantId CAFE = DATABASE.tenant("given-up-cafe");

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final GivenUp givenUp = new PointsGivenUp(
            DATABASE.transactions(), ledger.poster, new ExpiryCalendar(ledger.coalition, ledger.clock), ledger.actors);
    private final MemberId member = newMember();

    @AfterEach
    void everything_is_coherent() {
        ledger.mustBeCoherent();
    }

    @Test
    void what_is_in_all_pockets_expires_today_without_a_months_notice() {
        ledger.earn(member, HOTEL, TODAY, TWO_YEARS, 300);
        ledger.earn(member, CAFE, TODAY.minusMonths(2), A_FIXED_YEAR, 45);
        ledger.earn(member, CAFE, TODAY, TWO_YEARS, 5);

        assertThat(givenUp.giveUp(OPERATOR, member)).isEqualTo(Points.of(350));
        assertThat(ledger.balances.of(member).available()).isEqualTo(Points.ZERO);
    }

    @Test
    void once_more_it_takes_nothing_and_later_what_came_since() {
        ledger.earn(member, HOTEL, 300);
        givenUp.giveUp(OPERATOR, member);

        assertThat(givenUp.giveUp(OPERATOR, member)).isEqualTo(Points.ZERO);

        ledger.earn(member, HOTEL, 20);
        assertThat(givenUp.giveUp(OPERATOR, member)).isEqualTo(Points.of(20));
    }

    @Test
    void what_a_redemption_has_reserved_waits_for_its_end() {
        ledger.earn(member, HOTEL, 300);
        ledger.posted(ledger.authorization(member, CAFE, 100));

        assertThat(givenUp.giveUp(OPERATOR, member)).isEqualTo(Points.of(200));
        assertThat(ledger.balances.of(member).held()).isEqualTo(Points.of(100));

        ledger.clock.set(ledger.clock.instant().plus(Duration.ofHours(1)));
        ledger.holds.releaseOverdue();
        assertThat(givenUp.giveUp(OPERATOR, member)).isEqualTo(Points.of(100));
    }

    @Test
    void who_has_nothing_gives_up_nothing() {
        assertThat(givenUp.giveUp(OPERATOR, member)).isEqualTo(Points.ZERO);
    }
}
