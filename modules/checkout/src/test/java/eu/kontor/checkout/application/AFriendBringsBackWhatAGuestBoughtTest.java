package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AFriendBringsBackWhatAGuestBoughtTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId shop = stage.tenant("friends-shop");
    private final CardNumber guest = stage.member(shop);
    private final CardNumber friend = stage.member(shop);

    @Test
    void each_has_what_is_theirs_and_the_receipt_tells_the_friend_nothing_of_the_guests_points() {
        PurchaseReceipt bought = answer(checkout.purchase(
                machine(shop),
                ticket("first", guest, "100.00", new Purchase.Line("CUP", "", two(), amount("100.00")))));
        Purchase exchange = ticket(
                "exchange",
                friend,
                "-20.00",
                new Purchase.Line("CUP", "", BigDecimal.ONE.negate(), amount("-50.00"))
                        .returning(new Purchase.Original(
                                new OriginalPurchase.ById(bought.id().text()), null)),
                new Purchase.Line("POT", "", BigDecimal.ONE, amount("30.00")));

        PurchaseReceipt receipt = answer(checkout.purchase(machine(shop), exchange));

        assertThat(receipt.returned().getFirst().takenBack()).isEqualTo(Points.of(500));
        assertThat(receipt.availableAfter()).isEqualTo(Points.of(300));
        assertThat(answer(checkout.purchase(machine(shop), exchange)).availableAfter())
                .as("asked again")
                .isEqualTo(Points.of(300));
        assertThat(stage.balance(friend).available()).isEqualTo(Points.of(300));
        assertThat(stage.balance(guest).available()).isEqualTo(Points.of(500));
    }

    private static BigDecimal two() {
        return BigDecimal.valueOf(2);
    }

    private static BigDecimal amount(String euros) {
        return new BigDecimal(euros);
    }

    private static Purchase ticket(String key, CardNumber card, String net, Purchase.Line... lines) {
        return new Purchase(
                ofCard(key, card),
                card.value(),
                "main",
                amount(net),
                "EUR",
                List.of(lines),
                TODAY,
                Optional.empty(),
                ofCard(key, card));
    }
}
