package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.portal.frontdesk.TillPresenter.Bill;
import eu.kontor.portal.frontdesk.TillPresenter.Redemption;
import eu.kontor.portal.preview.PreviewDesk;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists are filed behind the ledger; the counter knows what it posted and lists it beside the balance that contains it. */
class WhatWasPostedIsListedAtOnceTest {

    private final Caller cashier =
            new Caller("c", "Lucía", Optional.of(new TenantId(3)), Set.of(Role.FRONT_DESK), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final RequestKeys keys = new RequestKeys(world.clock());
    private final TillPresenter till =
            new TillPresenter(world.checkout(), world.programs(), world.tenants(), world.clock());
    private final GuestPresenter guests =
            new GuestPresenter(world.members(), world.inquiry(), world.balances(), world.visits(), world.tenants());
    private final TicketsPresenter tickets = new TicketsPresenter(
            till, world.checkout(), world.tickets(), world.tickets(), world.tickets(), world.visits());
    private final CardNumber card = PreviewDesk.cardOf(3);
    private final MemberId member = new MemberId(3);
    private final Lately lately = new Lately();

    @Test
    void a_purchase_above_the_visits_that_are_filed() {
        PostingId sold = sell();

        assertThat(guests.visits(cashier, member, List.of()))
                .noneMatch(line -> line.visit().purchase().equals(sold));
        assertThat(guests.visits(cashier, member, lately.purchases())
                        .getFirst()
                        .visit()
                        .purchase())
                .isEqualTo(sold);
    }

    @Test
    void and_as_taken_back_when_it_was_undone() {
        PostingId sold = sell();
        tickets.takeBack(cashier, keys.next(), new ReturnForm.Wish(sold, "BAR", Optional.empty(), List.of(), "undone"));

        assertThat(guests.visits(cashier, member, lately.purchases())
                        .getFirst()
                        .visit()
                        .reversed())
                .isTrue();
    }

    @Test
    void what_was_paid_with_points_once() {
        var receipt = till.redeem(
                cashier,
                new Redemption(
                        keys.next().key(), card, "BAR", Points.of(300), Currency.getInstance("EUR"), "2468", ""));
        lately.note(Touched.redemption(receipt.receipt().hold()));
        lately.note(Touched.redemption(receipt.receipt().hold()));

        assertThat(tickets.redemptions(cashier, member, lately.redemptions()))
                .filteredOn(line ->
                        line.redemption().hold().equals(receipt.receipt().hold()))
                .hasSize(1);
    }

    @Test
    void for_the_guest_on_display_and_not_for_the_next() {
        sell();
        lately.forget();

        assertThat(lately.purchases()).isEmpty();
    }

    private PostingId sell() {
        PostingId sold = till.earn(
                        cashier, keys.next(), card, new Bill("BAR", MoneyAmount.of("12.40", "EUR"), List.of()))
                .id();
        lately.note(Touched.purchase(sold));
        return sold;
    }
}
