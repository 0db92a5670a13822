package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.EarningAtATillTest.assertRefused;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.Purchase.Line;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A bakery gives 2 points per euro and 4 for bread, and knows bread and cake. */
class WhatATillIsToldOfItsLinesTest {

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId bakery = bakery();
    private final CardNumber card = stage.member(bakery);

    @Test
    void a_discount_without_a_category_takes_from_the_bread_and_never_more_is_earned_than_was_paid() {
        PurchaseReceipt receipt = buy("cent", "0.01", sold("bread", "10.00"), sold("", "-9.99"));

        assertThat(receipt.earning().points()).isEqualTo(Points.of(1));
    }

    @Test
    void what_the_till_says_of_a_line_is_filed_with_it() {
        Line tip = new Line("T", "TIP", "", "Tip", null, new BigDecimal("2.00"), null, null);
        Line taxed =
                new Line(null, "", "cake", null, BigDecimal.TWO, null, new BigDecimal("8.00"), new BigDecimal("10.00"));
        PurchaseReceipt receipt = buy("lines", "17.00", sold("bread", "5.00"), tip, taxed);
        var before =
                stage.visits.get(machine(bakery), receipt.id()).orElseThrow().lines();
        stage.deliverMessages();
        var after =
                stage.visits.get(machine(bakery), receipt.id()).orElseThrow().lines();

        assertThat(receipt.earning().points()).isEqualTo(Points.of(20 + 20));
        assertThat(after).isEqualTo(before);
        assertThat(after).extracting(Line::id).containsExactly("1", "T", "3");
        assertThat(after).extracting(Line::kind).containsExactly("goods", "tip", "goods");
        assertThat(after.get(2).amount()).isEqualByComparingTo("10.00");
        assertThat(after.get(2).net()).isEqualByComparingTo("8.00");
    }

    @Test
    void categories_that_the_program_does_not_know_are_told_at_the_first_answer_and_again() {
        PurchaseReceipt first =
                buy("bred", "9.00", sold(" BREAD", "3.00"), sold("bred", "3.00"), sold("Cake ", "3.00"));
        PurchaseReceipt again =
                buy("bred", "9.00", sold(" BREAD", "3.00"), sold("bred", "3.00"), sold("Cake ", "3.00"));

        assertThat(first.earning().points()).isEqualTo(Points.of(12 + 6 + 6));
        assertThat(first.remarks().categoriesUnknown()).containsExactly("bred");
        assertThat(again.replayed()).isTrue();
        assertThat(again.remarks()).isEqualTo(first.remarks());
    }

    @Test
    void a_cent_a_line_between_lines_and_total_is_noted_and_more_is_refused() {
        assertThat(buy("cents", "10.00", sold("bread", "5.01"), sold("cake", "5.01"))
                        .remarks()
                        .roundingDifference())
                .contains(MoneyAmount.of("0.02", "EUR"));
        assertThat(buy("none", "10.00", sold("bread", "5.00"), sold("cake", "5.00"))
                        .remarks()
                        .roundingDifference())
                .isEmpty();
        assertRefused(
                RefusalCode.AMOUNT_LINES_DIFFER,
                () -> buy("more", "10.00", sold("bread", "5.02"), sold("cake", "5.01")));
    }

    @Test
    void the_same_lines_of_other_kinds_under_the_same_key_are_another_purchase() {
        buy("kinds", "10.00", sold("", "10.00"));
        Line voucher = new Line(null, "", "", "voucher-sale", null, new BigDecimal("10.00"), null, null);

        assertRefused(RefusalCode.REQUEST_KEY_REUSED, () -> buy("kinds", "10.00", voucher));
    }

    @Test
    void a_line_that_cannot_be_is_refused() {
        BigDecimal ten = new BigDecimal("10.00");
        for (List<Line> wrong : List.of(
                List.of(new Line(null, "", "", "souvenir", null, ten, null, null)),
                List.of(new Line(null, "", "", "discount", null, ten, null, null)),
                List.of(new Line(null, "", "", null, null, ten, new BigDecimal("10.01"), null)),
                List.of(new Line(null, "", "", null, null, ten, null, new BigDecimal("9.99"))),
                List.of(new Line("2", "", "", null, null, BigDecimal.ONE, null, null), sold("", "9.00")))) {
            assertRefused(RefusalCode.FIELD_MALFORMED, () -> buy("wrong", "10.00", wrong.toArray(Line[]::new)));
        }
    }

    private TenantId bakery() {
        TenantId id = stage.tenant("bakery-of-lines");
        ObjectNode section = new ObjectMapper()
                .createObjectNode()
                .put("validFrom", "2025-01-01")
                .put("rounding", "up")
                .put("expiryMonths", 24)
                .put("minimumRedemption", 100);
        section.putObject("pointsPerUnit").put("EUR", 2);
        section.putObject("valuePerPoint").put("EUR", 0.01);
        section.putArray("categories").add("cake");
        ObjectNode rate = section.putArray("categoryRates").addObject();
        rate.put("rule", "bread").put("category", "bread");
        rate.putObject("name").put("en", "Bread").put("es", "Pan").put("zh", "面包");
        rate.putObject("pointsPerUnit").put("EUR", 4);
        stage.publish(id, section);
        return id;
    }

    private PurchaseReceipt buy(String key, String amount, Line... lines) {
        String own = key + "-" + card;
        return answer(checkout.purchase(
                machine(bakery),
                new Purchase(
                        own,
                        card.value(),
                        "main",
                        new BigDecimal(amount),
                        "EUR",
                        List.of(lines),
                        TillStage.TODAY,
                        Optional.empty(),
                        own)));
    }

    private static Line sold(String category, String amount) {
        return new Line("", category, BigDecimal.ONE, new BigDecimal(amount));
    }
}
