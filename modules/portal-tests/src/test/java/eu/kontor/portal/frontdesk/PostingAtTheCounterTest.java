package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.frontdesk.CheckoutThatStumbles.Turn;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portal.frontdesk.TillPresenter.Bill;
import eu.kontor.portal.frontdesk.TillPresenter.Gift;
import eu.kontor.portal.frontdesk.TillPresenter.Redemption;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.portalkit.look.Notice;
import eu.kontor.tenancy.api.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A cashier presses, nobody answers, the cashier presses again. Meanwhile the clock goes on. */
class PostingAtTheCounterTest {

    private final Caller cashier =
            new Caller("c", "Lucía", Optional.of(new TenantId(3)), Set.of(Role.FRONT_DESK), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final Clock clock = new MovingClock(world.clock().instant());
    private final CheckoutThatStumbles checkout = new CheckoutThatStumbles(world.checkout());
    private final TillPresenter till = new TillPresenter(checkout, world.programs(), world.tenants(), clock);
    private final CardNumber card = PreviewDesk.cardOf(3);
    private final Tenant tenant = world.tenants().get(new TenantId(3));
    private final Desk desk = new Desk(
            cashier,
            tenant,
            new Wording(Formats.in(Locale.ENGLISH), "Ronda points", Locale.ENGLISH, tenant.zone(), clock));
    private final Notice notice = new Notice();
    private final List<String> done = new ArrayList<>();
    private int balancesRead;

    private final Bill bill = bill("12.40");
    private final RetryableSubmission<Bill, ?> sale =
            posting((requested, content) -> till.earn(cashier, requested, card, content), done::add);
    private final RetryableSubmission<Points, ?> redemption = posting(
            (requested, points) -> till.redeem(
                    cashier,
                    new Redemption(requested.key(), card, "BAR", points, Currency.getInstance("EUR"), "2468", "")),
            done::add);
    private final RetryableSubmission<Points, ?> gift = posting(
            (requested, points) ->
                    till.give(cashier, new Gift(requested.key(), card, PreviewDesk.cardOf(4), "BAR", points, "2468")),
            done::add);

    @Test
    void a_sale_without_an_answer_is_posted_once_however_often_it_is_pressed() {
        checkout.next(Turn.POSTS_AND_TIMES_OUT, Turn.POSTS_AND_TIMES_OUT);

        sale.press(bill);
        sale.press(bill);
        assertThat(said()).isEqualTo("There is no answer yet. Press again: nothing is posted twice.");
        assertThat(done).isEmpty();

        sale.press(bill);
        assertThat(done).hasSize(1);
        assertThat(checkout.posted()).isEqualTo(1);
    }

    @Test
    void a_refusal_that_did_not_look_for_the_first_press_leaves_it_in_doubt() {
        checkout.next(Turn.POSTS_AND_TIMES_OUT, Turn.IS_OVERLOADED);

        gift.press(Points.of(300));
        gift.press(Points.of(300));
        assertThat(said()).doesNotContain("no answer");

        gift.press(Points.of(300));
        assertThat(done).hasSize(1);
        assertThat(checkout.posted()).isEqualTo(1);
    }

    @Test
    void a_code_typed_wrongly_while_in_doubt_leaves_it_in_doubt() {
        checkout.next(Turn.POSTS_AND_TIMES_OUT, Turn.WANTS_ANOTHER_CODE);

        gift.press(Points.of(300));
        gift.press(Points.of(300));
        gift.press(Points.of(300));

        assertThat(done).hasSize(1);
        assertThat(checkout.posted()).isEqualTo(1);
    }

    @Test
    void points_that_are_held_and_could_not_be_taken_are_taken_by_the_next_press() {
        checkout.next(Turn.ANSWERS, Turn.IS_OVERLOADED);

        redemption.press(Points.of(500));
        assertThat(said()).isEqualTo("There is no answer yet. Press again: nothing is posted twice.");

        redemption.press(Points.of(500));
        assertThat(done).hasSize(1);
        assertThat(checkout.posted()).as("one hold, one capture").isEqualTo(2);
    }

    @Test
    void a_lost_connection_is_no_answer() {
        checkout.next(Turn.POSTS_AND_LOSES_THE_CONNECTION);

        sale.press(bill);
        assertThat(said()).isEqualTo("There is no answer yet. Press again: nothing is posted twice.");

        sale.press(bill);
        assertThat(done).hasSize(1);
        assertThat(checkout.posted()).isEqualTo(1);
    }

    @Test
    void what_the_ledger_refuses_is_decided_and_something_else_may_follow() {
        checkout.next(Turn.TIMES_OUT, Turn.FINDS_TOO_FEW_POINTS);

        redemption.press(Points.of(500));
        assertThat(redemption.request().inDoubtBefore(Points.of(400))).isPresent();
        redemption.press(Points.of(500));

        assertThat(redemption.request().inDoubtBefore(Points.of(400))).isEmpty();
    }

    @Test
    void the_first_is_finished_under_its_own_key_and_what_was_typed_since_waits_for_another_press() {
        checkout.next(Turn.POSTS_AND_TIMES_OUT);
        Bill other = bill("14.20");
        sale.press(bill);

        sale.finish(bill, other);

        assertThat(checkout.posted()).isEqualTo(1);
        assertThat(balancesRead).as("the balance beside it was read anew").isEqualTo(1);
        assertThat(said())
                .endsWith("Press again to post " + desk.words().formats().money(other.amount()) + " as well.");
        sale.press(other);
        assertThat(checkout.posted()).isEqualTo(2);
    }

    @Test
    void a_page_that_fails_after_the_posting_is_no_failed_posting() {
        RetryableSubmission<Bill, ?> withABrokenPage =
                posting((requested, content) -> till.earn(cashier, requested, card, content), sentence -> {
                    throw new IllegalStateException("the balance cannot be read");
                });

        assertThatThrownBy(() -> withABrokenPage.press(bill)).hasMessage("the balance cannot be read");

        assertThat(notice.isVisible()).isFalse();
        assertThat(withABrokenPage.request().isInDoubt()).isFalse();
    }

    private static Bill bill(String amount) {
        return new Bill("BAR", MoneyAmount.of(amount, "EUR"), List.of());
    }

    private String said() {
        return notice.getElement().getTextRecursively();
    }

    private <T, R> RetryableSubmission<T, R> posting(BiFunction<Requested, T, R> post, Consumer<String> whenDone) {
        return new RetryableSubmission<>(
                desk,
                new TillRequest<>(new RequestKeys(clock)),
                new DeskEvents(() -> "BAR", posted -> whenDone.accept(posted.sentence()), touched -> balancesRead++),
                new FormWithoutFields<>(desk, post),
                notice);
    }

    private record FormWithoutFields<T, R>(Desk desk, BiFunction<Requested, T, R> posting)
            implements RetryableSubmission.Form<T, R> {

        @Override
        public R post(Requested requested, T content) {
            return posting.apply(requested, content);
        }

        @Override
        public String sentence(T content, R receipt) {
            return "Posted.";
        }

        @Override
        public String inWords(T content) {
            return content instanceof Bill some ? desk.words().formats().money(some.amount()) : content.toString();
        }

        @Override
        public void clear() {}

        @Override
        public void again() {}
    }

    /** Seven seconds later at every look. */
    private static final class MovingClock extends Clock {

        private Instant now;

        MovingClock(Instant start) {
            now = start;
        }

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofSeconds(7));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
