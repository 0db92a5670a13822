package eu.kontor.program.domain;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.Basis;
import eu.kontor.program.api.Program.Counting;
import eu.kontor.program.api.Programs.EarningLine;
import eu.kontor.tenancy.api.Protection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bakery gives 2 points per euro, and 4 for bread; it rounds up. */
class WhatOfASaleCountsTest {

    private final EarningPolicy policy = new EarningPolicy();

    @Test
    void a_discount_without_a_category_leaves_bread_for_a_cent_a_point_at_most() {
        Earning earning = earn(line("bread", LineKind.GOODS, "10.00"), line("", LineKind.DISCOUNT, "-9.99"));

        assertThat(earning.points()).isEqualTo(Points.of(1));
        assertThat(earning.parts()).singleElement().satisfies(part -> {
            assertThat(part.rule()).isEqualTo("bread");
            assertThat(part.basis().amount()).isEqualByComparingTo("0.01");
        });
    }

    @Test
    void a_discount_without_a_category_takes_from_all_that_earns_by_value() {
        Earning earning = earn(
                line("bread", LineKind.GOODS, "6.00"),
                line("cake", LineKind.GOODS, "2.00"),
                line("", LineKind.TIP, "1.00"),
                line("", LineKind.DISCOUNT, "-4.00"));

        // 3.00 of bread and 1.00 of cake are left; the tip neither earns nor is made cheaper.
        assertThat(earning.points()).isEqualTo(Points.of(12 + 2));
    }

    @Test
    void a_discount_with_a_category_takes_from_that_one_first_and_the_rest_of_it_from_all() {
        Earning earning = earn(
                line("bread", LineKind.GOODS, "3.00"),
                line("cake", LineKind.GOODS, "5.00"),
                line(" Bread ", LineKind.DISCOUNT, "-4.00"));

        assertThat(earning.parts()).singleElement().satisfies(part -> {
            assertThat(part.rule()).isEqualTo("base");
            assertThat(part.basis().amount()).isEqualByComparingTo("4.00");
        });
    }

    @Test
    void a_voucher_that_was_sold_cheaper_does_not_make_the_bread_cheaper() {
        Earning earning = earn(
                line("bread", LineKind.GOODS, "5.00"),
                line("vouchers", LineKind.VOUCHER_SALE, "50.00"),
                line("vouchers", LineKind.DISCOUNT, "-10.00"));

        assertThat(earning.points()).isEqualTo(Points.of(20));
    }

    @ParameterizedTest
    @EnumSource(
            value = LineKind.class,
            names = {"TIP", "TAX", "VOUCHER_SALE", "DEPOSIT", "FEE"})
    void what_is_neither_goods_nor_a_service_earns_nothing_unless_the_brand_says_so(LineKind kind) {
        List<EarningLine> sold = List.of(line("", LineKind.SERVICE, "10.00"), line("", kind, "5.00"));
        Set<LineKind> allButThis = EnumSet.copyOf(Counting.EARNS_NOTHING);
        allButThis.remove(kind);

        assertThat(policy.evaluate(bakery(Counting.DEFAULT), sold, paid(sold)).points())
                .isEqualTo(Points.of(20));
        assertThat(policy.evaluate(
                                bakery(new Counting(allButThis, Basis.PAID, List.of(), Map.of(), BigDecimal.ONE)),
                                sold,
                                paid(sold))
                        .points())
                .isEqualTo(Points.of(30));
    }

    @Test
    void a_sale_of_which_nothing_counts_is_a_visit_whose_reason_names_the_base_rate() {
        Earning earning = earn(line("", LineKind.VOUCHER_SALE, "50.00"));

        assertThat(earning.points()).isEqualTo(Points.ZERO);
        assertThat(earning.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.basis().amount()).isZero());
    }

    @Test
    void a_deposit_earns_when_it_is_set_off_against_the_bill() {
        assertThat(earn(line("", LineKind.DEPOSIT, "100.00")).points()).isEqualTo(Points.ZERO);
        assertThat(earn(line("", LineKind.SERVICE, "300.00"), line("", LineKind.DEPOSIT, "-100.00"))
                        .points())
                .isEqualTo(Points.of(600));
    }

    @Test
    void a_brand_may_count_net_amounts_also_of_what_was_discounted() {
        Counting net = new Counting(Counting.EARNS_NOTHING, Basis.NET, List.of(), Map.of(), BigDecimal.ONE);
        List<EarningLine> sold = List.of(
                new EarningLine("", LineKind.GOODS, euros("12.00"), Optional.of(euros("10.00")), Optional.empty()),
                line("", LineKind.GOODS, "5.00"),
                line("", LineKind.DISCOUNT, "-8.50"));

        // Half is left of both: 6.00 with tax, which is 5.00 without, and 2.50 of which the till did not say it.
        assertThat(policy.evaluate(bakery(net), sold, paid(sold)).parts())
                .singleElement()
                .satisfies(part -> assertThat(part.basis().amount()).isEqualByComparingTo("7.50"));
    }

    @Test
    void gross_amounts_count_where_the_till_has_taxes_on_lines_of_their_own_but_never_more_than_was_paid() {
        Counting gross = new Counting(Counting.EARNS_NOTHING, Basis.GROSS, List.of(), Map.of(), BigDecimal.ONE);
        EarningLine goods = new EarningLine(
                "", LineKind.GOODS, euros("10.00"), Optional.of(euros("10.00")), Optional.of(euros("12.00")));
        List<EarningLine> taxed = List.of(goods, line("", LineKind.TAX, "2.00"));

        assertThat(policy.evaluate(bakery(gross), taxed, paid(taxed)).points()).isEqualTo(Points.of(24));
        assertThat(policy.evaluate(bakery(gross), List.of(goods), euros("10.00"))
                        .points())
                .isEqualTo(Points.of(20));
    }

    @Test
    void categories_are_the_same_in_any_case_and_with_any_space_around_and_unknown_ones_are_told_once() {
        List<EarningLine> sold = List.of(
                line(" BREAD\u00a0", LineKind.GOODS, "1.00"),
                line("bred", LineKind.GOODS, "1.00"),
                line("Bred ", LineKind.GOODS, "1.00"),
                line("Cake", LineKind.GOODS, "1.00"),
                line("", LineKind.GOODS, "1.00"),
                line("cash", LineKind.TIP, "1.00"));
        Counting cake = new Counting(Counting.EARNS_NOTHING, Basis.PAID, List.of("cake"), Map.of(), BigDecimal.ONE);

        assertThat(policy.evaluate(bakery(cake), sold, paid(sold)).points()).isEqualTo(Points.of(4 + 8));
        assertThat(CategoryPolicy.unknown(bakery(cake), sold)).containsExactly("bred");
        assertThat(CategoryPolicy.unknown(bakery(Counting.DEFAULT), sold)).containsExactly("bred", "Cake");
    }

    private Earning earn(EarningLine... sold) {
        return policy.evaluate(bakery(Counting.DEFAULT), List.of(sold), paid(List.of(sold)));
    }

    static MoneyAmount paid(List<EarningLine> lines) {
        return lines.stream().map(EarningLine::amount).reduce(MoneyAmount::plus).orElseThrow();
    }

    static EarningLine line(String category, LineKind kind, String amount) {
        return new EarningLine(category, kind, euros(amount), Optional.empty(), Optional.empty());
    }

    static MoneyAmount euros(String amount) {
        return MoneyAmount.of(amount, "EUR");
    }

    static Program bakery(Counting counting) {
        return new Program(
                1,
                LocalDate.of(2026, 1, 1),
                Map.of(ProgramOfACafe.EUR, BigDecimal.TWO),
                List.of(new Program.CategoryRate(
                        "bread",
                        "bread",
                        Map.of("en", "Bread", "es", "Pan", "zh", "面包"),
                        Map.of(ProgramOfACafe.EUR, new BigDecimal("4")))),
                Program.PointsRounding.UP,
                24,
                Program.Expiry.INACTIVITY,
                Map.of(ProgramOfACafe.EUR, new BigDecimal("0.01")),
                Points.of(100),
                Protection.OF_A_BRAND,
                counting);
    }
}
