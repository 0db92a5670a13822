package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.checkout.api.TicketReturns.TicketReturnReceipt;
import eu.kontor.checkout.api.Visits.Visit;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.One;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portal.preview.PreviewDesk;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TakingBackAtTheCounterTest {

    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    private final Caller cashier =
            new Caller("c", "Lucía", Optional.of(new TenantId(3)), Set.of(Role.FRONT_DESK), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final GuestPresenter guests =
            new GuestPresenter(world.members(), world.inquiry(), world.balances(), world.visits(), world.tenants());
    private final TillPresenter till =
            new TillPresenter(world.checkout(), world.programs(), world.tenants(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final TicketsPresenter tickets = new TicketsPresenter(
            till, world.checkout(), world.tickets(), world.tickets(), world.tickets(), world.visits());
    private final Guest guest =
            ((One) guests.find(cashier, PreviewDesk.cardOf(3).value())).guest();
    private final Visit visit =
            guests.visits(cashier, guest.member(), List.of()).getFirst().visit();

    @Test
    void aPartOfTheBillTakesItsPartOfThePoints() {
        MoneyAmount half = new MoneyAmount(
                visit.amount().amount().divide(BigDecimal.TWO), visit.amount().currency());

        TicketReturnReceipt receipt = tickets.takeBack(cashier, requested("k1"), wish(half));

        assertThat(receipt.purchase().takenBack())
                .isEqualTo(Points.of(visit.points().value() / 2));
        assertThat(receipt.amount()).isEqualTo(half);
    }

    @Test
    void moreThanWasPaidIsRefused() {
        MoneyAmount more = visit.amount().plus(MoneyAmount.of("0.01", "EUR"));

        assertThatThrownBy(() -> tickets.takeBack(cashier, requested("k2"), wish(more)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(RefusalCode.RETURN_EXCEEDS_PURCHASE));
    }

    private ReturnForm.Wish wish(MoneyAmount amount) {
        return new ReturnForm.Wish(visit.purchase(), "BAR", Optional.of(amount), List.of(), "Goods came back");
    }

    private static Requested requested(String key) {
        return new Requested("desk-" + key, NOW);
    }
}
