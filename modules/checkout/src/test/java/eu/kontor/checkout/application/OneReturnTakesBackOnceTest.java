package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.Checkout.ReturnReceipt;
import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TicketReturns.TicketReturnReceipt;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.checkout.api.Tickets.TicketReceipt;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A café gives 10 points per euro; a point pays half a cent. The guest bought for 60.00, and comes back with a part of it. */
class OneReturnTakesBackOnceTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId cafe = stage.tenant("returns-cafe");
    private final CardNumber card = stage.member(cafe);
    private PurchaseReceipt sale;

    @BeforeEach
    void a_guest_bought_for_sixty_euros() {
        sale = answer(checkout.purchase(machine(cafe), purchase("sale", card, "60.00")));
    }

    @Test
    void when_a_till_sends_it_again_with_a_new_key() {
        ReversalReceipt first = back("a", part("15.00", "R-1"));
        stage.publish(cafe, 50);

        ReversalReceipt again = back("b", part("15.0", "R-1"));

        assertThat(again.alreadyKnown()).isTrue();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.takenBack()).isEqualTo(Points.of(150));
        assertThat(again.availableAfter()).isEqualTo(first.availableAfter());
        assertThat(available()).isEqualTo(Points.of(450));
    }

    @Test
    void when_it_comes_again_in_the_nights_file_whether_a_part_or_all_came_back() {
        ReversalReceipt part = back("a", part("15.00", "R-1"));
        LineOutcome ofPart = inAFile(part("15.00", "R-1"), "f1");
        ReversalReceipt rest = back("b", part("45.00", "R-2"));
        stage.deliverMessages();
        LineOutcome ofRest = inAFile(part("45.00", "R-2"), "f2");

        assertThat(List.of(ofPart, ofRest)).allSatisfy(line -> {
            assertThat(line.refusal()).isEmpty();
            assertThat(line.receipt().orElseThrow().replayed()).isTrue();
        });
        assertThat(ofPart.receipt().orElseThrow().id()).isEqualTo(part.id());
        assertThat(ofRest.receipt().orElseThrow().id()).isEqualTo(rest.id());
        assertThat(available()).isEqualTo(Points.ZERO);
    }

    @Test
    void when_the_till_said_no_amount_and_the_file_says_all_of_it() {
        ReversalReceipt told = back("a", everything("R-1"));

        LineOutcome line = inAFile(part("60.00", "R-1"), "f");

        assertThat(line.receipt().orElseThrow().replayed()).isTrue();
        assertThat(line.receipt().orElseThrow().id()).isEqualTo(told.id());
    }

    @Test
    void when_the_till_did_not_say_where_the_file_does() {
        ReversalReceipt told = back(
                "a",
                new ReturnedGoods(
                        Optional.of(new BigDecimal("15.00")),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("R-1")));

        LineOutcome line = inAFile(part("15.00", "R-1"), "f");

        assertThat(line.receipt().orElseThrow().id()).isEqualTo(told.id());
        assertThat(available()).isEqualTo(Points.of(450));
    }

    @Test
    void but_with_another_amount_it_is_refused_and_says_what_to_do() {
        ReversalReceipt first = back("a", part("15.00", "R-1"));

        assertRefused(RefusalCode.RETURN_DIFFERS, () -> back("b", part("20.00", "R-1")));
        LineOutcome line = inAFile(part("20.00", "R-1"), "f");

        assertThat(line.refusal().orElseThrow().code()).isEqualTo(RefusalCode.RETURN_DIFFERS);
        assertThat(line.refusal().orElseThrow().sentence(Locale.ENGLISH))
                .contains("R-1", TODAY.toString(), first.id().text());
        assertThat(available()).isEqualTo(Points.of(450));
    }

    @Test
    void and_the_same_number_may_take_back_of_two_purchases() {
        PurchaseReceipt other = answer(checkout.purchase(machine(cafe), purchase("other", card, "60.00")));

        back("a", part("15.00", "R-1"));
        ReversalReceipt ofOther = answer(checkout.reverse(
                machine(cafe), new OriginalPurchase.ById(other.id().text()), ofCard("b", card), part("15.00", "R-1")));

        assertThat(ofOther.replayed()).isFalse();
        assertThat(available()).isEqualTo(Points.of(900));
    }

    @Test
    void and_without_a_reference_a_till_is_told_what_it_lacks() {
        ReversalReceipt first = back("a", amount("15.00"));
        ReversalReceipt second = back("b", amount("15.00"));

        assertThat(first.withoutReference()).isTrue();
        assertThat(second.replayed()).as("each key is a return").isFalse();
        assertThat(back("c", part("15.00", "R-1")).withoutReference()).isFalse();
    }

    @Test
    void nor_do_the_points_of_a_redemption_come_back_twice() {
        RedemptionReceipt held = answer(checkout.authorize(
                machine(cafe),
                new RedemptionRequest(
                        ofCard("redeem", card),
                        card.value(),
                        "main",
                        Points.of(400),
                        "EUR",
                        Optional.empty(),
                        ofCard("bill", card))));
        answer(checkout.capture(
                machine(cafe), held.hold().text(), ofCard("capture", card), Optional.empty(), TillStamp.NONE));
        TillStamp slip = new TillStamp(Optional.of(TODAY), Optional.of("main"), Optional.of("R-1"));

        ReturnReceipt first = bringBack(held, "a", slip);
        ReturnReceipt again = bringBack(held, "b", slip);
        LineOutcome line = inAFile(new TillLine.RedemptionBack(
                ofCard("f", card),
                new OriginalRedemption.ByOwnWords(new OwnWords("main", TODAY, ofCard("bill", card))),
                Optional.of(Points.of(100)),
                slip));

        assertThat(again.alreadyKnown()).isTrue();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(line.receipt().orElseThrow().id()).isEqualTo(first.id());
        assertThat(available()).isEqualTo(Points.of(600 - 400 + 100));
        assertThat(bringBack(held, "c", TillStamp.NONE).withoutReference()).isTrue();
    }

    @Test
    void a_ticket_with_both_its_sides_comes_back_once_under_any_key_and_in_the_file() {
        TicketReceipt ticket = stage.tickets()
                .post(
                        machine(cafe),
                        new Ticket(
                                purchase("ticket", card, "12.00"),
                                List.of(new Tender("points", Points.of(400), null)),
                                Optional.of("471183")));
        OriginalPurchase id = new OriginalPurchase.ById(ticket.purchase().id().text());
        var returns = new CorrectionStage(stage).ticketReturns();

        TicketReturnReceipt first = returns.giveBack(machine(cafe), id, ofCard("a", card), part("3.00", "R-9"));
        Points after = available();
        TicketReturnReceipt again = returns.giveBack(machine(cafe), id, ofCard("b", card), part("3.00", "R-9"));
        LineOutcome line = inAFile(new TillLine.Refund(ofCard("f", card), id, part("3.00", "R-9")));

        assertThat(again.purchase().alreadyKnown()).isTrue();
        assertThat(again.redemption().orElseThrow().points())
                .isEqualTo(first.redemption().orElseThrow().points())
                .isEqualTo(Points.of(100));
        assertThat(line.receipt().orElseThrow().replayed()).isTrue();
        assertThat(available()).isEqualTo(after);
    }

    private ReversalReceipt back(String key, ReturnedGoods goods) {
        return answer(checkout.reverse(
                machine(cafe), new OriginalPurchase.ById(sale.id().text()), ofCard(key, card), goods));
    }

    private ReturnReceipt bringBack(RedemptionReceipt held, String key, TillStamp slip) {
        return answer(checkout.returnRedemption(
                machine(cafe),
                new OriginalRedemption.ByHold(held.hold().text()),
                ofCard(key, card),
                Optional.of(Points.of(100)),
                slip));
    }

    private LineOutcome inAFile(ReturnedGoods goods, String key) {
        return inAFile(new TillLine.Refund(
                ofCard(key, card),
                new OriginalPurchase.ByWords(new OwnWords("main", TODAY, ofCard("reference of sale", card))),
                goods));
    }

    private LineOutcome inAFile(TillLine line) {
        return stage.batches
                .prepare(ActorId.NONE, cafe, List.of(line))
                .post((unit, lines) -> {}, TwoBatchesOfAFileTest.FIRST)
                .getFirst();
    }

    private Points available() {
        return stage.balance(card).available();
    }

    private static ReturnedGoods part(String amount, String reference) {
        return new ReturnedGoods(
                Optional.of(new BigDecimal(amount)),
                Optional.of("EUR"),
                List.of(),
                Optional.of(TODAY),
                Optional.of("main"),
                Optional.of(reference));
    }

    private static ReturnedGoods everything(String reference) {
        return new ReturnedGoods(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(TODAY),
                Optional.of("main"),
                Optional.of(reference));
    }

    private static ReturnedGoods amount(String amount) {
        return new ReturnedGoods(
                Optional.of(new BigDecimal(amount)),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
