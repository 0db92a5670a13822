package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.capturing;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static eu.kontor.ledger.testing.TestLedger.voiding;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances.PocketBalance;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldingPointsTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId guest = newMember();

    @BeforeEach
    void the_guest_has_a_hundred_points() {
        ledger.earn(guest, HOTEL, 100);
    }

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    @Test
    void keeps_them_from_being_spent_twice() {
        ledger.authorize(guest, CAFE, 80);

        assertThat(ledger.available(guest)).isEqualTo(20);
        assertThat(ledger.balances.of(guest).held()).isEqualTo(Points.of(80));
        assertThat(ledger.refused(ledger.authorization(guest, CAFE, 21)).code()).isEqualTo(RefusalCode.BALANCE_TOO_LOW);
    }

    @Test
    void a_partial_capture_gives_the_rest_back() {
        Posted hold = ledger.authorize(guest, CAFE, 80);

        Posted captured = ledger.posted(capturing(guest, CAFE, hold.id(), Optional.of(Points.of(30))));

        assertThat(captured.points()).isEqualTo(Points.of(30));
        assertThat(captured.availableAfter()).isEqualTo(Points.of(70));
    }

    @Test
    void more_than_was_held_cannot_be_captured() {
        Posted hold = ledger.authorize(guest, CAFE, 80);

        Outcome.Refused refused = ledger.refused(capturing(guest, CAFE, hold.id(), Optional.of(Points.of(81))));

        assertThat(refused.code()).isEqualTo(RefusalCode.HOLD_TOO_SMALL);
        assertThat(refused.details())
                .containsEntry("hold", hold.id().text())
                .containsEntry("held", 80L)
                .containsEntry("wanted", 81L);
        assertThat(ledger.capture(guest, CAFE, hold.id()).points()).isEqualTo(Points.of(80));
    }

    @Test
    void a_void_gives_all_back() {
        Posted hold = ledger.authorize(guest, CAFE, 80);

        Posted voided = ledger.posted(voiding(guest, CAFE, hold.id()));

        assertThat(voided.points()).isEqualTo(Points.of(80));
        assertThat(voided.availableAfter()).isEqualTo(Points.of(100));
    }

    @Test
    void a_hold_ends_once() {
        Posted captured = ledger.authorize(guest, CAFE, 40);
        Posted voided = ledger.authorize(guest, CAFE, 40);
        ledger.capture(guest, CAFE, captured.id());
        ledger.posted(voiding(guest, CAFE, voided.id()));

        assertThat(ledger.refused(voiding(guest, CAFE, captured.id())).code())
                .isEqualTo(RefusalCode.HOLD_ALREADY_CAPTURED);
        assertThat(ledger.refused(capturing(guest, CAFE, voided.id(), Optional.empty()))
                        .code())
                .isEqualTo(RefusalCode.HOLD_ALREADY_VOIDED);
    }

    @Test
    void another_partner_or_member_does_not_know_the_hold() {
        Posted hold = ledger.authorize(guest, CAFE, 40);
        MemberId stranger = newMember();

        assertThat(ledger.refused(capturing(guest, HOTEL, hold.id(), Optional.empty()))
                        .code())
                .isEqualTo(RefusalCode.HOLD_UNKNOWN);
        assertThat(ledger.refused(capturing(stranger, CAFE, hold.id(), Optional.empty()))
                        .code())
                .isEqualTo(RefusalCode.HOLD_UNKNOWN);
    }

    @Test
    void an_overdue_hold_cannot_be_captured_and_its_points_are_back() {
        Posted hold = ledger.authorize(guest, CAFE, 80);
        ledger.clock.set(ledger.clock.instant().plusSeconds(601));

        assertThat(ledger.refused(capturing(guest, CAFE, hold.id(), Optional.empty()))
                        .code())
                .isEqualTo(RefusalCode.HOLD_EXPIRED);
        assertThat(ledger.authorize(guest, CAFE, 100).points()).isEqualTo(Points.of(100));
    }

    @Test
    void the_sweeper_releases_overdue_holds_of_members_who_do_not_come_again() {
        ledger.authorize(guest, CAFE, 80);
        ledger.clock.set(ledger.clock.instant().plusSeconds(601));

        assertThat(ledger.holds.releaseOverdue()).isPositive();
        assertThat(ledger.available(guest)).isEqualTo(100);
        assertThat(ledger.holds.releaseOverdue()).isZero();
    }

    @Test
    void the_pocket_that_expires_soonest_is_drawn_first() {
        ledger.earn(guest, HOTEL, TODAY, ONE_YEAR, 50);

        ledger.redeem(guest, CAFE, 70);

        assertThat(ledger.balances.of(guest).pockets())
                .extracting(PocketBalance::pocket, PocketBalance::available)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ONE_YEAR, Points.ZERO),
                        org.assertj.core.groups.Tuple.tuple(TWO_YEARS, Points.of(80)));
    }
}
