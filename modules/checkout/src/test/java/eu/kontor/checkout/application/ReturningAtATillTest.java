package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.Purchase.Line;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.ReturnedGoods.ReturnedLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.api.TillRecords.ReversalTold;
import eu.kontor.checkout.api.Visits.TakenBack;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReturningAtATillTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId cafe = stage.tenant("returning-cafe");
    private final TenantId hotel = stage.tenant("returning-hotel");
    private final CardNumber card = stage.member(cafe);

    @Test
    void a_quarter_of_the_amount_takes_a_quarter_of_the_points_and_the_purchase_says_what_is_left() {
        PurchaseReceipt sale = answer(checkout.purchase(machine(cafe), purchase("s1", card, "60.00")));

        ReversalReceipt back = back(sale, "r1", amount("15.00"));
        stage.deliverMessages();

        assertThat(back.takenBack()).isEqualTo(Points.of(150));
        assertThat(back.amount()).contains(MoneyAmount.of("15.00", "EUR"));
        assertThat(back.availableAfter()).isEqualTo(Points.of(450));
        assertThat(takenBack(sale))
                .isEqualTo(new TakenBack(List.of(back.id()), MoneyAmount.of("45.00", "EUR"), Points.of(450)));
    }

    @Test
    void what_is_left_is_right_at_once_and_stays_so_when_it_is_filed() {
        PurchaseReceipt sale = answer(checkout.purchase(machine(cafe), purchase("s9", card, "60.00")));
        ReversalReceipt back = back(sale, "r1", amount("15.00"));
        TakenBack left = new TakenBack(List.of(back.id()), MoneyAmount.of("45.00", "EUR"), Points.of(450));

        assertThat(takenBack(sale)).as("the purchase waits, too").isEqualTo(left);
        stage.deliverMessages();
        assertThat(takenBack(sale)).isEqualTo(left);

        ReversalReceipt rest = back(sale, "r2", ReturnedGoods.EVERYTHING);
        assertThat(takenBack(sale))
                .as("the purchase is filed")
                .isEqualTo(new TakenBack(List.of(back.id(), rest.id()), MoneyAmount.of("0.00", "EUR"), Points.ZERO));
    }

    @Test
    void lines_come_back_by_place_or_article_at_what_they_were_sold_for_less_their_share_of_the_discount() {
        PurchaseReceipt sale = answer(checkout.purchase(machine(cafe), ticket("s2")));

        ReversalReceipt one = back(sale, "r1", lines(line(2, "1")));
        ReversalReceipt other = back(sale, "r2", lines(article("CUP")));

        assertThat(one.amount()).contains(MoneyAmount.of("9.00", "EUR"));
        assertThat(one.takenBack()).isEqualTo(Points.of(90));
        assertThat(other.amount()).contains(MoneyAmount.of("27.00", "EUR"));
        assertThat(other.availableAfter()).isEqualTo(Points.of(90));
    }

    @Test
    void a_line_that_is_no_article_of_the_purchase_or_a_discount_is_refused() {
        PurchaseReceipt sale = answer(checkout.purchase(machine(cafe), ticket("s3")));

        assertRefused(RefusalCode.RETURN_LINE_UNKNOWN, () -> back(sale, "r1", lines(line(3, "1"))));
        assertRefused(RefusalCode.RETURN_LINE_UNKNOWN, () -> back(sale, "r2", lines(line(4, "1"))));
        assertRefused(RefusalCode.RETURN_LINE_UNKNOWN, () -> back(sale, "r3", lines(article("BOWL"))));
        assertRefused(RefusalCode.RETURN_EXCEEDS_LINE, () -> back(sale, "r4", lines(line(2, "3"))));
    }

    @Test
    void more_than_was_sold_or_another_currency_or_nothing_is_refused_and_takes_nothing() {
        PurchaseReceipt sale = answer(checkout.purchase(machine(cafe), purchase("s4", card, "60.00")));

        assertRefused(RefusalCode.RETURN_EXCEEDS_PURCHASE, () -> back(sale, "r1", amount("60.01")));
        assertRefused(RefusalCode.AMOUNT_NOT_POSITIVE, () -> back(sale, "r2", amount("0")));
        assertRefused(
                RefusalCode.CURRENCY_NOT_USED,
                () -> back(
                        sale,
                        "r3",
                        new ReturnedGoods(
                                Optional.of(BigDecimal.TEN),
                                Optional.of("USD"),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
        assertThat(back(sale, "r4", ReturnedGoods.EVERYTHING).takenBack()).isEqualTo(Points.of(600));
    }

    @Test
    void the_same_key_gets_its_first_answer_and_another_amount_under_it_is_a_conflict() {
        PurchaseReceipt sale = answer(checkout.purchase(machine(cafe), purchase("s5", card, "60.00")));
        ReversalReceipt first = back(sale, "r1", amount("15.00"));
        back(sale, "r2", amount("15.00"));

        ReversalReceipt again = back(sale, "r1", amount("15.0"));

        assertThat(again.replayed()).isTrue();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.amount()).isEqualTo(first.amount());
        assertThat(again.availableAfter()).isEqualTo(first.availableAfter());
        assertRefused(RefusalCode.REQUEST_KEY_REUSED, () -> back(sale, "r1", amount("16.00")));
    }

    @Test
    void a_refused_return_may_be_corrected_under_its_key() {
        PurchaseReceipt sale = answer(checkout.purchase(machine(cafe), purchase("s6", card, "60.00")));
        back(sale, "r1", amount("50.00"));
        assertRefused(RefusalCode.RETURN_EXCEEDS_PURCHASE, () -> back(sale, "r2", amount("20.00")));

        assertThat(back(sale, "r2", amount("10.00")).takenBack()).isEqualTo(Points.of(100));
    }

    @Test
    void it_is_kept_when_where_and_under_which_reference_it_came_back() {
        PurchaseReceipt sale = answer(checkout.purchase(machine(cafe), purchase("s7", card, "60.00")));
        ReversalReceipt back = back(
                sale,
                "r1",
                new ReturnedGoods(
                        Optional.of(new BigDecimal("15.00")),
                        Optional.of("EUR"),
                        List.of(),
                        Optional.of(TillStage.TODAY.minusDays(1)),
                        Optional.of("main"),
                        Optional.of("R-17")));
        ReversalTold waiting = told(back);
        stage.deliverMessages();

        assertThat(told(back)).isEqualTo(waiting);
        assertThat(waiting.businessDate()).isEqualTo(TillStage.TODAY.minusDays(1));
        assertThat(waiting.outlet()).contains("main");
        assertThat(waiting.reference()).isEqualTo("R-17");
        assertThat(waiting.amount()).contains(MoneyAmount.of("15.00", "EUR"));
    }

    @Test
    void a_purchase_is_found_by_the_tills_own_words() {
        answer(checkout.purchase(machine(cafe), purchase("s8", card, "60.00")));
        stage.deliverMessages();
        OriginalPurchase words = new OriginalPurchase.ByWords(
                new OwnWords("main", TillStage.TODAY, TillStage.ofCard("reference of s8", card)));

        ReversalReceipt back = answer(checkout.reverse(machine(cafe), words, "r1", amount("30.00")));

        assertThat(back.takenBack()).isEqualTo(Points.of(300));
        assertRefused(
                RefusalCode.PURCHASE_UNKNOWN,
                () -> answer(checkout.reverse(machine(hotel), words, "r2", ReturnedGoods.EVERYTHING)));
    }

    @Test
    void another_brands_purchase_is_unknown() {
        PurchaseReceipt sale = answer(checkout.purchase(machine(cafe), purchase("s9", card, "60.00")));
        OriginalPurchase id = new OriginalPurchase.ById(sale.id().text());

        assertRefused(
                RefusalCode.PURCHASE_UNKNOWN,
                () -> answer(checkout.reverse(machine(hotel), id, "r1", amount("15.00"))));
    }

    private ReversalReceipt back(PurchaseReceipt sale, String key, ReturnedGoods goods) {
        String ofItsOwn = key + " of " + sale.id().text();
        return answer(checkout.reverse(
                machine(cafe), new OriginalPurchase.ById(sale.id().text()), ofItsOwn, goods));
    }

    private TakenBack takenBack(PurchaseReceipt sale) {
        return stage.visits.get(machine(cafe), sale.id()).orElseThrow().takenBack();
    }

    private ReversalTold told(ReversalReceipt reversal) {
        return stage.records()
                .reversal(machine(cafe), reversal.id())
                .orElseThrow()
                .told()
                .orElseThrow();
    }

    /** A cup for 30.00, two plates for 20.00, and ten per cent off. */
    private Purchase ticket(String key) {
        Purchase plain = purchase(key, card, "45.00");
        return new Purchase(
                plain.requestKey(),
                plain.card(),
                plain.outlet(),
                plain.amount(),
                plain.currency(),
                List.of(
                        new Line("CUP", "", BigDecimal.ONE, new BigDecimal("30.00")),
                        new Line("PLATE", "", BigDecimal.TWO, new BigDecimal("20.00")),
                        new Line("", "", BigDecimal.ONE, new BigDecimal("-5.00"))),
                plain.businessDate(),
                plain.businessTime(),
                plain.reference());
    }

    private static ReturnedGoods amount(String euros) {
        return new ReturnedGoods(
                Optional.of(new BigDecimal(euros)),
                Optional.of("EUR"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ReturnedGoods lines(ReturnedLine... lines) {
        return new ReturnedGoods(
                Optional.empty(),
                Optional.empty(),
                List.of(lines),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ReturnedLine line(int place, String quantity) {
        return new ReturnedLine(
                Optional.of(String.valueOf(place)), Optional.empty(), Optional.of(new BigDecimal(quantity)));
    }

    private static ReturnedLine article(String sku) {
        return new ReturnedLine(Optional.empty(), Optional.of(sku), Optional.empty());
    }

    private static void assertRefused(RefusalCode code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
