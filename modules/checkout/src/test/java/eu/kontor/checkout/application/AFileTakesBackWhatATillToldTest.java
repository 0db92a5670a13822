package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.FeedPosting.Corrections;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.ReturnedGoods.ReturnedLine;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A café gives 10 points per euro; a point pays half a cent. Of a bill of 12.00, 400 points pay 2.00 and the rest earns 100. */
class AFileTakesBackWhatATillToldTest {

    private final TillStage stage = new TillStage();
    private final TenantId hotel = stage.tenant("back-by-file-hotel");
    private final TenantId cafe = stage.tenant("back-by-file-cafe");
    private final CardNumber card = stage.member(hotel);
    private final OwnWords ticket = new OwnWords("main", TillStage.TODAY, ofCard("reference of bill", card));

    @BeforeEach
    void aBillThatPointsPaidForAPartOf() {
        answer(stage.checkout().purchase(machine(hotel), purchase("stay", card, "100.00")));
        stage.tickets()
                .post(
                        machine(cafe),
                        new Ticket(
                                purchase("bill", card, "12.00"),
                                List.of(new Tender("points", Points.of(400), null)),
                                Optional.empty()));
        assertThat(available()).isEqualTo(Points.of(700));
    }

    @Test
    void a_return_gives_the_points_that_paid_back_and_the_same_file_again_gives_nothing() {
        assertPosted(post(refund("whole", Optional.empty())));
        assertThat(available()).isEqualTo(Points.of(1_000));
        stage.deliverMessages();

        assertThat(post(refund("whole", Optional.empty()))
                        .receipt()
                        .orElseThrow()
                        .replayed())
                .isTrue();
        assertThat(available()).isEqualTo(Points.of(1_000));
    }

    @Test
    void a_part_gives_back_a_part() {
        assertPosted(post(refund("quarter", Optional.of("3.00"))));

        assertThat(available()).isEqualTo(Points.of(700 - 25 + 100));
    }

    @Test
    void calling_it_off_gives_them_back_too_and_once() {
        TillLine calledOff = new TillLine.CalledOff("main", TillStage.TODAY, ticket.reference());

        assertThat(post(calledOff).receipt().orElseThrow().corrected()).isTrue();
        assertThat(available()).isEqualTo(Points.of(1_000));
        assertThat(post(calledOff).receipt()).as("nothing is left").isEmpty();
        assertThat(available()).isEqualTo(Points.of(1_000));
    }

    @Test
    void calling_off_both_halves_of_it_is_no_more_than_that() {
        List<LineOutcome> outcomes = postAll(
                new TillLine.CalledOff("main", TillStage.TODAY, ticket.reference()),
                new TillLine.CalledOff(
                        TillLine.CalledOff.What.REDEMPTION, "main", TillStage.TODAY, ticket.reference()));

        assertThat(outcomes).allSatisfy(AFileTakesBackWhatATillToldTest::assertPosted);
        assertThat(available()).isEqualTo(Points.of(1_000));
    }

    @Test
    void a_return_that_is_called_off_is_told_if_it_was_posted_and_its_sale_stands() {
        TillLine.Refund quarter = refund("quarter", Optional.of("3.00"));
        TillLine calledOff = new TillLine.ReturnCalledOff(quarter.requestKey(), slip("quarter"), ticket);
        LineOutcome never = post(calledOff);
        List<LineOutcome> outcomes = postAll(quarter, calledOff);

        assertThat(never.refusal()).isEmpty();
        assertThat(never.receipt()).isEmpty();
        assertPosted(outcomes.getFirst());
        assertThat(outcomes.getLast().refusal()).map(Refusal::code).contains(RefusalCode.FEED_RETURN_CALLED_OFF);
        assertThat(post(calledOff).refusal()).isPresent();
        assertThat(available()).isEqualTo(Points.of(700 - 25 + 100));
    }

    @Test
    void also_if_a_till_told_it_under_another_key() {
        new CorrectionStage(stage)
                .ticketReturns()
                .giveBack(
                        machine(cafe),
                        new OriginalPurchase.ByWords(ticket),
                        ofCard("told", card),
                        refund("told", Optional.of("3.00")).goods());
        Points after = available();

        assertThat(post(new TillLine.ReturnCalledOff(ofCard("unseen", card), slip("told"), ticket))
                        .refusal())
                .map(Refusal::code)
                .contains(RefusalCode.FEED_RETURN_CALLED_OFF);
        assertThat(post(new TillLine.ReturnCalledOff(ofCard("unseen", card), slip("never told"), ticket))
                        .refusal())
                .isEmpty();
        OwnWords nothing = new OwnWords("main", TillStage.TODAY, ofCard("nothing sold", card));
        assertThat(post(new TillLine.ReturnCalledOff(ofCard("unseen", card), slip("told"), nothing))
                        .refusal())
                .isEmpty();
        assertThat(available()).isEqualTo(after);
    }

    @Test
    void points_of_a_redemption_come_back_in_part_by_its_own_words() {
        String reference = ofCard("spa", card);
        assertPosted(
                post(new TillLine.Redemption("x", card.value(), "main", Points.of(300), TillStage.TODAY, reference)));
        TillLine back = new TillLine.RedemptionBack(
                "back " + reference,
                new OriginalRedemption.ByOwnWords(new OwnWords("main", TillStage.TODAY, reference)),
                Optional.of(Points.of(120)),
                TillStamp.on(TillStage.TODAY));

        assertPosted(post(back));
        assertThat(available()).isEqualTo(Points.of(700 - 300 + 120));
        assertThat(post(back).receipt().orElseThrow().replayed()).isTrue();
    }

    @Test
    void goods_come_back_by_their_line_where_the_sale_has_one_and_else_by_their_amount() {
        // Ten points for the pot and none for the voucher: which line came back makes a difference.
        String reference = ofCard("two lines", card);
        Purchase pots = new Purchase(
                ofCard("pots", card),
                card.value(),
                "main",
                new BigDecimal("20.00"),
                "EUR",
                List.of(
                        new Purchase.Line(
                                null, "pot", "", "goods", BigDecimal.TWO, new BigDecimal("10.00"), null, null),
                        new Purchase.Line(
                                null, "card", "", "voucher-sale", BigDecimal.ONE, new BigDecimal("10.00"), null, null)),
                TillStage.TODAY,
                Optional.empty(),
                reference);
        answer(stage.checkout().purchase(machine(cafe), pots));
        assertThat(available()).isEqualTo(Points.of(800));
        OwnWords sale = new OwnWords("main", TillStage.TODAY, reference);

        assertPosted(post(refund("by line", sale, Optional.of("5.00"), line("pot", "1"))));
        assertThat(available()).as("half of the pots").isEqualTo(Points.of(750));

        assertPosted(post(refund("by amount", sale, Optional.of("5.00"), line("pan", "1"))));
        assertThat(available()).as("a part of what is left").isBetween(Points.of(701), Points.of(749));
    }

    private TillLine.Refund refund(String key, Optional<String> amount) {
        return refund(key, ticket, amount);
    }

    private TillLine.Refund refund(String key, OwnWords sale, Optional<String> amount, ReturnedLine... lines) {
        return new TillLine.Refund(
                ofCard(key, card),
                new OriginalPurchase.ByWords(sale),
                new ReturnedGoods(
                        amount.map(BigDecimal::new),
                        amount.map(some -> "EUR"),
                        List.of(lines),
                        Optional.of(TillStage.TODAY),
                        Optional.of("main"),
                        Optional.of("slip of " + key)));
    }

    private static OwnWords slip(String key) {
        return new OwnWords("main", TillStage.TODAY, "slip of " + key);
    }

    private static ReturnedLine line(String sku, String quantity) {
        return new ReturnedLine(Optional.empty(), Optional.of(sku), Optional.of(new BigDecimal(quantity)));
    }

    private static void assertPosted(LineOutcome outcome) {
        assertThat(outcome.refusal()).isEmpty();
        assertThat(outcome.receipt()).isPresent();
    }

    private Points available() {
        return stage.balance(card).available();
    }

    private LineOutcome post(TillLine line) {
        return postAll(line).getFirst();
    }

    private List<LineOutcome> postAll(TillLine... lines) {
        return stage.batches
                .prepare(ActorId.NONE, cafe, Arrays.asList(lines), Corrections.POST)
                .post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST);
    }
}
