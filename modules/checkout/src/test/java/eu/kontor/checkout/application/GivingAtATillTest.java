package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.person;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.GiftReceipt;
import eu.kontor.checkout.api.Checkout.GiftRequest;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GivingAtATillTest {

    private static final String CODE = "471183";

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId hotel = stage.tenant("giving-hotel");
    private final TenantId cafe = stage.tenant("giving-cafe");
    private final CardNumber giver = stage.member(hotel);
    private final CardNumber friend = stage.member(hotel);

    @BeforeEach
    void aGuestWithAThousandPoints() {
        answer(checkout.purchase(machine(hotel), purchase("stay", giver, "100.00")));
    }

    @Test
    void points_go_from_one_card_to_the_other_at_any_brand() {
        GiftReceipt given = answer(checkout.give(machine(cafe), gift("g", 300, CODE)));
        GiftReceipt onwards = answer(checkout.give(
                machine(cafe),
                new GiftRequest(
                        TillStage.ofCard("b", friend),
                        friend.value(),
                        giver.value(),
                        "main",
                        Points.of(100),
                        Optional.of(CODE))));

        assertThat(given.points()).isEqualTo(Points.of(300));
        assertThat(given.availableAfter()).isEqualTo(Points.of(700));
        assertThat(onwards.availableAfter()).isEqualTo(Points.of(200));
    }

    @Test
    void a_retry_gets_the_first_answer_and_another_recipient_is_another_gift() {
        GiftReceipt first = answer(checkout.give(machine(cafe), gift("g", 300, CODE)));
        GiftReceipt again = answer(checkout.give(machine(cafe), gift("g", 300, CODE)));

        assertThat(again.replayed()).isTrue();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.availableAfter()).isEqualTo(Points.of(700));
        CardNumber another = stage.member(hotel);
        assertRefused(
                RefusalCode.REQUEST_KEY_REUSED,
                () -> answer(checkout.give(
                        machine(cafe),
                        new GiftRequest(
                                TillStage.ofCard("g", giver),
                                giver.value(),
                                another.value(),
                                "main",
                                Points.of(300),
                                Optional.of(CODE)))));
    }

    @Test
    void a_till_gives_nothing_away_without_the_givers_code_however_little_it_is() {
        assertRefused(RefusalCode.FIELD_MISSING, () -> answer(checkout.give(machine(cafe), gift("n", 1, null))));
        assertRefused(RefusalCode.FIELD_MISSING, () -> answer(checkout.give(machine(cafe), gift("n", 1, " "))));
        assertRefused(
                RefusalCode.CONFIRMATION_CODE_WRONG,
                () -> answer(checkout.give(machine(cafe), gift("n", 1, "000000"))));

        assertThat(stage.balance(giver).available()).isEqualTo(Points.of(1000));
    }

    @Test
    void at_the_front_desk_the_giver_confirms_with_the_code() {
        var desk = person(cafe, Role.FRONT_DESK);

        assertRefused(RefusalCode.FIELD_MISSING, () -> answer(checkout.give(desk, gift("d", 300, null))));
        assertRefused(
                RefusalCode.CONFIRMATION_CODE_MISTYPED, () -> answer(checkout.give(desk, gift("d", 300, "0000"))));
        assertThat(answer(checkout.give(desk, gift("d", 300, CODE))).points()).isEqualTo(Points.of(300));
    }

    @Test
    void nobody_is_enrolled_by_a_gift() {
        answer(checkout.give(machine(cafe), gift("g", 300, CODE)));

        assertThat(stage.isEnrolled(cafe, giver)).isFalse();
        assertThat(stage.isEnrolled(cafe, friend)).isFalse();
    }

    @Test
    void what_cannot_be_given_is_refused() {
        assertRefused(RefusalCode.BALANCE_TOO_LOW, () -> answer(checkout.give(machine(cafe), gift("m", 1001, CODE))));
        assertRefused(RefusalCode.POINTS_NOT_POSITIVE, () -> answer(checkout.give(machine(cafe), gift("z", 0, CODE))));
        assertRefused(RefusalCode.GIFT_TO_ONESELF, () -> answer(checkout.give(machine(cafe), to(giver.value()))));
        assertRefused(RefusalCode.FIELD_MISSING, () -> answer(checkout.give(machine(cafe), to(" "))));
        assertRefused(RefusalCode.CARD_UNKNOWN, () -> answer(checkout.give(machine(cafe), to(stage.cardOfNobody()))));
    }

    @Test
    void a_blocked_card_neither_gives_nor_receives() {
        stage.block(hotel, friend);

        assertRefused(RefusalCode.CARD_BLOCKED, () -> answer(checkout.give(machine(cafe), gift("x", 10, CODE))));
        stage.block(hotel, giver);
        assertRefused(RefusalCode.CARD_BLOCKED, () -> answer(checkout.give(machine(cafe), to(giver.value()))));
    }

    private GiftRequest gift(String key, long points, String code) {
        return new GiftRequest(
                TillStage.ofCard(key, giver),
                giver.value(),
                friend.value(),
                "main",
                Points.of(points),
                Optional.ofNullable(code));
    }

    private GiftRequest to(String recipientCard) {
        return new GiftRequest(
                TillStage.ofCard("to", giver), giver.value(), recipientCard, "main", Points.of(10), Optional.of(CODE));
    }
}
