package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.MoveRequest;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A dinner on the house, or all of it paid with a voucher: the guest was there. */
class AVisitPaidNothingTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId cafe = stage.tenant("house-cafe");
    private final CardNumber card = stage.member(cafe);

    @Test
    void it_earns_nothing_and_is_filed_and_keeps_points_alive() {
        PurchaseReceipt receipt = answer(checkout.purchase(machine(cafe), visit("house", "0.00", true)));
        stage.deliverMessages();

        assertThat(receipt.earning().points()).isEqualTo(Points.ZERO);
        assertThat(stage.visits.get(machine(cafe), receipt.id()).orElseThrow().amount())
                .isEqualTo(MoneyAmount.of("0", "EUR"));
        assertThat(stage.balance(card).lastActivity()).contains(TODAY);
        assertThat(stage.isEnrolled(cafe, card)).isTrue();
    }

    @Test
    void it_is_known_once_by_its_ticket_and_over_a_file() {
        PurchaseReceipt first = answer(checkout.purchase(machine(cafe), visit("once", "0.00", true)));

        List<LineOutcome> file = stage.batches
                .prepare(
                        ActorId.NONE,
                        cafe,
                        List.of(
                                new TillLine.Sale(visit("once", "0", true)),
                                new TillLine.Sale(visit("file", "0", true))))
                .post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST);

        assertThat(file.get(0).receipt().orElseThrow().id()).isEqualTo(first.id());
        assertThat(file.get(0).receipt().orElseThrow().replayed()).isTrue();
        assertThat(file.get(1).receipt().orElseThrow().replayed()).isFalse();
    }

    @Test
    void it_moves_to_the_right_card() {
        PurchaseReceipt receipt = answer(checkout.purchase(machine(cafe), visit("wrong card", "0", true)));
        stage.deliverMessages();
        CardNumber right = stage.member(cafe);

        MoveRequest move = new MoveRequest(ofCard("move", card), receipt.id().text(), right.value());
        PurchaseReceipt moved = answer(checkout.move(machine(cafe), move)).purchase();
        answer(checkout.move(machine(cafe), move));
        stage.deliverMessages();

        assertThat(moved.card()).isEqualTo(right);
        assertThat(stage.balance(right).lastActivity()).contains(TODAY);
        assertThat(stage.signals(cafe)).as("who asks again moves nothing").containsExactly("purchase-moved 1");
    }

    @Test
    void it_can_be_taken_back() {
        PurchaseReceipt receipt = answer(checkout.purchase(machine(cafe), visit("mistake", "0", true)));

        assertThat(answer(checkout.reverse(
                                machine(cafe),
                                new OriginalPurchase.ById(receipt.id().text()),
                                ofCard("back", card),
                                ReturnedGoods.EVERYTHING))
                        .takenBack())
                .isEqualTo(Points.ZERO);
        assertRefused(
                RefusalCode.PURCHASE_ALREADY_REVERSED,
                () -> answer(checkout.reverse(
                        machine(cafe),
                        new OriginalPurchase.ById(receipt.id().text()),
                        ofCard("back again", card),
                        ReturnedGoods.EVERYTHING)));
    }

    @Test
    void nothing_without_saying_so_is_a_mistake_and_so_is_saying_so_of_something() {
        assertRefused(
                RefusalCode.AMOUNT_NOT_POSITIVE,
                () -> answer(checkout.purchase(machine(cafe), visit("unsaid", "0.00", false))));
        assertRefused(
                RefusalCode.FIELD_MALFORMED,
                () -> answer(checkout.purchase(machine(cafe), visit("paid", "12.00", true))));
    }

    private Purchase visit(String key, String amount, boolean complimentary) {
        return new Purchase(
                ofCard(key, card),
                card.value(),
                "main",
                new BigDecimal(amount),
                "EUR",
                List.of(),
                TODAY,
                Optional.empty(),
                ofCard(key, card),
                complimentary);
    }
}
