package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.One;
import eu.kontor.portal.frontdesk.TillPresenter.Bill;
import eu.kontor.portal.preview.PreviewDesk;
import eu.kontor.portalkit.i18n.Formats;
import eu.kontor.portalkit.i18n.Wording;
import eu.kontor.tenancy.api.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The counter tells of who never was at this brand what a till is told, and no more, until they are a guest here. */
class AStrangersCardAtTheCounterTest {

    private static final CardNumber STRANGERS = PreviewDesk.cardOf(9);
    private static final CardNumber HUGOS = PreviewDesk.cardOf(2);

    private final Caller cashier =
            new Caller("c", "Lucía", Optional.of(new TenantId(3)), Set.of(Role.FRONT_DESK), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final GuestPresenter guests =
            new GuestPresenter(world.members(), world.inquiry(), world.balances(), world.visits(), world.tenants());
    private final TillPresenter till =
            new TillPresenter(world.checkout(), world.programs(), world.tenants(), world.clock());
    private final Tenant tenant = world.tenants().get(new TenantId(3));
    private final Desk desk = new Desk(
            cashier,
            tenant,
            new Wording(Formats.in(Locale.ENGLISH), "Ronda points", Locale.ENGLISH, tenant.zone(), world.clock()));

    @Test
    void shows_the_first_name_and_no_balance() {
        Guest stranger = shown(STRANGERS);

        assertThat(stranger.name()).isEqualTo("Inés");
        assertThat(stranger.has()).isEqualTo(GuestPresenter.Has.UNKNOWN);
        assertThat(text(stranger))
                .contains("First visit here")
                .contains("It is enough to redeem.")
                .doesNotContain("Cordero")
                .doesNotContain("Ronda points");
    }

    @Test
    void offers_to_redeem_where_a_till_would_be_told_that_it_can() {
        assertThat(shown(STRANGERS).mayHavePoints()).isTrue();
    }

    @Test
    void shows_everything_once_a_purchase_made_a_guest_of_them() {
        till.earn(
                cashier,
                new RequestKeys(world.clock()).next(),
                STRANGERS,
                new Bill("BAR", MoneyAmount.of("12.40", "EUR"), List.of()));

        Guest guest = guests.again(cashier, shown(STRANGERS));

        assertThat(guest.name()).isEqualTo("Inés Cordero");
        assertThat(guest.available().isZero()).isFalse();
    }

    @Test
    void of_a_guest_who_is_known_says_what_is_not_in_the_balance_and_from_when() {
        assertThat(text(shown(HUGOS))).contains("85 more can be spent from 6 Dec 2026");
    }

    private Guest shown(CardNumber card) {
        return ((One) guests.find(cashier, card.value())).guest();
    }

    private String text(Guest guest) {
        return new GuestSummary(desk, guest).getElement().getTextRecursively();
    }
}
