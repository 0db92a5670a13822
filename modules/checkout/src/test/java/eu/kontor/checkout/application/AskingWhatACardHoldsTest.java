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
    void is_answered_at_any_brand_with_the_same_points_and_what_the_guest_is_there() {
        CardBalance atHome = inquiry.of(machine(hotel), card);
        CardBalance elsewhere = inquiry.of(machine(cafe), card);

        assertThat(atHome.balance().available().value()).isEqualTo(1_000);
        assertThat(elsewhere.balance()).isEqualTo(atHome.balance());
        assertThat(elsewhere.bearer().name()).isEqualTo("Ana Reis");
        assertThat(atHome.bearer().holder().enrolled()).isTrue();
        assertThat(elsewhere.bearer().holder().enrolled()).isFalse();
        assertThat(stage.isEnrolled(cafe, card)).as("asking enrols nobody").isFalse();
    }

    @Test
    void is_answered_to_the_operator_and_all_staff_and_to_nobody_else() {
        Caller operator = new Caller("subject", "name", Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH);
        assertThat(inquiry.of(operator, card).balance().available().value()).isEqualTo(1_000);
        for (Role staff : Set.of(Role.ADMIN, Role.FINANCE, Role.FRONT_DESK)) {
            assertThat(inquiry.of(person(cafe, staff), card).bearer().name()).isEqualTo("Ana Reis");
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
        assertThat(inquiry.of(machine(cafe), card).balance().available().value())
                .as("its points are not lost")
                .isEqualTo(1_000);
        CardNumber unknown = CardNumber.parse(stage.cardOfNobody());
        assertRefused(RefusalCode.CARD_UNKNOWN, () -> inquiry.of(machine(cafe), unknown));
    }
}
