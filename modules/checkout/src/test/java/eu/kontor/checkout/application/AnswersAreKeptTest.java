package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.DebtAfterEarning;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asks again hears the first answer, before it is filed and after, whatever has changed since. */
class AnswersAreKeptTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId cafe = stage.tenant("keeping-cafe");
    private final CardNumber card = stage.member(cafe);

    @BeforeEach
    void aGuestWithAThousandPoints() {
        answer(checkout.purchase(machine(cafe), purchase("stay", card, "100.00")));
    }

    @Test
    void the_reason_is_that_of_the_posting_even_if_a_newer_one_gives_the_same_points() {
        PurchaseReceipt first = answer(checkout.purchase(machine(cafe), purchase("k1", card, "10.00")));
        stage.publish(cafe, 50);
        stage.publish(cafe, 10);

        twice(() -> {
            PurchaseReceipt again = answer(checkout.purchase(machine(cafe), purchase("k1", card, "10.00")));
            assertThat(again.replayed()).isTrue();
            assertThat(again.earning()).isEqualTo(first.earning());
            assertThat(again.earning().programVersion()).isEqualTo(1);
            return null;
        });
    }

    @Test
    void a_reversal_says_what_was_owed_then() {
        PurchaseReceipt bought = answer(checkout.purchase(machine(cafe), purchase("k2", card, "20.00")));
        RedemptionReceipt hold = answer(checkout.authorize(machine(cafe), redemption("all", 1200)));
        answer(checkout.capture(
                machine(cafe), hold.hold().text(), TillStage.ofCard("all-c", card), Optional.empty(), TillStamp.NONE));
        ReversalReceipt first = reverse(bought, "r2");
        answer(checkout.purchase(machine(cafe), purchase("k3", card, "50.00")));

        assertThat(first.takenBack()).isEqualTo(Points.ZERO);
        assertThat(first.debtAfter()).isEqualTo(Points.of(200));
        twice(() -> {
            ReversalReceipt again = reverse(bought, "r2");
            assertThat(again.replayed()).isTrue();
            assertThat(again.id()).isEqualTo(first.id());
            assertThat(again.takenBack()).isEqualTo(first.takenBack());
            assertThat(again.debtAfter()).isEqualTo(first.debtAfter());
            assertThat(again.availableAfter()).isEqualTo(first.availableAfter());
            return null;
        });
    }

    @Test
    void points_pay_what_they_paid_when_they_were_held_and_captured() {
        RedemptionReceipt held = answer(checkout.authorize(machine(cafe), redemption("a", 600)));
        RedemptionReceipt captured = capture(held);
        stage.publish(cafe, 10, "0.001");

        assertThat(held.value()).contains(MoneyAmount.of("3.00", "EUR"));
        assertThat(captured.value()).contains(MoneyAmount.of("2.50", "EUR"));
        twice(() -> {
            RedemptionReceipt heldAgain = answer(checkout.authorize(machine(cafe), redemption("a", 600)));
            assertThat(heldAgain.replayed()).isTrue();
            assertThat(heldAgain.value()).isEqualTo(held.value());
            assertThat(heldAgain.expires()).isEqualTo(held.expires());
            RedemptionReceipt capturedAgain = capture(held);
            assertThat(capturedAgain.replayed()).isTrue();
            assertThat(capturedAgain.value()).isEqualTo(captured.value());
            return null;
        });
    }

    /** While the answer waits in the outbox, and when it is filed. */
    private void twice(Supplier<Void> asking) {
        asking.get();
        stage.deliverMessages();
        asking.get();
    }

    @Test
    void a_receipt_says_what_was_repaid_and_what_is_owed_also_when_it_is_asked_for_again() {
        PurchaseReceipt bought = answer(checkout.purchase(machine(cafe), purchase("d1", card, "20.00")));
        long all = bought.availableAfter().value();
        RedemptionReceipt hold = answer(checkout.authorize(machine(cafe), redemption("d-all", all)));
        answer(checkout.capture(
                machine(cafe), hold.hold().text(), TillStage.ofCard("d-c", card), Optional.empty(), TillStamp.NONE));
        reverse(bought, "d-r");

        PurchaseReceipt first = answer(checkout.purchase(machine(cafe), purchase("d2", card, "6.00")));

        assertThat(first.availableAfter()).isEqualTo(Points.ZERO);
        assertThat(first.debt()).isEqualTo(new DebtAfterEarning(Points.of(60), Points.of(140)));
        PurchaseReceipt waiting = answer(checkout.purchase(machine(cafe), purchase("d2", card, "6.00")));
        stage.deliverMessages();
        PurchaseReceipt filed = answer(checkout.purchase(machine(cafe), purchase("d2", card, "6.00")));
        assertThat(List.of(waiting, filed)).allSatisfy(again -> {
            assertThat(again.replayed()).isTrue();
            assertThat(again.debt()).isEqualTo(first.debt());
        });
    }

    private ReversalReceipt reverse(PurchaseReceipt bought, String key) {
        return answer(checkout.reverse(
                machine(cafe),
                new OriginalPurchase.ById(bought.id().text()),
                TillStage.ofCard(key, card),
                ReturnedGoods.EVERYTHING));
    }

    private RedemptionReceipt capture(RedemptionReceipt held) {
        return answer(checkout.capture(
                machine(cafe),
                held.hold().text(),
                TillStage.ofCard("c", card),
                Optional.of(Points.of(500)),
                TillStamp.NONE));
    }

    private RedemptionRequest redemption(String key, long points) {
        return new RedemptionRequest(
                TillStage.ofCard(key, card),
                card.value(),
                "main",
                Points.of(points),
                "EUR",
                Optional.of("471183"),
                "T-1");
    }
}
