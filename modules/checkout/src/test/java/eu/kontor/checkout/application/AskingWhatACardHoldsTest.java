package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.person;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.BalanceInquiry;
import eu.kontor.checkout.api.BalanceInquiry.CardBalance;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AskingWhatACardHoldsTest {

    private final TillStage stage = new TillStage();
    private final BalanceInquiry inquiry = stage.inquiry();
    private final TenantId hotel = stage.tenant("asking-hotel");
    private final TenantId cafe = stage.tenant("asking-cafe");
    private final CardNumber card = stage.member(hotel);

    @BeforeEach
    void a_guest_with_a_thousand_points() {
        answer(stage.checkout().purchase(machine(hotel), purchase("stay " + card, card, "100.00")));
    }

    @Test
    void is_answered_where_the_guest_was_with_name_points_and_dates() {
        CardBalance atHome = inquiry.of(machine(hotel), card);

        assertThat(atHome.balance().orElseThrow().available().value()).isEqualTo(1_000);
        assertThat(atHome.bearer().name()).isEqualTo("Ana Reis");
        assertThat(atHome.bearer().memberSince()).isPresent();
        assertThat(atHome.bearer().holder().enrolled()).isTrue();
        assertThat(atHome.usable() && atHome.canRedeem()).isTrue();
    }

    @Test
    void elsewhere_with_the_first_name_and_whether_something_can_be_redeemed_and_no_points_or_dates() {
        CardBalance elsewhere = inquiry.of(machine(cafe), card);

        assertThat(elsewhere.bearer().name()).isEqualTo("Ana");
        assertThat(elsewhere.bearer().memberSince()).isEmpty();
        assertThat(elsewhere.bearer().language()).isEmpty();
        assertThat(elsewhere.balance()).isEmpty();
        assertThat(elsewhere.usable() && elsewhere.canRedeem()).isTrue();
        assertThat(elsewhere.redeemableFrom()).contains(Points.of(100));
        assertThat(inquiry.of(machine(cafe), stage.member(hotel)).canRedeem())
                .as("who has nothing")
                .isFalse();
        assertThat(stage.isEnrolled(cafe, card)).as("asking enrols nobody").isFalse();
    }

    @Test
    void of_strangers_only_so_often_and_of_guests_as_often_as_they_come() {
        TenantId inn = stage.tenant("asking-inn", 3);
        for (int i = 0; i < 3; i++) {
            inquiry.of(machine(inn), stage.member(hotel));
        }

        assertRefused(RefusalCode.TILL_TOO_FAST, () -> inquiry.of(machine(inn), card));
        assertRefused(
                RefusalCode.TILL_TOO_FAST, () -> inquiry.of(machine(inn), CardNumber.parse(stage.cardOfNobody())));
        assertThat(inquiry.of(machine(inn), stage.member(inn)).balance()).isPresent();
    }

    @Test
    void numbers_that_follow_each_other_are_told_as_a_search() {
        TenantId bar = stage.tenant("asking-bar");
        for (int serial = 870_000_001; serial < 870_000_007; serial++) {
            CardNumber next = CardNumber.issue("972401", serial);
            assertRefused(RefusalCode.CARD_UNKNOWN, () -> inquiry.of(machine(bar), next));
        }

        assertThat(stage.signals(bar)).anyMatch(signal -> signal.startsWith("card-probing"));
    }

    @Test
    void is_answered_to_the_operator_and_all_staff_and_to_nobody_else() {
        Caller operator = new Caller("subject", "name", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH);
        assertThat(inquiry.of(operator, card)
                        .balance()
                        .orElseThrow()
                        .available()
                        .value())
                .isEqualTo(1_000);
        for (Role staff : Set.of(Role.ADMIN, Role.FINANCE, Role.FRONT_DESK)) {
            assertThat(inquiry.of(person(hotel, staff), card).bearer().name()).isEqualTo("Ana Reis");
        }
        Caller nobody = new Caller("subject", "name", Optional.of(cafe), Set.of(), Locale.ENGLISH);
        assertRefused(RefusalCode.NOT_PERMITTED, () -> inquiry.of(nobody, card));
        Caller nowhere = new Caller("subject", "name", Optional.empty(), Set.of(Role.MACHINE), Locale.ENGLISH);
        assertRefused(RefusalCode.NO_TENANT, () -> inquiry.of(nowhere, card));
    }

    @Test
    void shows_a_blocked_card_as_blocked_and_refuses_one_that_nobody_holds() {
        stage.block(hotel, card);

        assertThat(inquiry.of(machine(cafe), card).bearer().holder().cardBlocked())
                .isTrue();
        assertThat(stage.balance(card).available().value())
                .as("its points are not lost")
                .isEqualTo(1_000);
        CardNumber unknown = CardNumber.parse(stage.cardOfNobody());
        assertRefused(RefusalCode.CARD_UNKNOWN, () -> inquiry.of(machine(cafe), unknown));
    }
}
