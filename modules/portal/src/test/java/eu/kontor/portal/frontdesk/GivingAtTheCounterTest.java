package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.checkout.api.Checkout.GiftReceipt;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.frontdesk.GuestPresenter.Guest;
import eu.kontor.portal.frontdesk.GuestPresenter.One;
import eu.kontor.portal.frontdesk.GuestPresenter.Recipient;
import eu.kontor.portal.frontdesk.TillPresenter.Gift;
import eu.kontor.portal.preview.PreviewDesk;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GivingAtTheCounterTest {

    private final Caller cashier =
            new Caller("c", "Lucía", Optional.of(new TenantId(3)), Set.of(Role.FRONT_DESK), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final TillPresenter till =
            new TillPresenter(world.checkout(), world.programs(), world.tenants(), world.clock());
    private final GuestPresenter guests =
            new GuestPresenter(world.members(), world.balances(), world.visits(), world.tenants());
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

    @Test
    void theReceiptSaysWhatTheGiverHasLeft() {
        GiftReceipt receipt = till.give(cashier, gift("2468"));

        assertThat(receipt.points()).isEqualTo(Points.of(300));
        assertThat(receipt.availableAfter().value()).isEqualTo(giver.available().value() - 300);
    }

    @Test
    void aWrongCodeIsRefused() {
        assertRefused(RefusalCode.CONFIRMATION_CODE_WRONG, () -> till.give(cashier, gift("1111")));
    }

    private Gift gift(String code) {
        return new Gift("desk-1", card, friend, "BAR", Points.of(300), code);
    }

    private static void assertRefused(RefusalCode code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
