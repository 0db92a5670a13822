package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.ReturnedGoods.ReturnedLine;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.program.api.Earning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bakery gives 10 points per euro, bread three times on Sundays, 50 for the first visit, and 7 per euro from 100.00 on, at most 500. */
class APromotionGivesBesideTheBaseTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId hotel = stage.tenant("promoting-hotel");
    private final TenantId bakery = stage.tenant("promoting-bakery");
    private final CardNumber card = stage.member(hotel);

    @BeforeEach
    void theBakeryPromotes() {
        ObjectNode section = TillStage.program(10, "0.005");
        var promotions = section.putArray("promotions");
        promotions.add(promotion("sunday-bread", "Sunday bread", "calendar.weekday in ['sunday']", "{\"times\": 3}"));
        ((ObjectNode) promotions.get(0)).putArray("categories").add("bread");
        promotions.add(promotion("welcome", "Welcome", "member.firstVisit", "{\"points\": 50}"));
        promotions.add(promotion("large", "Large bill", "purchase.amount >= 100", "{\"pointsPerUnit\": {\"EUR\": 7}}")
                .put("atMost", 500));
        stage.publish(bakery, section);
    }

    @Test
    void the_answer_names_what_applied_and_what_did_not_and_every_part_is_posted() {
        PurchaseReceipt receipt = answer(checkout.purchase(machine(bakery), bill("p1", "6.00", "4.00")));

        assertThat(receipt.earning().points()).isEqualTo(Points.of(100 + 120 + 50));
        assertThat(receipt.earning().promoted())
                .extracting(Earning.Promoted::promotion, Earning.Promoted::points)
                .containsExactly(tuple("sunday-bread", Points.of(120)), tuple("welcome", Points.of(50)));
        assertThat(receipt.earning().passed())
                .extracting(Earning.Passed::promotion, Earning.Passed::why, Earning.Passed::unmet)
                .containsExactly(tuple("large", Earning.Why.CONDITION, "purchase.amount >= 100"));
        assertThat(stage.balance(card).available()).isEqualTo(Points.of(270));
        stage.deliverMessages();
        assertThat(stage.visits.get(machine(bakery), receipt.id()).orElseThrow().award())
                .extracting(AwardPart::rule, AwardPart::points)
                .containsExactly(
                        tuple("program", Points.of(100)),
                        tuple("sunday-bread", Points.of(120)),
                        tuple("welcome", Points.of(50)));
    }

    @Test
    void who_asks_again_hears_the_first_answer() {
        PurchaseReceipt first = answer(checkout.purchase(machine(bakery), bill("p2", "6.00", "4.00")));
        stage.publish(bakery, 10);

        PurchaseReceipt again = answer(checkout.purchase(machine(bakery), bill("p2", "6.00", "4.00")));

        assertThat(again.replayed()).isTrue();
        assertThat(again.earning().points()).isEqualTo(first.earning().points());
        assertThat(again.earning().promoted()).isEqualTo(first.earning().promoted());
    }

    @Test
    void a_welcome_is_given_once_also_where_two_purchases_come_in_one_batch() {
        List<Points> points = checkout
                .purchases(machine(bakery), List.of(purchase("b1", card, "1.00"), purchase("b2", card, "1.00")))
                .stream()
                .map(outcome -> outcome.receipt().orElseThrow().earning().points())
                .toList();

        assertThat(points).containsExactly(Points.of(60), Points.of(10));
    }

    @Test
    void a_cap_holds_and_what_points_paid_earns_nothing() {
        answer(checkout.purchase(machine(bakery), purchase("c1", card, "1.00")));

        Earning capped = answer(checkout.purchase(machine(bakery), purchase("c2", card, "100.00")))
                .earning();

        assertThat(capped.points()).isEqualTo(Points.of(1000 + 500));
    }

    @Test
    void a_line_comes_back_with_what_its_promotion_gave() {
        answer(checkout.purchase(machine(bakery), purchase("d1", card, "1.00")));
        PurchaseReceipt receipt = answer(checkout.purchase(machine(bakery), bill("d2", "6.00", "4.00")));
        stage.deliverMessages();

        ReversalReceipt bread = back(receipt, "r1", List.of("bread"));
        ReversalReceipt milk = back(receipt, "r2", List.of("milk"));

        assertThat(bread.takenBack()).isEqualTo(Points.of(180));
        assertThat(milk.takenBack()).isEqualTo(Points.of(40));
        assertThat(stage.balance(card).available()).isEqualTo(Points.of(60));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatever_comes_back_in_whatever_order_all_of_it_is_the_award(long seed) {
        Random random = new Random(seed);
        answer(checkout.purchase(machine(bakery), purchase("e1-" + seed, card, "0.10")));
        Points before = stage.balance(card).available();
        PurchaseReceipt receipt = answer(checkout.purchase(
                machine(bakery),
                bill("e2-" + seed, "33." + (10 + random.nextInt(89)), "77." + (10 + random.nextInt(89)))));
        stage.deliverMessages();
        List<String> lines = new ArrayList<>(List.of("bread", "milk"));
        Collections.shuffle(lines, random);

        long taken = 0;
        for (String line : lines) {
            taken +=
                    back(receipt, "r-" + seed + line, List.of(line)).takenBack().value();
        }

        assertThat(taken).isEqualTo(receipt.earning().points().value());
        assertThat(stage.balance(card).available()).isEqualTo(before);
    }

    private ReversalReceipt back(PurchaseReceipt receipt, String key, List<String> lines) {
        return answer(checkout.reverse(
                machine(bakery),
                new OriginalPurchase.ById(receipt.id().text()),
                key + card.value(),
                new ReturnedGoods(
                        Optional.empty(),
                        Optional.empty(),
                        lines.stream()
                                .map(line -> new ReturnedLine(Optional.of(line), Optional.empty(), Optional.empty()))
                                .toList(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }

    private Purchase bill(String key, String bread, String milk) {
        Purchase plain = purchase(key, card, "1.00");
        return new Purchase(
                plain.requestKey(),
                plain.card(),
                plain.outlet(),
                new BigDecimal(bread).add(new BigDecimal(milk)),
                plain.currency(),
                List.of(line("bread", bread), line("milk", milk)),
                plain.businessDate(),
                plain.businessTime(),
                plain.reference());
    }

    private static Purchase.Line line(String category, String amount) {
        return new Purchase.Line(category, "", category, "goods", BigDecimal.ONE, new BigDecimal(amount), null, null);
    }

    private static ObjectNode promotion(String id, String name, String when, String give) {
        ObjectNode promotion = new ObjectMapper().createObjectNode();
        promotion.put("promotion", id).put("when", when);
        promotion.putObject("name").put("en", name).put("es", name).put("zh", name);
        try {
            promotion.set("give", new ObjectMapper().readTree(give));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(give, e);
        }
        return promotion;
    }
}
