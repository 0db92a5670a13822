package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.person;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.GiftRequest;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillRecords;
import eu.kontor.checkout.api.TillRecords.GiftRecord;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.api.TillRecords.RedemptionRecord;
import eu.kontor.checkout.api.TillRecords.ReversalRecord;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ATillReadsWhatItWasToldTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TillRecords records = stage.records();
    private final TenantId cafe = stage.tenant("reading-cafe");
    private final TenantId hotel = stage.tenant("reading-hotel");
    private final CardNumber card = stage.member(cafe);

    @BeforeEach
    void aGuestWithAThousandPoints() {
        answer(checkout.purchase(machine(cafe), purchase("stay", card, "100.00")));
    }

    @Test
    void a_purchase_by_its_own_words() {
        var bought = answer(checkout.purchase(machine(cafe), purchase("k1", card, "10.00")));
        OwnWords words = new OwnWords("main", TillStage.TODAY, TillStage.ofCard("reference of k1", card));
        assertThat(records.purchases(machine(cafe), words))
                .as("before it is filed")
                .singleElement()
                .satisfies(visit -> assertThat(visit.purchase()).isEqualTo(bought.id()));
        stage.deliverMessages();

        assertThat(records.purchases(machine(cafe), words)).singleElement().satisfies(visit -> {
            assertThat(visit.purchase()).isEqualTo(bought.id());
            assertThat(visit.earning()).isEqualTo(bought.earning());
        });
        assertThat(records.purchases(machine(hotel), words)).isEmpty();
        assertThat(records.purchases(
                        machine(cafe),
                        new OwnWords("main", TillStage.TODAY.minusDays(1), TillStage.ofCard("reference of k1", card))))
                .isEmpty();
        assertRefused(
                RefusalCode.OUTLET_UNKNOWN,
                () -> records.purchases(
                        machine(cafe),
                        new OwnWords("roof", TillStage.TODAY, TillStage.ofCard("reference of k1", card))));
    }

    @Test
    void a_purchase_that_was_rung_up_again_is_taken_back_by_its_words_as_it_stands() {
        var first = answer(checkout.purchase(machine(cafe), purchase("k3", card, "10.00")));
        answer(checkout.reverse(
                machine(cafe),
                new OriginalPurchase.ById(first.id().text()),
                TillStage.ofCard("r3", card),
                ReturnedGoods.EVERYTHING));
        var again = answer(checkout.purchase(machine(cafe), ringUpAgain("k3", "12.00")));
        OwnWords words = new OwnWords("main", TillStage.TODAY, TillStage.ofCard("reference of k3", card));

        var reversed = answer(checkout.reverse(
                machine(cafe),
                new OriginalPurchase.ByWords(words),
                TillStage.ofCard("r4", card),
                ReturnedGoods.EVERYTHING));

        assertThat(reversed.purchase()).isEqualTo(again.id());
    }

    /** Under the same reference, with another key and amount. */
    private Purchase ringUpAgain(String key, String euros) {
        return new Purchase(
                TillStage.ofCard(key + " again", card),
                card.value(),
                "main",
                new BigDecimal(euros),
                "EUR",
                List.of(),
                TillStage.TODAY,
                Optional.empty(),
                TillStage.ofCard("reference of " + key, card));
    }

    @Test
    void a_reversal_at_once_and_when_it_is_filed() {
        var bought = answer(checkout.purchase(machine(cafe), purchase("k2", card, "10.00")));
        var reversed = answer(checkout.reverse(
                machine(cafe),
                new OriginalPurchase.ById(bought.id().text()),
                TillStage.ofCard("r2", card),
                ReturnedGoods.EVERYTHING));

        ReversalRecord waiting = records.reversal(machine(cafe), reversed.id()).orElseThrow();
        stage.deliverMessages();
        ReversalRecord filed = records.reversal(machine(cafe), reversed.id()).orElseThrow();

        assertThat(filed).isEqualTo(waiting);
        assertThat(filed.purchase()).isEqualTo(bought.id());
        assertThat(filed.told().orElseThrow().takenBack()).isEqualTo(Points.of(100));
        assertThat(filed.told().orElseThrow().availableAfter()).isEqualTo(reversed.availableAfter());
        assertThat(records.reversal(machine(hotel), reversed.id())).isEmpty();
    }

    @Test
    void a_redemption_from_its_hold_to_its_end_by_its_id_and_by_its_own_words() {
        RedemptionReceipt held = answer(checkout.authorize(machine(cafe), redemption("a", "T-77")));

        RedemptionRecord waiting =
                records.redemption(machine(cafe), held.hold()).orElseThrow();
        assertThat(waiting.state()).isEqualTo("authorized");
        assertThat(waiting.reference()).isEqualTo("T-77");
        assertThat(waiting.expires()).isEqualTo(held.expires().orElseThrow());
        answer(checkout.capture(
                machine(cafe),
                held.hold().text(),
                TillStage.ofCard("c", card),
                Optional.of(Points.of(400)),
                TillStamp.NONE));
        RedemptionRecord endedAtOnce =
                records.redemption(machine(cafe), held.hold()).orElseThrow();
        stage.deliverMessages();
        RedemptionRecord ended = records.redemption(machine(cafe), held.hold()).orElseThrow();

        assertThat(endedAtOnce).isEqualTo(ended);
        assertThat(ended.state()).isEqualTo("captured");
        assertThat(ended.points()).isEqualTo(Points.of(600));
        assertThat(ended.end().orElseThrow().points()).isEqualTo(Points.of(400));
        assertThat(ended.end().orElseThrow().value()).contains(MoneyAmount.of("2.00", "EUR"));
        assertThat(ended.end().orElseThrow().availableAfter()).isEqualTo(Points.of(600));
        assertThat(records.redemptions(machine(cafe), new OwnWords("main", TillStage.TODAY, "T-77")))
                .containsExactly(ended);
        assertThat(records.redemption(machine(hotel), held.hold())).isEmpty();
    }

    @Test
    void a_hold_that_nobody_ended_has_expired_when_its_time_is_over() {
        RedemptionReceipt held = answer(checkout.authorize(machine(cafe), redemption("x", "T-78")));
        stage.deliverMessages();

        assertThat(stage.recordsAfter(Duration.ofMinutes(15))
                        .redemption(machine(cafe), held.hold())
                        .orElseThrow()
                        .state())
                .isEqualTo("expired");
    }

    @Test
    void a_gift_at_once_and_when_it_is_filed() {
        CardNumber friend = stage.member(cafe);
        var given = answer(checkout.give(
                machine(cafe),
                new GiftRequest(
                        TillStage.ofCard("g", card),
                        card.value(),
                        friend.value(),
                        "main",
                        Points.of(300),
                        Optional.of("471183"))));

        GiftRecord waiting = records.gift(machine(cafe), given.id()).orElseThrow();
        stage.deliverMessages();

        assertThat(records.gift(machine(cafe), given.id())).contains(waiting);
        assertThat(waiting.recipientCard()).isEqualTo(friend);
        assertThat(waiting.points()).isEqualTo(Points.of(300));
        assertThat(waiting.availableAfter()).isEqualTo(Points.of(700));
        assertThat(records.gift(machine(hotel), given.id())).isEmpty();
    }

    @Test
    void the_operator_has_no_till() {
        assertRefused(
                RefusalCode.NOT_PERMITTED,
                () -> records.purchases(
                        person(cafe, Role.OPERATOR),
                        new OwnWords("main", TillStage.TODAY, TillStage.ofCard("reference of k1", card))));
    }

    private RedemptionRequest redemption(String key, String reference) {
        return new RedemptionRequest(
                TillStage.ofCard(key, card), card.value(), "main", Points.of(600), "EUR", Optional.empty(), reference);
    }
}
