package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
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
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/0002-reversals.md, by their letters. */
class TakingBackAPurchaseTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");

    private final TestLedger ledger = new TestLedger(DATABASE);
    private final MemberId guest = newMember();

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
    void e_what_lapsed_is_neither_taken_nor_owed() {
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
}
