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
import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.Tickets.Tender;
import eu.kontor.checkout.api.Tickets.Ticket;
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
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ARedemptionOfTheTillIsKnownInItsFileTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId cafe = stage.tenant("known-redemptions");
    private final CardNumber card = stage.member(cafe);
    private final String bill = ofCard("bill", card);

    @BeforeEach
    void aGuestWithAThousandPoints() {
        answer(checkout.purchase(machine(cafe), purchase("stay", card, "100.00")));
    }

    @Test
    void when_it_was_captured_at_once_and_before_it_is_filed() {
        RedemptionReceipt told = captured("k1", 300);

        LineOutcome atOnce = inTheFile(300);
        stage.deliverMessages();
        LineOutcome later = inTheFile(300);

        assertThat(List.of(atOnce, later)).allSatisfy(line -> {
            assertThat(line.receipt().orElseThrow().replayed()).isTrue();
            assertThat(line.receipt().orElseThrow().id()).isEqualTo(told.hold());
        });
        assertThat(balance()).isEqualTo(Points.of(700));
    }

    @Test
    void when_a_bill_was_paid_twice_and_the_file_says_the_sum() {
        captured("k1", 300);
        captured("k2", 200);

        assertThat(inTheFile(500).receipt().orElseThrow().replayed()).isTrue();
        assertThat(balance()).isEqualTo(Points.of(500));
    }

    @Test
    void when_it_was_told_with_its_ticket_in_one_call() {
        Purchase sale = purchase("with points", card, "10.00");
        stage.tickets()
                .post(
                        machine(cafe),
                        new Ticket(
                                sale,
                                List.of(
                                        new Tender("points", Points.of(300), null),
                                        new Tender("cash", null, new BigDecimal("8.50"))),
                                Optional.of("471183")));
        Points before = balance();

        List<LineOutcome> lines = post(
                new TillLine.Sale(
                        new Purchase(
                                "x",
                                sale.card(),
                                sale.outlet(),
                                sale.amount(),
                                sale.currency(),
                                List.of(),
                                TODAY,
                                Optional.empty(),
                                sale.reference()),
                        Points.of(300)),
                new TillLine.Redemption("x", card.value(), "main", Points.of(300), TODAY, sale.reference()));

        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.receipt().orElseThrow().replayed()).isTrue());
        assertThat(balance()).isEqualTo(before);
    }

    @Test
    void but_not_one_that_was_voided_or_is_another_cards() {
        RedemptionReceipt held = authorized("k1", 300);
        answer(checkout.voidHold(machine(cafe), held.hold().text(), ofCard("void", card)));
        CardNumber other = stage.member(cafe);
        answer(checkout.purchase(machine(cafe), purchase("other", other, "50.00")));
        post(new TillLine.Redemption("x", other.value(), "main", Points.of(300), TODAY, bill + " shared"));

        assertThat(inTheFile(300).receipt().orElseThrow().replayed()).isFalse();
        assertThat(balance()).isEqualTo(Points.of(700));
    }

    @Test
    void one_whose_capture_never_came_is_captured_and_holds_nothing_more() {
        RedemptionReceipt held = authorized("k1", 300);

        LineOutcome line = inTheFile(300);

        assertThat(line.receipt().orElseThrow().id()).isEqualTo(held.hold());
        assertThat(line.receipt().orElseThrow().replayed()).isFalse();
        assertThat(balance()).isEqualTo(Points.of(700));
        assertThat(inTheFile(300).receipt().orElseThrow().replayed()).isTrue();
    }

    @Test
    void one_with_other_points_is_corrected_and_its_first_version_changes_nothing_any_more() {
        captured("k1", 300);

        LineOutcome corrected = inTheFile(200);

        assertThat(corrected.receipt().orElseThrow().corrected()).isTrue();
        assertThat(balance()).isEqualTo(Points.of(800));
        assertThat(inTheFile(300).receipt().orElseThrow().replayed()).isTrue();
        assertThat(inTheFile(200).receipt().orElseThrow().replayed()).isTrue();
        assertThat(balance()).isEqualTo(Points.of(800));
    }

    @Test
    void a_line_that_comes_again_with_other_points_corrects_what_the_file_said_before() {
        inTheFile(300);

        assertThat(inTheFile(450).receipt().orElseThrow().corrected()).isTrue();
        assertThat(balance()).isEqualTo(Points.of(550));
        assertThat(inTheFile(300).receipt().orElseThrow().replayed()).isTrue();
        assertThat(inTheFile(100).receipt().orElseThrow().corrected()).isTrue();
        assertThat(balance()).isEqualTo(Points.of(900));
    }

    @Test
    void also_twice_in_one_batch() {
        List<LineOutcome> lines = post(line(300), line(200), line(200));

        assertThat(lines.get(1).receipt().orElseThrow().corrected()).isTrue();
        assertThat(balance()).isEqualTo(Points.of(800));
    }

    @Test
    void one_that_was_called_off_gives_its_points_back_and_leaves_the_sale_of_the_same_ticket() {
        post(new TillLine.Sale(new Purchase(
                "x", card.value(), "main", new BigDecimal("20.00"), "EUR", List.of(), TODAY, Optional.empty(), bill)));
        inTheFile(300);
        TillLine calledOff = new TillLine.CalledOff(TillLine.CalledOff.What.REDEMPTION, "main", TODAY, bill);

        LineOutcome back = post(calledOff).getFirst();

        assertThat(back.receipt().orElseThrow().corrected()).isTrue();
        assertThat(balance()).isEqualTo(Points.of(1_200));
        assertThat(post(calledOff).getFirst().receipt())
                .as("nothing stands any more")
                .isEmpty();
    }

    @Test
    void also_one_that_the_till_told_over_the_api() {
        captured("k1", 300);

        post(new TillLine.CalledOff(TillLine.CalledOff.What.REDEMPTION, "main", TODAY, bill));

        assertThat(balance()).isEqualTo(Points.of(1_000));
    }

    @Test
    void what_points_paid_for_earns_nothing() {
        post(
                new TillLine.Sale(
                        new Purchase(
                                "x",
                                card.value(),
                                "main",
                                new BigDecimal("20.00"),
                                "EUR",
                                List.of(),
                                TODAY,
                                Optional.empty(),
                                bill),
                        Points.of(300)),
                line(300));

        assertThat(balance()).as("1000 - 300 + (20.00 - 1.50) * 10").isEqualTo(Points.of(885));
    }

    @Test
    void but_more_than_the_guest_has_is_refused_and_leaves_the_first_one() {
        inTheFile(300);

        LineOutcome tooMuch = inTheFile(5_000);

        assertThat(tooMuch.refusal().orElseThrow().code()).isEqualTo(RefusalCode.BALANCE_TOO_LOW);
        assertThat(balance()).isEqualTo(Points.of(700));
    }

    @Test
    void also_when_the_till_captures_while_the_file_is_about_to_be_posted() {
        RedemptionReceipt held = authorized("k1", 300);
        FeedPosting.Prepared file = stage.batches.prepare(ActorId.NONE, cafe, List.of(line(300)));
        capture("k1", held);

        LineOutcome line =
                file.post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST).getFirst();

        assertThat(line.refusal()).isEmpty();
        assertThat(line.receipt().orElseThrow().replayed()).isTrue();
        assertThat(line.receipt().orElseThrow().id()).isEqualTo(held.hold());
        assertThat(balance()).isEqualTo(Points.of(700));
    }

    @Test
    void also_when_the_till_does_all_of_it_in_that_moment_and_it_is_filed_at_once() {
        FeedPosting.Prepared file = stage.batches.prepare(ActorId.NONE, cafe, List.of(line(300)));
        RedemptionReceipt told = captured("k1", 300);
        stage.deliverMessages();

        LineOutcome line =
                file.post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST).getFirst();

        assertThat(line.receipt().orElseThrow().replayed()).isTrue();
        assertThat(line.receipt().orElseThrow().id()).isEqualTo(told.hold());
        assertThat(balance()).isEqualTo(Points.of(700));
    }

    @Test
    void with_other_points_it_is_corrected_also_in_that_moment() {
        FeedPosting.Prepared file = stage.batches.prepare(ActorId.NONE, cafe, List.of(line(200)));
        captured("k1", 300);

        LineOutcome line =
                file.post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST).getFirst();

        assertThat(line.receipt().orElseThrow().corrected()).isTrue();
        assertThat(balance()).isEqualTo(Points.of(800));
    }

    @Test
    void another_bill_of_that_moment_is_another_redemption() {
        FeedPosting.Prepared file = stage.batches.prepare(
                ActorId.NONE,
                cafe,
                List.of(new TillLine.Redemption("x", card.value(), "main", Points.of(300), TODAY, bill + " before")));
        captured("k1", 300);

        LineOutcome line =
                file.post((unit, outcomes) -> {}, TwoBatchesOfAFileTest.FIRST).getFirst();

        assertThat(line.receipt().orElseThrow().replayed()).isFalse();
        assertThat(balance()).isEqualTo(Points.of(400));
    }

    @Test
    void it_is_found_by_the_tills_own_words_at_once() {
        RedemptionReceipt told = captured("k1", 300);

        assertThat(stage.records().redemptions(machine(cafe), new OwnWords("main", TODAY, bill)))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.hold()).isEqualTo(told.hold());
                    assertThat(record.state()).isEqualTo("captured");
                });
    }

    private RedemptionReceipt captured(String key, long points) {
        return capture(key, authorized(key, points));
    }

    private RedemptionReceipt capture(String key, RedemptionReceipt held) {
        return answer(checkout.capture(
                machine(cafe), held.hold().text(), ofCard("capture " + key, card), Optional.empty(), TillStamp.NONE));
    }

    private RedemptionReceipt authorized(String key, long points) {
        return answer(checkout.authorize(
                machine(cafe),
                new RedemptionRequest(
                        ofCard(key, card),
                        card.value(),
                        "main",
                        Points.of(points),
                        "EUR",
                        Optional.of("471183"),
                        bill,
                        Optional.of(TODAY))));
    }

    private LineOutcome inTheFile(long points) {
        return post(line(points)).getFirst();
    }

    private TillLine line(long points) {
        return new TillLine.Redemption("x", card.value(), "main", Points.of(points), TODAY, bill);
    }

    private List<LineOutcome> post(TillLine... lines) {
        return stage.batches
                .prepare(ActorId.NONE, cafe, List.of(lines))
                .post((unit, posted) -> {}, TwoBatchesOfAFileTest.FIRST);
    }

    private Points balance() {
        return stage.inquiry().of(machine(cafe), card).balance().orElseThrow().available();
    }
}
