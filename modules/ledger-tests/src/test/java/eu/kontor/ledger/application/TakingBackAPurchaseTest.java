package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.gift;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static eu.kontor.ledger.testing.TestLedger.reversal;
import static eu.kontor.ledger.testing.TestLedger.voiding;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/0002-reversals.md, by their letters. */
class TakingBackAPurchaseTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId guest = newMember();
    private final MemberId friend = newMember();

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    @Test
    void a_nothing_was_spent_so_all_is_taken() {
        Posted purchase = ledger.earn(guest, HOTEL, 100);

        Posted reversed = ledger.reverse(guest, HOTEL, purchase.id());

        assertThat(reversed.points()).isEqualTo(Points.of(100));
        assertThat(ledger.available(guest)).isZero();
        assertThat(ledger.owed(guest)).isZero();
    }

    @Test
    void b_a_part_was_spent_so_the_rest_is_taken_and_the_part_is_owed() {
        Posted purchase = ledger.earn(guest, HOTEL, 100);
        ledger.redeem(guest, CAFE, 60);

        Posted reversed = ledger.reverse(guest, HOTEL, purchase.id());

        assertThat(reversed.points()).isEqualTo(Points.of(40));
        assertThat(ledger.available(guest)).isZero();
        assertThat(ledger.owed(guest)).isEqualTo(60);
    }

    @Test
    void c_all_was_spent_so_all_is_owed_and_the_next_earnings_repay_it_to_that_partner() {
        Posted purchase = ledger.earn(guest, HOTEL, 100);
        ledger.redeem(guest, CAFE, 100);
        ledger.reverse(guest, HOTEL, purchase.id());

        Posted first = ledger.earn(guest, CAFE, 70);
        assertThat(first.points()).isEqualTo(Points.of(70));
        assertThat(first.availableAfter()).isEqualTo(Points.ZERO);
        assertThat(ledger.owed(guest)).isEqualTo(30);

        Posted second = ledger.earn(guest, CAFE, 70);
        assertThat(second.availableAfter()).isEqualTo(Points.of(40));
        assertThat(ledger.owed(guest)).isZero();
        assertThat(ledger.transfers
                        .ofMember(operator(), guest, Optional.empty(), 10)
                        .rows())
                .filteredOn(transfer -> transfer.kind() == TransferKind.REPAY)
                .allSatisfy(transfer -> assertThat(transfer.tenant()).isEqualTo(HOTEL))
                .extracting(transfer -> transfer.points().value())
                .containsExactly(30L, 70L);
    }

    @Test
    void d_later_points_cover_what_was_spent() {
        Posted purchase = ledger.earn(guest, HOTEL, 100);
        ledger.redeem(guest, CAFE, 100);
        ledger.earn(guest, CAFE, 250);

        Posted reversed = ledger.reverse(guest, HOTEL, purchase.id());

        assertThat(reversed.points()).isEqualTo(Points.of(100));
        assertThat(ledger.available(guest)).isEqualTo(150);
        assertThat(ledger.owed(guest)).isZero();
    }

    @Test
    void e_what_expired_is_neither_taken_nor_owed() {
        Posted purchase = ledger.earn(guest, HOTEL, TODAY.minusMonths(13), ONE_YEAR, 100);
        ledger.tellEverybody(TODAY.minusMonths(1).minusDays(30));
        ledger.expire(TODAY.minusMonths(1));

        Posted reversed = ledger.reverse(guest, HOTEL, purchase.id());

        assertThat(reversed.points()).isEqualTo(Points.ZERO);
        assertThat(ledger.owed(guest)).isZero();
    }

    @Test
    void f_points_on_hold_are_not_taken_but_repay_when_the_hold_ends() {
        Posted purchase = ledger.earn(guest, HOTEL, 100);
        Posted hold = ledger.authorize(guest, CAFE, 100);
        ledger.reverse(guest, HOTEL, purchase.id());
        assertThat(ledger.owed(guest)).isEqualTo(100);

        Posted voided = ledger.posted(voiding(guest, CAFE, hold.id()));

        assertThat(voided.availableAfter()).isEqualTo(Points.ZERO);
        assertThat(ledger.owed(guest)).isZero();
    }

    @Test
    void g_a_purchase_without_points_can_be_reversed_too() {
        Posted purchase = ledger.earn(guest, HOTEL, 0);

        assertThat(ledger.reverse(guest, HOTEL, purchase.id()).points()).isEqualTo(Points.ZERO);
        assertThat(ledger.refused(reversal(guest, HOTEL, purchase.id())).code())
                .isEqualTo(RefusalCode.PURCHASE_ALREADY_REVERSED);
    }

    @Test
    void h_all_was_given_away_so_the_recipient_keeps_it_and_the_giver_owes_it_to_the_partner_that_issued()
            throws SQLException {
        Posted purchase = ledger.earn(guest, HOTEL, 100);
        ledger.posted(gift(guest, friend, CAFE, 100));

        Posted reversed = ledger.reverse(guest, HOTEL, purchase.id());

        assertThat(reversed.points()).isEqualTo(Points.ZERO);
        assertThat(ledger.owed(guest)).isEqualTo(100);
        assertThat(ledger.available(friend)).isEqualTo(100);
        assertThat(ledger.owed(friend)).isZero();
        assertThat(onRecord("select tenant_id from coalition.debt where member_id = ?", guest))
                .as("to whom")
                .isEqualTo(HOTEL.value());
        assertThat(onRecord("select purchase_id from coalition.reversal where owed > 0 and member_id = ?", guest))
                .as("for which purchase")
                .isEqualTo(purchase.id().number());
        assertThat(onRecord("select recipient_id from coalition.gift where member_id = ?", guest))
                .as("who has the points")
                .isEqualTo(friend.value());
    }

    @Test
    void i_a_part_was_given_away_so_the_rest_is_taken_and_the_part_is_owed() {
        Posted purchase = ledger.earn(guest, HOTEL, 100);
        ledger.posted(gift(guest, friend, CAFE, 60));

        assertThat(ledger.reverse(guest, HOTEL, purchase.id()).points()).isEqualTo(Points.of(40));
        assertThat(ledger.owed(guest)).isEqualTo(60);
        assertThat(ledger.available(friend)).isEqualTo(60);
    }

    @Test
    void j_what_the_recipient_spent_the_giver_owes_all_the_same() {
        Posted purchase = ledger.earn(guest, HOTEL, 100);
        ledger.posted(gift(guest, friend, CAFE, 100));
        ledger.redeem(friend, CAFE, 100);

        ledger.reverse(guest, HOTEL, purchase.id());

        assertThat(ledger.owed(guest)).isEqualTo(100);
        assertThat(ledger.owed(friend)).isZero();
    }

    @Test
    void k_what_expired_with_the_recipient_was_given_away_and_is_owed() {
        Posted purchase = ledger.earn(guest, HOTEL, TODAY.minusMonths(13), ONE_YEAR, 100);
        ledger.posted(gift(guest, friend, CAFE, 100));
        ledger.tellEverybody(TODAY.minusMonths(1).minusDays(30));
        ledger.expire(TODAY.minusMonths(1));
        assertThat(ledger.available(friend)).isZero();

        ledger.reverse(guest, HOTEL, purchase.id());

        assertThat(ledger.owed(guest)).isEqualTo(100);
    }

    @Test
    void l_what_is_given_back_repays_at_once() {
        Posted purchase = ledger.earn(guest, HOTEL, 100);
        ledger.posted(gift(guest, friend, CAFE, 100));
        ledger.reverse(guest, HOTEL, purchase.id());

        ledger.posted(gift(friend, guest, CAFE, 100));

        assertThat(ledger.owed(guest)).isZero();
        assertThat(ledger.available(guest)).isZero();
        assertThat(ledger.available(friend)).isZero();
    }

    @Test
    void m_each_part_of_a_purchase_has_its_own_fate() {
        Posted purchase = ledger.earn(guest, HOTEL, TODAY.minusMonths(13), ONE_YEAR, 100);
        ledger.redeemOn(guest, CAFE, TODAY.minusMonths(13), 30);
        ledger.posted(gift(guest, friend, CAFE, 20));
        ledger.tellEverybody(TODAY.minusMonths(1).minusDays(30));
        ledger.expire(TODAY.minusMonths(1));
        assertThat(ledger.available(guest)).isZero();

        Posted reversed = ledger.reverse(guest, HOTEL, purchase.id());

        assertThat(reversed.points()).isEqualTo(Points.ZERO);
        assertThat(ledger.owed(guest)).as("spent 30, given 20; expired 50").isEqualTo(50);
    }

    @Test
    void n_received_points_cover_what_was_spent() {
        Posted purchase = ledger.earn(guest, HOTEL, 100);
        ledger.redeem(guest, CAFE, 100);
        ledger.earn(friend, CAFE, 70);
        ledger.posted(gift(friend, guest, CAFE, 70));

        assertThat(ledger.reverse(guest, HOTEL, purchase.id()).points()).isEqualTo(Points.of(70));
        assertThat(ledger.owed(guest)).isEqualTo(30);
    }

    @Test
    void o_what_another_reversal_took_out_of_its_place_on_the_line_expired_all_the_same() {
        Posted first = ledger.earn(guest, HOTEL, TODAY.minusMonths(13), ONE_YEAR, 100);
        Posted second = ledger.earn(guest, CAFE, TODAY.minusMonths(13), ONE_YEAR, 100);
        ledger.reverse(guest, CAFE, second.id());
        ledger.tellEverybody(TODAY.minusMonths(1).minusDays(30));
        ledger.expire(TODAY.minusMonths(1));

        ledger.reverse(guest, HOTEL, first.id());

        assertThat(ledger.owed(guest)).isZero();
    }

    @Test
    void buy_spend_and_refund_leaves_nobody_with_free_points() {
        Posted purchase = ledger.earn(guest, HOTEL, 100);
        ledger.redeem(guest, CAFE, 100);
        ledger.reverse(guest, HOTEL, purchase.id());

        assertThat(freePoints())
                .as("the goods for 100 points are paid for by a debt of 100")
                .isEqualTo(-100);
        ledger.earn(guest, CAFE, 100);
        assertThat(freePoints()).as("which the next 100 earned pay").isZero();
    }

    @Test
    void buy_give_and_refund_leaves_nobody_with_free_points() {
        Posted purchase = ledger.earn(guest, HOTEL, 100);
        ledger.posted(gift(guest, friend, CAFE, 100));
        ledger.reverse(guest, HOTEL, purchase.id());
        assertThat(freePoints()).isZero();

        ledger.redeem(friend, CAFE, 100);
        ledger.earn(guest, CAFE, 100);
        assertThat(freePoints()).as("100 were bought, 100 were spent").isZero();
    }

    @Test
    void buying_giving_and_refunding_again_and_again_gains_nothing() {
        for (int round = 0; round < 3; round++) {
            Posted purchase = ledger.earn(guest, HOTEL, 100);
            long passedOn = ledger.available(guest);
            if (passedOn > 0) {
                ledger.posted(gift(guest, friend, CAFE, passedOn));
            }
            ledger.reverse(guest, HOTEL, purchase.id());
            assertThat(freePoints()).isZero();
        }
    }

    @Test
    void a_purchase_is_reversed_once_even_within_a_batch() {
        Posted purchase = ledger.earn(guest, HOTEL, 100);

        ledger.poster.post(List.of(reversal(guest, HOTEL, purchase.id()), reversal(guest, HOTEL, purchase.id())));

        assertThat(ledger.refused(reversal(guest, HOTEL, purchase.id())).code())
                .isEqualTo(RefusalCode.PURCHASE_ALREADY_REVERSED);
        assertThat(ledger.owed(guest)).isZero();
    }

    @Test
    void only_the_partner_that_issued_can_take_back() {
        Posted purchase = ledger.earn(guest, HOTEL, 100);

        assertThat(ledger.refused(reversal(guest, CAFE, purchase.id())).code()).isEqualTo(RefusalCode.PURCHASE_UNKNOWN);
    }

    @Test
    void debts_to_several_partners_are_repaid_in_their_order_and_together() {
        Posted stay = ledger.earn(guest, HOTEL, 100);
        Posted coffee = ledger.earn(guest, CAFE, 10);
        ledger.redeem(guest, CAFE, 110);
        ledger.reverse(guest, HOTEL, stay.id());
        ledger.reverse(guest, CAFE, coffee.id());
        assertThat(ledger.owed(guest)).isEqualTo(110);

        ledger.earn(guest, HOTEL, 115);

        assertThat(ledger.owed(guest)).isZero();
        assertThat(ledger.available(guest)).isEqualTo(5);
    }

    @Test
    void a_second_debt_to_a_partner_adds_to_the_repaid_first() {
        for (int round = 0; round < 2; round++) {
            Posted stay = ledger.earn(guest, HOTEL, 100);
            ledger.redeem(guest, CAFE, 100);
            ledger.reverse(guest, HOTEL, stay.id());
            ledger.earn(guest, CAFE, 100);
        }

        assertThat(ledger.owed(guest)).isZero();
        assertThat(ledger.available(guest)).isZero();
    }

    private static Caller operator() {
        return Caller.system("test");
    }

    /** What both could spend, less what both owe. */
    private long freePoints() {
        return ledger.available(guest) + ledger.available(friend) - ledger.owed(guest) - ledger.owed(friend);
    }

    private static long onRecord(String query, MemberId member) throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                PreparedStatement statement = superuser.prepareStatement(query)) {
            statement.setLong(1, member.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
