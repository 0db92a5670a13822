package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.person;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.Checkout.ReturnReceipt;
import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.Merges;
import eu.kontor.checkout.api.Merges.MergeWish;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guest bought for 60.00 with the old card, and for 10.00 with another; the desk finds out that it is one person. */
class WhoWasMergedBringsBackOnceTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final Merges merges = new MergeStage(stage).merges();
    private final TenantId cafe = stage.tenant("merged-returns-cafe");
    private final CardNumber old = stage.member(cafe);
    private final CardNumber fresh = stage.member(cafe);
    private final Caller desk = person(cafe, Role.FRONT_DESK);
    private PurchaseReceipt sale;

    @BeforeEach
    void aGuestWhoSignedUpTwice() {
        sale = answer(checkout.purchase(machine(cafe), purchase("sale", old, "60.00")));
        answer(checkout.purchase(machine(cafe), purchase("own", fresh, "10.00")));
    }

    @Test
    void what_came_back_before_they_were_merged_is_known_after_it() {
        ReversalReceipt first = back("a", part("15.00"));
        merge();

        ReversalReceipt again = back("b", part("15.00"));
        LineOutcome line = inAFile(new TillLine.Refund(ofCard("f", old), words(), part("15.00")));

        assertThat(again.alreadyKnown()).isTrue();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(line.receipt().orElseThrow().replayed()).isTrue();
        assertThat(line.receipt().orElseThrow().id()).isEqualTo(first.id());
        assertThat(points(fresh)).isEqualTo(points(old)).isEqualTo(Points.of(550));
    }

    @Test
    void what_came_back_while_they_were_merged_is_known_after_they_parted() {
        merge();
        ReversalReceipt first = back("a", part("15.00"));
        merges.undo(desk, old, "another guest of that name");

        LineOutcome line = inAFile(new TillLine.Refund(ofCard("f", old), words(), part("15.00")));

        assertThat(line.receipt().orElseThrow().id()).isEqualTo(first.id());
        assertRefused(RefusalCode.RETURN_DIFFERS, () -> back("b", part("20.00")));
        assertThat(points(old)).isEqualTo(Points.of(450));
        assertThat(points(fresh)).isEqualTo(Points.of(100));
    }

    @Test
    void points_that_were_redeemed_with_the_old_card_come_back_once_to_the_person() {
        RedemptionReceipt held = held("redeem");
        answer(checkout.capture(
                machine(cafe), held.hold().text(), ofCard("capture", old), Optional.empty(), TillStamp.NONE));
        merge();
        TillStamp slip = new TillStamp(Optional.of(TODAY), Optional.of("main"), Optional.of("R-1"));

        ReturnReceipt first = answer(checkout.returnRedemption(
                machine(cafe),
                new OriginalRedemption.ByOwnWords(new OwnWords("main", TODAY, ofCard("bill", old))),
                ofCard("a", old),
                Optional.of(Points.of(100)),
                slip));
        LineOutcome line = inAFile(new TillLine.RedemptionBack(
                ofCard("f", old),
                new OriginalRedemption.ByOwnWords(new OwnWords("main", TODAY, ofCard("bill", old))),
                Optional.of(Points.of(100)),
                slip));

        assertThat(line.receipt().orElseThrow().id()).isEqualTo(first.id());
        assertThat(points(fresh)).isEqualTo(Points.of(700 - 400 + 100));
    }

    @Test
    void a_redemption_with_the_old_card_that_is_sent_again_is_held_once() {
        RedemptionReceipt first = held("redeem");
        merge();

        assertThat(held("again").hold()).isEqualTo(first.hold());
        assertThat(points(fresh)).isEqualTo(Points.of(300));
    }

    @Test
    void the_other_card_exchanges_what_the_old_one_bought_and_points_paid_for() {
        stage.tickets()
                .post(
                        machine(cafe),
                        new Ticket(
                                purchase("jug", old, "4.00"),
                                List.of(new Tender("points", Points.of(400), null)),
                                Optional.of("471183")));
        merge();
        Points before = points(fresh);

        var receipt = stage.tickets().post(machine(cafe), new Ticket(vaseForTheJug(), List.of(), Optional.empty()));

        assertThat(receipt.purchase()
                        .returned()
                        .getFirst()
                        .pointsBack()
                        .orElseThrow()
                        .points())
                .isEqualTo(Points.of(400));
        assertThat(points(old)).isEqualTo(points(fresh)).isEqualTo(Points.of(before.value() + 100 - 20 + 400));
    }

    private Purchase vaseForTheJug() {
        Purchase.Line vase = new Purchase.Line("VASE", "", BigDecimal.ONE, new BigDecimal("10.00"));
        Purchase.Line jug = new Purchase.Line("", "", BigDecimal.ONE.negate(), new BigDecimal("-4.00"))
                .returning(new Purchase.Original(
                        new OriginalPurchase.ByWords(new OwnWords("main", TODAY, ofCard("reference of jug", old))),
                        null));
        return new Purchase(
                ofCard("vase", fresh),
                fresh.value(),
                "main",
                new BigDecimal("6.00"),
                "EUR",
                List.of(jug, vase),
                TODAY,
                Optional.empty(),
                ofCard("vase", fresh));
    }

    private void merge() {
        merges.merge(desk, new MergeWish(old, fresh, "two sign-ups of one guest"));
    }

    private RedemptionReceipt held(String key) {
        return answer(checkout.authorize(
                machine(cafe),
                new RedemptionRequest(
                        ofCard(key, old),
                        old.value(),
                        "main",
                        Points.of(400),
                        "EUR",
                        Optional.empty(),
                        ofCard("bill", old),
                        Optional.of(TODAY))));
    }

    private ReversalReceipt back(String key, ReturnedGoods goods) {
        return answer(checkout.reverse(
                machine(cafe), new OriginalPurchase.ById(sale.id().text()), ofCard(key, old), goods));
    }

    private OriginalPurchase words() {
        return new OriginalPurchase.ByWords(new OwnWords("main", TODAY, ofCard("reference of sale", old)));
    }

    private LineOutcome inAFile(TillLine line) {
        return stage.batches
                .prepare(ActorId.NONE, cafe, List.of(line))
                .post((unit, lines) -> {}, TwoBatchesOfAFileTest.FIRST)
                .getFirst();
    }

    private static ReturnedGoods part(String amount) {
        return new ReturnedGoods(
                Optional.of(new BigDecimal(amount)),
                Optional.of("EUR"),
                List.of(),
                Optional.of(TODAY),
                Optional.of("main"),
                Optional.of("R-1"));
    }

    private Points points(CardNumber card) {
        return stage.balance(card).available();
    }
}
