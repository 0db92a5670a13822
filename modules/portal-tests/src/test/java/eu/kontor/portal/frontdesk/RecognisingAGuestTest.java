package eu.kontor.portal.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.portal.frontdesk.GuestPresenter.Nobody;
import eu.kontor.portal.frontdesk.GuestPresenter.One;
import eu.kontor.portal.frontdesk.GuestPresenter.Several;
import eu.kontor.portal.preview.FakeMembers;
import eu.kontor.portal.preview.PreviewDesk;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecognisingAGuestTest {

    private final Caller cashier =
            new Caller("c", "Lucía", Optional.of(new TenantId(3)), Set.of(Role.FRONT_DESK), Locale.ENGLISH);
    private final PreviewDesk world = new PreviewDesk();
    private final GuestPresenter guests =
            new GuestPresenter(world.members(), world.inquiry(), world.balances(), world.visits(), world.tenants());

    private static CardNumber card(long member) {
        return PreviewDesk.cardOf(member);
    }

    @Test
    void byTheWholeCardNumberWithOrWithoutSpaces() {
        assertThat(guests.find(cashier, card(2).value())).isInstanceOf(One.class);
        assertThat(guests.find(cashier, card(2).grouped())).isInstanceOf(One.class);
    }

    @Test
    void byALinkThatAScannerSent() {
        One found = (One) guests.find(cashier, "https://kontor.eu/c/" + card(2).value() + "?v=1");
        assertThat(found.guest().card()).contains(card(2));
        assertThat(found.guest().problem()).isEmpty();
    }

    @Test
    void byANameThatFitsOne() {
        assertThat(guests.find(cashier, "Hugo")).isInstanceOf(One.class);
    }

    @Test
    void aNameThatFitsSeveralLetsTheCashierChoose() {
        Several several = (Several) guests.find(cashier, "mar");
        assertThat(several.candidates()).hasSizeGreaterThan(1);
    }

    @Test
    void aNameThatFitsNobodyIsNoError() {
        assertThat(guests.find(cashier, "Zebedee")).isInstanceOf(Nobody.class);
    }

    @Test
    void aMisreadCardNumberSaysSo() {
        String wrong = card(2).value().substring(0, 15) + (card(2).value().charAt(15) == '0' ? '1' : '0');
        assertThatThrownBy(() -> guests.find(cashier, wrong))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(RefusalCode.CARD_CHECK_DIGIT_WRONG));
    }

    @Test
    void aCardNumberWithADigitMissingIsNotTakenForAPhone() {
        assertThatThrownBy(() -> guests.find(cashier, card(2).value().substring(1)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(RefusalCode.CARD_NUMBER_MALFORMED));
    }

    @Test
    void aBlockedCardIsShownWithItsProblem() {
        One found = (One) guests.find(cashier, card(7).value());
        assertThat(found.guest().problem()).map(Refusal::code).contains(RefusalCode.CARD_BLOCKED);
    }

    @Test
    void aBlockedCardOfAGuestWhomOnlyOtherBrandsKnowIsRefusedWhenItIsShown() {
        One found =
                (One) guests.find(cashier, card(FakeMembers.BLOCKED_ELSEWHERE).value());
        assertThat(found.guest().enrolledHere()).isFalse();
        assertThat(found.guest().problem()).map(Refusal::code).contains(RefusalCode.CARD_BLOCKED);
    }

    @Test
    void aGuestWhomOnlyOtherBrandsKnowIsServedOnTheCardInHand() {
        One found = (One) guests.find(cashier, card(9).value());
        assertThat(found.guest().enrolledHere()).isFalse();
        assertThat(found.guest().card()).contains(card(9));
        assertThat(found.guest().problem()).isEmpty();
    }

    @Test
    void theNumberOfACardThatWasReplacedFindsTheGuestAndSaysWhichCardToAskFor() {
        One found = (One) guests.find(cashier, card(FakeMembers.REPLACED).value());
        assertThat(found.guest().name()).isEqualTo("Olivia Brandt");
        assertThat(found.guest().problem()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo(RefusalCode.CARD_REPLACED);
            assertThat(problem.sentence(Locale.ENGLISH)).contains("ends in 39");
        });
    }
}
