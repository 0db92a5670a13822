package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.One;
import eu.kontor.portal.frontdesk.GuestPresenter.Recipient;
import eu.kontor.portal.preview.PreviewDesk;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GivingAtTheCounterTest {

    private final Caller cashier =
            new Caller("c", "Lucía", Optional.of(new TenantId(3)), Set.of(Role.FRONT_DESK), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final GuestPresenter guests =
            new GuestPresenter(world.members(), world.inquiry(), world.balances(), world.visits(), world.tenants());
    private final CardNumber card = PreviewDesk.cardOf(3);
    private final CardNumber friend = PreviewDesk.cardOf(4);
    private final Guest giver = ((One) guests.find(cashier, card.value())).guest();

    @Test
    void theRecipientIsFoundByCardAndSaidByFirstNameOnly() {
        Recipient recipient = guests.recipient(cashier, giver, friend.grouped());

        assertThat(recipient).isEqualTo(new Recipient(friend, "Thomas"));
    }

    @Test
    void theGiversOwnCardAndWhatIsNoCardAreRefused() {
        assertRefused(RefusalCode.GIFT_TO_ONESELF, () -> guests.recipient(cashier, giver, card.value()));
        assertRefused(RefusalCode.CARD_NUMBER_MALFORMED, () -> guests.recipient(cashier, giver, "Thomas"));
    }

    private static void assertRefused(RefusalCode code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
