package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.capturing;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static eu.kontor.ledger.testing.TestLedger.part;
import static eu.kontor.ledger.testing.TestLedger.reversal;
import static eu.kontor.ledger.testing.TestLedger.voiding;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Balances.PendingPoints;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.api.Returned.SoldLine;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A shop's points can be spent when the right of return has passed, two weeks after the purchase; a hotel's at once. */
class PointsArePendingTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId SHOP = DATABASE.tenant("pending-shop");
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final int TILL = 1;
    private static final long SOLD = 60_00;

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId guest = newMember();
    private final Instant passed = ledger.clock.instant().plus(Duration.ofDays(14));

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    @Test
    void they_cannot_be_spent_and_are_told_with_their_day() {
        ledger.earn(guest, HOTEL, 30);
        Posted sale = ledger.posted(sale(100));

        assertThat(sale.points()).isEqualTo(Points.of(100));
        assertThat(sale.availableAfter()).isEqualTo(Points.of(30));
        assertThat(ledger.balances.of(guest).waiting()).containsExactly(new PendingPoints(passed, Points.of(100)));
        assertThat(ledger.balances.of(guest).held()).isEqualTo(Points.ZERO);
        assertThat(ledger.refused(ledger.authorization(guest, HOTEL, 31)).code())
                .isEqualTo(RefusalCode.BALANCE_TOO_LOW);
        ledger.redeem(guest, HOTEL, 30);
    }

    @Test
    void when_the_time_has_come_they_are_there_with_whatever_comes_next() {
        ledger.posted(sale(100));
        ledger.clock.set(passed);

        assertThat(ledger.earn(guest, HOTEL, 1).availableAfter()).isEqualTo(Points.of(101));
        assertThat(ledger.balances.of(guest).waiting()).isEmpty();
    }

    @Test
    void and_without_anything_by_the_clock() {
        ledger.posted(sale(100));
        ledger.clock.set(passed);

        ledger.holds.releaseOverdue();

        assertThat(ledger.available(guest)).isEqualTo(100);
    }

    @Test
    void what_comes_late_waits_only_for_what_is_left_of_its_time() {
        ledger.clock.set(passed.plusSeconds(1));

        assertThat(ledger.posted(sale(100)).availableAfter()).isEqualTo(Points.of(100));
    }

    @Test
    void a_return_takes_what_is_pending_first_and_the_rest_goes_on_waiting() {
        ledger.earn(guest, HOTEL, 50);
        PostingId sale = ledger.posted(sale(120)).id();

        Posted back = ledger.posted(reversal(guest, SHOP, sale, amount(15_00)));

        assertThat(back.points()).isEqualTo(Points.of(30));
        assertThat(back.availableAfter()).isEqualTo(Points.of(50));
        assertThat(ledger.balances.of(guest).waiting()).containsExactly(new PendingPoints(passed, Points.of(90)));

        assertThat(ledger.posted(reversal(guest, SHOP, sale, amount(30_00))).points())
                .isEqualTo(Points.of(60));
        assertThat(ledger.balances.of(guest).pending()).isEqualTo(Points.of(30));
        assertThat(ledger.reverse(guest, SHOP, sale).points()).isEqualTo(Points.of(30));
        assertThat(ledger.balances.of(guest).waiting()).isEmpty();
        assertThat(ledger.available(guest)).isEqualTo(50);
        assertThat(ledger.owed(guest)).isZero();
    }

    @Test
    void a_return_that_is_refused_changes_nothing() {
        PostingId sale = ledger.posted(sale(120)).id();

        assertThat(ledger.refused(reversal(guest, SHOP, sale, amount(60_01))).code())
                .isEqualTo(RefusalCode.RETURN_EXCEEDS_PURCHASE);

        assertThat(ledger.balances.of(guest).pending()).isEqualTo(Points.of(120));
        assertThat(ledger.available(guest)).isZero();
    }

    @Test
    void they_repay_a_debt_before_they_wait() {
        PostingId stay = ledger.earn(guest, HOTEL, 40).id();
        ledger.redeem(guest, HOTEL, 40);
        ledger.reverse(guest, HOTEL, stay);

        ledger.posted(sale(100));

        assertThat(ledger.owed(guest)).isZero();
        assertThat(ledger.balances.of(guest).pending()).isEqualTo(Points.of(60));
    }

    @Test
    void where_none_is_left_to_wait_nothing_ends_that_never_began() throws SQLException {
        PostingId stay = ledger.earn(guest, HOTEL, 60).id();
        ledger.redeem(guest, HOTEL, 60);
        ledger.reverse(guest, HOTEL, stay);
        PostingId sale = ledger.posted(sale(120)).id();
        assertThat(ledger.balances.of(guest).pending()).isEqualTo(Points.of(60));

        assertThat(ledger.poster.post(List.of(reversal(guest, SHOP, sale, amount(30_00)), reversal(guest, SHOP, sale))))
                .allMatch(Posted.class::isInstance);

        assertThat(endsWithoutABeginning()).isZero();
    }

    @Test
    void what_another_purchase_owes_is_repaid_when_they_have_waited() {
        PostingId stay = ledger.earn(guest, HOTEL, 40).id();
        ledger.redeem(guest, HOTEL, 40);
        ledger.posted(sale(100));

        assertThat(ledger.reverse(guest, HOTEL, stay).points()).isEqualTo(Points.ZERO);
        assertThat(ledger.owed(guest)).isEqualTo(40);
        ledger.clock.set(passed);
        ledger.holds.releaseOverdue();

        assertThat(ledger.owed(guest)).isZero();
        assertThat(ledger.available(guest)).isEqualTo(60);
    }

    @Test
    void no_till_captures_or_voids_them_and_no_gift_takes_them() {
        PostingId sale = ledger.posted(sale(100)).id();

        assertThat(ledger.refused(capturing(guest, SHOP, sale, Optional.empty()))
                        .code())
                .isEqualTo(RefusalCode.HOLD_UNKNOWN);
        assertThat(ledger.refused(voiding(guest, SHOP, sale)).code()).isEqualTo(RefusalCode.HOLD_UNKNOWN);
        assertThat(ledger.refused(CheckedLedger.gift(guest, newMember(), HOTEL, 1))
                        .code())
                .isEqualTo(RefusalCode.BALANCE_TOO_LOW);
    }

    @Test
    void an_award_in_several_pockets_waits_in_each() {
        PostingId sale = ledger.posted(
                        sale(List.of(part(SHOP, TWO_YEARS, 60), part(HOTEL, ONE_YEAR, 30), part(HOTEL, TWO_YEARS, 30))))
                .id();

        assertThat(ledger.balances.of(guest).pending()).isEqualTo(Points.of(120));
        assertThat(ledger.posted(reversal(guest, SHOP, sale, amount(30_00))).points())
                .isEqualTo(Points.of(60));
        assertThat(ledger.balances.of(guest).pending()).isEqualTo(Points.of(60));
        ledger.clock.set(passed);
        ledger.holds.releaseOverdue();
        assertThat(ledger.available(guest)).isEqualTo(60);
    }

    private Posting.Earn sale(long points) {
        return sale(List.of(part(SHOP, TWO_YEARS, points)));
    }

    private Posting.Earn sale(List<AwardPart> parts) {
        return new Posting.Earn(newKey(), guest, SHOP, TILL, TODAY, parts, 1, Optional.of(passed), Optional.empty());
    }

    private int endsWithoutABeginning() throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from coalition.hold_outcome where member_id = " + guest.value()
                                + " and not exists (select from coalition.hold where hold.member_id = hold_outcome.member_id"
                                + " and hold.hold_id = hold_outcome.hold_id)")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Returned amount(long amount) {
        return new Returned(2, SOLD, List.of(new SoldLine(1_000, SOLD, 1)), OptionalLong.of(amount), Map.of());
    }
}
