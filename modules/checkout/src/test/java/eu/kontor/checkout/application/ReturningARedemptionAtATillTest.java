package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.Checkout.ReturnReceipt;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.api.TillRecords.RedemptionRecord;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReturningARedemptionAtATillTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId cafe = stage.tenant("giving-back-cafe");
    private final TenantId hotel = stage.tenant("giving-back-hotel");
    private final CardNumber card = stage.member(cafe);

    @BeforeEach
    void aGuestWithAThousandPoints() {
        answer(checkout.purchase(machine(hotel), purchase(ofCard("stay", card), card, "100.00")));
    }

    @Test
    void the_points_come_back_and_the_answer_says_what_they_had_paid() {
        RedemptionReceipt redeemed = redeemed("T-1", 600);

        ReturnReceipt back = back(redeemed, "b1", Optional.of(Points.of(200)), TillStamp.NONE);

        assertThat(back.points()).isEqualTo(Points.of(200));
        assertThat(back.value()).contains(MoneyAmount.of("1.00", "EUR"));
        assertThat(back.availableAfter()).isEqualTo(Points.of(600));
        assertThat(back(redeemed, "b2", Optional.empty(), TillStamp.NONE).points())
                .isEqualTo(Points.of(400));
    }

    @Test
    void the_same_key_gets_its_first_answer() {
        RedemptionReceipt redeemed = redeemed("T-2", 600);
        ReturnReceipt first = back(redeemed, "b1", Optional.of(Points.of(200)), TillStamp.NONE);
        back(redeemed, "b2", Optional.of(Points.of(200)), TillStamp.NONE);

        ReturnReceipt again = back(redeemed, "b1", Optional.of(Points.of(200)), TillStamp.NONE);

        assertThat(again.replayed()).isTrue();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.availableAfter()).isEqualTo(first.availableAfter());
    }

    @Test
    void what_comes_back_is_read_with_the_redemption_with_day_outlet_and_reference() {
        RedemptionReceipt redeemed = redeemed("T-3", 600);
        TillStamp stamp =
                new TillStamp(Optional.of(TillStage.TODAY.minusDays(1)), Optional.of("main"), Optional.of("R-3"));
        ReturnReceipt back = back(redeemed, "b1", Optional.of(Points.of(200)), stamp);
        stage.deliverMessages();

        RedemptionRecord record =
                stage.records().redemption(machine(cafe), redeemed.hold()).orElseThrow();

        assertThat(record.state()).isEqualTo("captured");
        assertThat(record.returns()).singleElement().satisfies(kept -> {
            assertThat(kept.id()).isEqualTo(back.id());
            assertThat(kept.businessDate()).isEqualTo(TillStage.TODAY.minusDays(1));
            assertThat(kept.outlet()).contains("main");
            assertThat(kept.reference()).isEqualTo("R-3");
            assertThat(kept.points()).isEqualTo(Points.of(200));
        });
    }

    @Test
    void what_came_back_is_read_at_once() {
        RedemptionReceipt redeemed = redeemed("T-7", 600);
        ReturnReceipt back = back(redeemed, "b1", Optional.of(Points.of(200)), TillStamp.NONE);

        assertThat(stage.records()
                        .redemption(machine(cafe), redeemed.hold())
                        .orElseThrow()
                        .returns())
                .singleElement()
                .satisfies(kept -> assertThat(kept.id()).isEqualTo(back.id()));
    }

    @Test
    void more_than_was_redeemed_and_what_was_not_captured_is_refused() {
        RedemptionReceipt redeemed = redeemed("T-4", 600);
        RedemptionReceipt held = answer(checkout.authorize(machine(cafe), redemption("T-5", 200)));

        assertRefused(RefusalCode.RETURN_EXCEEDS_REDEMPTION, redeemed, Optional.of(Points.of(601)));
        assertRefused(RefusalCode.REDEMPTION_NOT_CAPTURED, held, Optional.empty());
    }

    @Test
    void a_capture_keeps_its_day_outlet_and_reference() {
        RedemptionReceipt held = answer(checkout.authorize(machine(cafe), redemption("T-6", 200)));
        answer(checkout.capture(
                machine(cafe),
                held.hold().text(),
                ofCard("c6", card),
                Optional.empty(),
                new TillStamp(Optional.of(TillStage.TODAY.minusDays(1)), Optional.of("main"), Optional.of("C-6"))));
        stage.deliverMessages();

        assertThat(stage.records()
                        .redemption(machine(cafe), held.hold())
                        .orElseThrow()
                        .end())
                .hasValueSatisfying(end -> {
                    assertThat(end.businessDate()).isEqualTo(TillStage.TODAY.minusDays(1));
                    assertThat(end.outlet()).contains("main");
                    assertThat(end.reference()).isEqualTo("C-6");
                });
    }

    @Test
    void a_file_returns_a_redemption_by_the_tills_own_words() {
        redeemed("T-7-" + card.value(), 600);
        stage.deliverMessages();
        OwnWords words = new OwnWords("main", TillStage.TODAY, "T-7-" + card.value());

        TillLine line = new TillLine.RedemptionBack(
                ofCard("f7", card),
                new OriginalRedemption.ByOwnWords(words),
                Optional.empty(),
                TillStamp.on(TillStage.TODAY));
        List<LineOutcome> outcomes = stage.batches
                .prepare(ActorId.NONE, cafe, List.of(line))
                .post((unit, posted) -> {}, TwoBatchesOfAFileTest.FIRST);

        assertThat(outcomes.getFirst().receipt().orElseThrow().points()).isEqualTo(Points.of(600));
    }

    @Test
    void of_several_tries_under_the_same_words_it_is_the_one_that_was_captured() {
        String bill = "T-8-" + card.value();
        RedemptionReceipt first = answer(checkout.authorize(machine(cafe), redemption(bill, 200)));
        answer(checkout.voidHold(machine(cafe), first.hold().text(), ofCard("v8", card)));
        RedemptionReceipt second = answer(checkout.authorize(machine(cafe), redemption(bill, "again", 300)));
        answer(checkout.capture(
                machine(cafe), second.hold().text(), ofCard("c8", card), Optional.empty(), TillStamp.NONE));

        ReturnReceipt back = answer(checkout.returnRedemption(
                machine(cafe),
                new OriginalRedemption.ByOwnWords(new OwnWords("main", TillStage.TODAY, bill)),
                ofCard("b8", card),
                Optional.empty(),
                TillStamp.NONE));

        assertThat(back.hold()).isEqualTo(second.hold());
        assertThat(back.points()).isEqualTo(Points.of(300));
    }

    private void assertRefused(RefusalCode code, RedemptionReceipt redeemed, Optional<Points> points) {
        assertThatThrownBy(() -> back(redeemed, "x", points, TillStamp.NONE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private ReturnReceipt back(RedemptionReceipt redeemed, String key, Optional<Points> points, TillStamp stamp) {
        return answer(checkout.returnRedemption(
                machine(cafe),
                new OriginalRedemption.ByHold(redeemed.hold().text()),
                key + " of " + redeemed.hold().text(),
                points,
                stamp));
    }

    private RedemptionReceipt redeemed(String reference, long points) {
        RedemptionReceipt held = answer(checkout.authorize(machine(cafe), redemption(reference, points)));
        answer(checkout.capture(
                machine(cafe), held.hold().text(), ofCard("c" + reference, card), Optional.empty(), TillStamp.NONE));
        return held;
    }

    private RedemptionRequest redemption(String reference, long points) {
        return redemption(reference, reference, points);
    }

    private RedemptionRequest redemption(String reference, String key, long points) {
        return new RedemptionRequest(
                ofCard(key, card), card.value(), "main", Points.of(points), "EUR", Optional.empty(), reference);
    }
}
