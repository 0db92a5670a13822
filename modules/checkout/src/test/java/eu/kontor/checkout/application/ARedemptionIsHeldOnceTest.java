package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A till that lost its answer and sends the bill again with a new key. */
class ARedemptionIsHeldOnceTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId cafe = stage.tenant("held-once-cafe");
    private final CardNumber card = stage.member(cafe);

    @BeforeEach
    void a_guest_with_a_thousand_points() {
        answer(checkout.purchase(machine(cafe), purchase("stay", card, "100.00")));
    }

    @Test
    void it_hears_the_first_answer_while_the_points_are_held_and_when_they_were_captured() {
        RedemptionReceipt first = held("a", "bill", 300);

        RedemptionReceipt whileHeld = held("b", "bill", 300);
        captured(first);
        RedemptionReceipt afterwards = held("c", "bill", 300);

        for (RedemptionReceipt again : new RedemptionReceipt[] {whileHeld, afterwards}) {
            assertThat(again.replayed()).isTrue();
            assertThat(again.hold()).isEqualTo(first.hold());
            assertThat(again.value()).isEqualTo(first.value());
            assertThat(again.availableAfter()).isEqualTo(Points.of(700));
        }
        assertThat(available()).isEqualTo(Points.of(700));
    }

    @Test
    void also_when_the_first_one_is_filed() {
        RedemptionReceipt first = held("a", "bill", 300);
        captured(first);
        stage.deliverMessages();

        assertThat(held("b", "bill", 300).hold()).isEqualTo(first.hold());
    }

    @Test
    void but_other_points_another_bill_and_none_are_held_beside_it() {
        RedemptionReceipt first = held("a", "bill", 300);

        assertThat(held("b", "bill", 200).replayed()).isFalse();
        assertThat(held("c", "other bill", 300).replayed()).isFalse();
        assertThat(asked("d", null, 100).hold())
                .isNotEqualTo(asked("e", null, 100).hold());
        assertThat(first.replayed()).isFalse();
        assertThat(available()).isEqualTo(Points.ZERO);
    }

    @Test
    void and_what_was_voided_has_expired_or_came_back_may_be_tried_again() {
        RedemptionReceipt voided = held("a", "bill", 300);
        answer(checkout.voidHold(machine(cafe), voided.hold().text(), ofCard("void", card)));
        RedemptionReceipt expired = held("b", "bill", 300);
        stage.clock.minutesPass(16);
        RedemptionReceipt taken = held("c", "bill", 300);
        captured(taken);
        answer(checkout.returnRedemption(
                machine(cafe),
                new OriginalRedemption.ByHold(taken.hold().text()),
                ofCard("back", card),
                Optional.empty(),
                TillStamp.NONE));

        assertThat(held("d", "bill", 300).replayed()).isFalse();
        assertThat(expired.replayed()).isFalse();
        assertThat(taken.replayed()).isFalse();
    }

    private void captured(RedemptionReceipt held) {
        answer(checkout.capture(
                machine(cafe), held.hold().text(), ofCard("capture", card), Optional.empty(), TillStamp.NONE));
    }

    private RedemptionReceipt held(String key, String bill, long points) {
        return asked(key, ofCard(bill, card), points);
    }

    private RedemptionReceipt asked(String key, String reference, long points) {
        return answer(checkout.authorize(
                machine(cafe),
                new RedemptionRequest(
                        ofCard(key, card),
                        card.value(),
                        "main",
                        Points.of(points),
                        "EUR",
                        Optional.empty(),
                        reference,
                        Optional.of(TODAY))));
    }

    private Points available() {
        return stage.balance(card).available();
    }
}
