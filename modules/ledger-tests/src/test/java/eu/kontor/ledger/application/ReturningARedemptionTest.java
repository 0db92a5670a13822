package eu.kontor.ledger.application;

import static eu.kontor.ledger.testing.TestLedger.A_FIXED_YEAR;
import static eu.kontor.ledger.testing.TestLedger.FIRST_WINDOW;
import static eu.kontor.ledger.testing.TestLedger.ONE_YEAR;
import static eu.kontor.ledger.testing.TestLedger.OPERATOR;
import static eu.kontor.ledger.testing.TestLedger.TODAY;
import static eu.kontor.ledger.testing.TestLedger.TWO_YEARS;
import static eu.kontor.ledger.testing.TestLedger.newKey;
import static eu.kontor.ledger.testing.TestLedger.newMember;
import static eu.kontor.ledger.testing.TestLedger.returning;
import static eu.kontor.ledger.testing.TestLedger.voiding;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Outcome.Refused;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/0014-returned-redemptions.md. */
class ReturningARedemptionTest {

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
    void all_of_it_comes_back_and_the_partner_gives_back_what_it_was_paid() {
        ledger.earn(guest, HOTEL, 500);
        PostingId hold = redeemed(CAFE, 500);

        Posted back = ledger.posted(returning(guest, CAFE, hold, Optional.empty()));

        assertThat(back.points()).isEqualTo(Points.of(500));
        assertThat(back.availableAfter()).isEqualTo(Points.of(500));
        assertThat(ledger.transfers
                        .ofMember(OPERATOR, guest, Optional.empty(), 10)
                        .rows())
                .first()
                .satisfies(transfer -> {
                    assertThat(transfer.kind()).isEqualTo(TransferKind.REDEMPTION_RETURNED);
                    assertThat(transfer.tenant()).isEqualTo(CAFE);
                });
        assertThat(ledger.refused(returning(guest, CAFE, hold, Optional.empty()))
                        .code())
                .isEqualTo(RefusalCode.REDEMPTION_ALREADY_RETURNED);
    }

    @Test
    void parts_of_it_come_back_and_never_more_than_was_redeemed() {
        ledger.earn(guest, HOTEL, 500);
        PostingId hold = redeemed(CAFE, 300);
        ledger.posted(returning(guest, CAFE, hold, Optional.of(Points.of(100))));

        Refused refused = ledger.refused(returning(guest, CAFE, hold, Optional.of(Points.of(201))));
        ledger.posted(returning(guest, CAFE, hold, Optional.of(Points.of(200))));

        assertThat(refused.code()).isEqualTo(RefusalCode.RETURN_EXCEEDS_REDEMPTION);
        assertThat(refused.details()).containsEntry("left", 200L);
        assertThat(ledger.available(guest)).isEqualTo(500);
    }

    @Test
    void the_points_go_to_the_pockets_that_they_left_the_last_first() {
        ledger.earn(guest, HOTEL, TODAY, ONE_YEAR, 40);
        ledger.earn(guest, CAFE, TODAY, TWO_YEARS, 60);
        PostingId hold = redeemed(CAFE, 70);

        ledger.posted(returning(guest, CAFE, hold, Optional.of(Points.of(50))));

        assertThat(ledger.balances.of(guest).pockets())
                .extracting(pocket -> pocket.pocket() + " " + pocket.available())
                .containsExactly(ONE_YEAR + " 20", TWO_YEARS + " 60");
    }

    @Test
    void they_are_as_old_as_they_were_and_what_would_have_run_out_meanwhile_expires_after_its_notice()
            throws Exception {
        LocalDate issued = TODAY.minusMonths(14);
        CheckedLedger own = new CheckedLedger(KontorDatabase.fresh());
        own.earn(guest, HOTEL, issued, A_FIXED_YEAR, 100);
        PostingId hold = own.authorize(guest, CAFE, 100).id();
        own.capture(guest, CAFE, hold);
        own.posted(returning(guest, CAFE, hold, Optional.empty()));

        assertThat(own.expire(TODAY).points()).isEqualTo(Points.ZERO);
        own.tellEverybody(TODAY);
        own.clock.set(own.clock.instant().plus(Duration.ofDays(30)));
        assertThat(own.expire(TODAY.plusDays(29)).points()).isEqualTo(Points.ZERO);
        assertThat(own.expire(TODAY.plusDays(30)).points()).isEqualTo(Points.of(100));
        own.mustBeCoherent();
    }

    @Test
    void what_comes_back_repays_debts_first() {
        PostingId stay = ledger.earn(guest, HOTEL, 100).id();
        PostingId hold = redeemed(CAFE, 100);
        ledger.reverse(guest, HOTEL, stay);
        assertThat(ledger.owed(guest)).isEqualTo(100);

        Posted back = ledger.posted(returning(guest, CAFE, hold, Optional.of(Points.of(60))));

        assertThat(back.availableAfter()).isEqualTo(Points.ZERO);
        assertThat(ledger.owed(guest)).isEqualTo(40);
    }

    @Test
    void what_was_not_captured_cannot_be_returned() {
        ledger.earn(guest, HOTEL, 100);
        PostingId open = ledger.authorize(guest, CAFE, 50).id();
        PostingId voided = ledger.authorize(guest, CAFE, 50).id();
        ledger.posted(voiding(guest, CAFE, voided));

        assertThat(ledger.refused(returning(guest, CAFE, open, Optional.empty()))
                        .code())
                .isEqualTo(RefusalCode.REDEMPTION_NOT_CAPTURED);
        assertThat(ledger.refused(returning(guest, CAFE, voided, Optional.empty()))
                        .code())
                .isEqualTo(RefusalCode.HOLD_ALREADY_VOIDED);
        assertThat(ledger.refused(returning(guest, HOTEL, open, Optional.empty()))
                        .code())
                .isEqualTo(RefusalCode.HOLD_UNKNOWN);
    }

    @Test
    void two_returns_at_once_bring_back_no_more_than_was_redeemed() throws Exception {
        ledger.earn(guest, HOTEL, 100);
        try (ExecutorService tills = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 10; i++) {
                PostingId hold = redeemed(CAFE, 100);
                Future<Outcome> one = tills.submit(() -> ledger.post(returning(guest, CAFE, hold, Optional.empty())));
                Future<Outcome> other = tills.submit(() -> ledger.post(returning(guest, CAFE, hold, Optional.empty())));

                assertThat(List.of(one.get(), other.get()))
                        .hasAtLeastOneElementOfType(Posted.class)
                        .hasAtLeastOneElementOfType(Refused.class);
                assertThat(ledger.available(guest)).isEqualTo(100);
            }
        }
    }

    @Test
    void after_the_close_it_settles_in_the_running_window_at_the_price_of_the_redemptions_month() throws Exception {
        CheckedLedger closing = new CheckedLedger(KontorDatabase.fresh());
        closing.earn(guest, HOTEL, FIRST_WINDOW.atDay(3), TWO_YEARS, 100);
        PostingId hold = closing.authorize(guest, CAFE, 100).id();
        closing.posted(new Posting.Capture(
                newKey(), guest, CAFE, FIRST_WINDOW.atDay(4), hold, Optional.empty(), Optional.empty()));
        closing.windows.close(FIRST_WINDOW);

        closing.posted(returning(guest, CAFE, hold, Optional.of(Points.of(30))));

        assertThat(closing.windows.positions(YearMonth.from(TODAY)))
                .filteredOn(position -> position.kind() == TransferKind.REDEMPTION_RETURNED)
                .singleElement()
                .satisfies(position -> {
                    assertThat(position.points()).isEqualTo(Points.of(30));
                    assertThat(position.tenant()).isEqualTo(CAFE);
                    assertThat(position.businessMonth()).isEqualTo(FIRST_WINDOW);
                });
        closing.mustBeCoherent();
    }

    private PostingId redeemed(TenantId tenant, long points) {
        PostingId hold = ledger.authorize(guest, tenant, points).id();
        ledger.capture(guest, tenant, hold);
        return hold;
    }
}
