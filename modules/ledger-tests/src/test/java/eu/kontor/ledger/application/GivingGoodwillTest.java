package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.FIRST_WINDOW;
import static eu.kontor.ledger.testing.TestLedger.OPERATOR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.goodwill;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static eu.kontor.ledger.testing.TestLedger.reversal;
import static eu.kontor.ledger.testing.TestLedger.takingBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/0016-goodwill.md. */
class GivingGoodwillTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");
    private static final TenantId CAFE = DATABASE.tenant("cafe");

    private final CheckedLedger ledger = new CheckedLedger(DATABASE);
    private final MemberId guest = newMember();

    @AfterEach
    void coherent() {
        ledger.mustBeCoherent();
    }

    @Test
    void points_come_without_a_purchase_as_a_kind_of_their_own() {
        Posted given = ledger.posted(goodwill(guest, HOTEL, 300, false));

        assertThat(given.availableAfter()).isEqualTo(Points.of(300));
        assertThat(rows())
                .extracting(TransferRow::kind, TransferRow::tenant, TransferRow::outlet)
                .containsExactly(tuple(TransferKind.GOODWILL, HOTEL, 0));
    }

    @Test
    void the_same_request_gives_them_once() {
        Posting.Goodwill request = goodwill(guest, HOTEL, 300, false);
        Posted first = ledger.posted(request);

        Posted again = ledger.posted(request);

        assertThat(again.replayed()).isTrue();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(ledger.available(guest)).isEqualTo(300);
    }

    @Test
    void they_repay_what_the_member_owes() {
        Posted stay = ledger.earn(guest, CAFE, 100);
        ledger.redeem(guest, HOTEL, 100);
        ledger.reverse(guest, CAFE, stay.id());

        Posted given = ledger.posted(goodwill(guest, HOTEL, 300, false));

        assertThat(given.availableAfter()).isEqualTo(Points.of(200));
    }

    @Test
    void given_by_mistake_they_are_taken_back_once_and_what_was_spent_is_owed() {
        Posted given = ledger.posted(goodwill(guest, HOTEL, 300, false));
        ledger.redeem(guest, CAFE, 120);

        Posted back = ledger.posted(takingBack(guest, HOTEL, given.id()));

        assertThat(back.points()).isEqualTo(Points.of(180));
        assertThat(ledger.balances.of(guest).debt()).isEqualTo(Points.of(120));
        assertThat(rows()).first().satisfies(row -> assertThat(row.kind()).isEqualTo(TransferKind.GOODWILL_TAKEN_BACK));
        assertThat(ledger.refused(takingBack(guest, HOTEL, given.id())).code())
                .isEqualTo(RefusalCode.PURCHASE_ALREADY_REVERSED);
    }

    @Test
    void what_the_operator_gave_and_was_spent_is_let_go() {
        Posted given = ledger.posted(goodwill(guest, HOTEL, 300, true));
        ledger.redeem(guest, CAFE, 120);

        Posted back = ledger.posted(takingBack(guest, HOTEL, given.id()));

        assertThat(back.points()).isEqualTo(Points.of(180));
        assertThat(ledger.balances.of(guest).debt()).isEqualTo(Points.ZERO);
        assertThat(rows())
                .extracting(TransferRow::kind)
                .contains(TransferKind.OPERATOR_GOODWILL, TransferKind.OPERATOR_GOODWILL_TAKEN_BACK);
    }

    @Test
    void a_till_does_not_take_it_back_as_a_purchase_nor_a_purchase_as_goodwill() {
        Posted given = ledger.posted(goodwill(guest, HOTEL, 300, false));
        Posted bought = ledger.earn(guest, HOTEL, 50);

        assertThat(ledger.refused(reversal(guest, HOTEL, given.id())).code()).isEqualTo(RefusalCode.PURCHASE_UNKNOWN);
        assertThat(ledger.refused(takingBack(guest, HOTEL, bought.id())).code())
                .isEqualTo(RefusalCode.PURCHASE_UNKNOWN);
        assertThat(ledger.refused(takingBack(guest, CAFE, given.id())).code()).isEqualTo(RefusalCode.PURCHASE_UNKNOWN);
    }

    @Test
    void after_the_close_it_is_taken_back_in_the_running_window_at_the_price_of_its_month() throws Exception {
        CheckedLedger closing = new CheckedLedger(KontorDatabase.fresh());
        Posted given = closing.posted(new Posting.Goodwill(
                newKey(), guest, HOTEL, FIRST_WINDOW.atDay(3), Points.of(100), TWO_YEARS, false, Optional.empty()));
        closing.windows.close(FIRST_WINDOW);

        closing.posted(takingBack(guest, HOTEL, given.id()));

        assertThat(closing.windows.positions(YearMonth.from(TODAY)))
                .filteredOn(position -> position.kind() == TransferKind.GOODWILL_TAKEN_BACK)
                .singleElement()
                .satisfies(position -> {
                    assertThat(position.points()).isEqualTo(Points.of(100));
                    assertThat(position.businessMonth()).isEqualTo(FIRST_WINDOW);
                });
        closing.mustBeCoherent();
    }

    private java.util.List<TransferRow> rows() {
        return ledger.transfers.ofMember(OPERATOR, guest, Optional.empty(), 10).rows();
    }
}
