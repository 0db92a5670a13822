package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.checkout.api.Checkout.MoveReceipt;
import eu.kontor.checkout.api.Visits.Visit;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.One;
import eu.kontor.portal.frontdesk.RequestKeys.Requested;
import eu.kontor.portal.preview.PreviewDesk;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MovingAPurchaseAtTheCounterTest {

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
    void theRightCardGetsThePoints() {
        CardNumber right = PreviewDesk.cardOf(4);
        long before = available(right);

        MoveReceipt receipt = move(right.grouped());

        assertThat(receipt.from()).isEqualTo(visit.purchase());
        assertThat(receipt.purchase().card()).isEqualTo(right);
        assertThat(available(right) - before)
                .isEqualTo(receipt.purchase().earning().points().value());
    }

    @Test
    void aCardNumberThatIsNoneIsRefused() {
        assertThatThrownBy(() -> move("97240100"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(RefusalCode.CARD_NUMBER_MALFORMED));
    }

    private MoveReceipt move(String card) {
        return tickets.move(cashier, new Requested("desk-move", NOW), new MoveForm.Wish(visit.purchase(), card));
    }

    private long available(CardNumber card) {
        return ((One) guests.find(cashier, card.value())).guest().available().value();
    }
}
