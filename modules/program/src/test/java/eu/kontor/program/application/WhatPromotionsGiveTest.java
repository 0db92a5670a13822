package eu.kontor.program.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.Earning.Passed;
import eu.kontor.program.api.Earning.Why;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs.Earner;
import eu.kontor.program.api.Programs.EarningLine;
import eu.kontor.program.api.Programs.Occasion;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.Promotion.Give;
import eu.kontor.program.api.Promotion.Group;
import eu.kontor.program.api.Promotion.Stacking;
import eu.kontor.program.domain.EarningPolicy;
import eu.kontor.program.domain.EarningPolicy.Sold;
import eu.kontor.program.domain.EarningSentence;
import eu.kontor.program.domain.PromotionIndex;
import eu.kontor.program.domain.PromotionSentence;
import eu.kontor.tenancy.api.Protection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two points per euro, bread four; on a Friday morning in December. */
@DisplayName("What promotions give beside the base")
class WhatPromotionsGiveTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 4);

    @Test
    @DisplayName("Without a group each gives of the base, beside the others")
    void besideEachOther() {
        Earning earning =
                earned(List.of(times("double", "", "2"), fixed("plus", "purchase.amount >= 10", 7)), line("", "10.00"));

        assertThat(earning.points()).isEqualTo(Points.of(20 + 20 + 7));
        assertThat(earning.basePoints()).isEqualTo(Points.of(20));
    }

    @Test
    @DisplayName("Of a group the best one holds, and the others are told why not")
    void theBestOfAGroup() {
        Group group = new Group("best", Stacking.BEST_OF, 0);
        Earning earning = earned(
                List.of(in(group, fixed("a", "", 15)), in(group, times("b", "", "2")), in(group, fixed("c", "", 20))),
                line("", "10.00"));

        assertThat(earning.promoted()).extracting(Earning.Promoted::promotion).containsExactly("b");
        assertThat(earning.passed())
                .extracting(Passed::promotion, Passed::why)
                .containsExactlyInAnyOrder(tuple("a", Why.ANOTHER_GIVES_MORE), tuple("c", Why.ANOTHER_GIVES_MORE));
    }

    @Test
    @DisplayName("Multiplied, each is of the base and of those before it, in their order")
    void oneAfterTheOther() {
        Earning first = earned(
                List.of(
                        in(new Group("m", Stacking.MULTIPLY, 1), fixed("z", "", 10)),
                        in(new Group("m", Stacking.MULTIPLY, 2), times("a", "", "3"))),
                line("", "10.00"));
        Earning last = earned(
                List.of(
                        in(new Group("m", Stacking.MULTIPLY, 2), fixed("z", "", 10)),
                        in(new Group("m", Stacking.MULTIPLY, 1), times("a", "", "3"))),
                line("", "10.00"));

        assertThat(first.points()).isEqualTo(Points.of((20 + 10) * 3));
        assertThat(last.points()).isEqualTo(Points.of(20 * 3 + 10));
    }

    @Test
    @DisplayName("Only lines of its categories count, at their own rate")
    void onlyLinesOfItsCategories() {
        Promotion bread = of("bread-twice", "", List.of("BREAD "), new Give.Times(BigDecimal.TWO), Optional.empty());

        Earning earning = earned(List.of(bread), line("bread", "5.00"), line("", "10.00"));

        assertThat(earning.points()).isEqualTo(Points.of(20 + 20 + 20));
        assertThat(earning.promoted().getFirst().basis()).isEqualTo(MoneyAmount.of("5.00", "EUR"));
        assertThat(earning.promoted().getFirst().weights().get(1)).isZero();
    }

    @Test
    @DisplayName("Nothing is given for what earns nothing")
    void nothingForWhatEarnsNothing() {
        EarningLine tip =
                new EarningLine("", LineKind.TIP, MoneyAmount.of("10.00", "EUR"), Optional.empty(), Optional.empty());

        Earning earning = earned(List.of(fixed("plus", "", 50)), tip);

        assertThat(earning.points()).isEqualTo(Points.ZERO);
        assertThat(earning.passed()).extracting(Passed::why).containsExactly(Why.NOTHING_COUNTS);
    }

    @Test
    @DisplayName("None gives more than its cap, however the whole is rounded")
    void noneGivesMoreThanItsCap() {
        Promotion capped = of("capped", "", List.of(), new Give.Times(BigDecimal.TEN), Optional.of(Points.of(5)));
        Promotion odd =
                of("odd", "", List.of(), new Give.PerUnit(Map.of(EUR, new BigDecimal("0.333333"))), Optional.empty());
        for (String amount : List.of("1.01", "1.99", "2.50", "0.07", "3.33")) {
            Earning earning = earned(List.of(capped, odd), line("", amount));
            long parts = earning.promoted().stream()
                            .mapToLong(each -> each.points().value())
                            .sum()
                    + earning.basePoints().value();
            assertThat(parts).isEqualTo(earning.points().value());
            assertThat(earning.promoted().getFirst().points().value()).isLessThanOrEqualTo(5);
        }
    }

    @Test
    @DisplayName("It begins on its first day and ends after its last, and says so")
    void itsDays() {
        Promotion over = days("over", null, FRIDAY.minusDays(1));
        Promotion today = days("today", FRIDAY, FRIDAY);
        Promotion later = days("later", FRIDAY.plusDays(1), null);

        Earning earning = earned(List.of(over, today, later), line("", "10.00"));

        assertThat(earning.promoted()).extracting(Earning.Promoted::promotion).containsExactly("today");
        assertThat(earning.passed())
                .extracting(Passed::promotion, Passed::why)
                .containsExactlyInAnyOrder(tuple("over", Why.NO_MORE), tuple("later", Why.NOT_YET));
    }

    @Test
    @DisplayName("Why not is said in the reader's language, by the clause that was not met")
    void whyNot() {
        Earning earning = earned(
                List.of(fixed("a", "purchase.amount >= 5 && calendar.weekday in ['monday', 'tuesday']", 5)),
                line("", "10.00"));

        Passed passed = earning.passed().getFirst();
        assertThat(new PromotionSentence("points", Locale.ENGLISH).whyNot(passed))
                .isEqualTo("only on Monday, Tuesday");
        assertThat(new PromotionSentence("puntos", Locale.of("es")).whyNot(passed))
                .isEqualTo("solo en lunes, martes");
        assertThat(new PromotionSentence("积分", Locale.of("zh")).whyNot(passed)).isEqualTo("仅限星期一、星期二");
    }

    @Test
    @DisplayName("The reason for the points names the promotion")
    void theReasonNamesThePromotion() {
        Earning earning = earned(
                List.of(fixed("a", "calendar.time >= '07:00' && calendar.time < '11:00'", 5)), line("", "10.00"));

        assertThat(new EarningSentence().of(earning, "points", Locale.ENGLISH))
                .isEqualTo(
                        "25 points: 2 per EUR on 10.00 EUR (base rate) and 5 by promotion (a en); program version 1.");
    }

    @Test
    @DisplayName("A condition beyond the form is asked of the purchase")
    void aConditionBeyondTheForm() {
        String dozen = "lines.quantity('bread') >= 12.0 || lines.amount('bread') > 30 && member.tier == 'gold'";

        assertThat(earned(List.of(fixed("a", dozen, 5)), line("bread", "31.00")).promoted())
                .hasSize(1);
        assertThat(earned(List.of(fixed("a", dozen, 5)), line("bread", "30.00")).promoted())
                .isEmpty();
    }

    @Test
    @DisplayName("A sentence says when, what, how much at most and until when")
    void aSentence() {
        Promotion promotion = new Promotion(
                "a",
                names("a"),
                "calendar.weekday in ['monday'] && purchase.amount >= 12.50",
                List.of("bread"),
                new Give.Times(BigDecimal.TWO),
                Optional.of(Points.of(100)),
                Optional.empty(),
                Optional.of(LocalDate.of(2027, 1, 31)),
                Optional.empty());

        assertThat(new PromotionSentence("points", Locale.ENGLISH).of(promotion))
                .isEqualTo(
                        "When a guest buys “bread”, on Monday, for 12.5 or more: 2 × the points, at most 100 points a"
                                + " purchase, until 31 January 2027");
    }

    private static Earning earned(List<Promotion> promotions, EarningLine... lines) {
        Program program = new Program(
                1,
                LocalDate.of(2026, 1, 1),
                Map.of(EUR, BigDecimal.TWO),
                List.of(new Program.CategoryRate("bread", "bread", names("bread"), Map.of(EUR, new BigDecimal("4")))),
                Program.PointsRounding.DOWN,
                24,
                Program.Expiry.INACTIVITY,
                Map.of(EUR, new BigDecimal("0.01")),
                Points.of(100),
                Protection.OF_A_BRAND,
                Program.Counting.DEFAULT,
                promotions);
        MoneyAmount paid = List.of(lines).stream()
                .map(EarningLine::amount)
                .reduce(MoneyAmount::plus)
                .orElseThrow();
        return new EarningPolicy()
                .evaluate(
                        program,
                        PromotionIndex.of(program.promotions(), CelConditions.LANGUAGE),
                        new Sold(
                                Optional.of(new Earner(new MemberId(1), "gold")),
                                List.of(lines),
                                paid,
                                new Occasion("counter", FRIDAY, Optional.of(LocalTime.of(8, 30)))));
    }

    private static EarningLine line(String category, String amount) {
        return new EarningLine(
                category, LineKind.GOODS, MoneyAmount.of(amount, "EUR"), Optional.empty(), Optional.empty());
    }

    private static Promotion fixed(String id, String when, long points) {
        return of(id, when, List.of(), new Give.Fixed(Points.of(points)), Optional.empty());
    }

    private static Promotion times(String id, String when, String factor) {
        return of(id, when, List.of(), new Give.Times(new BigDecimal(factor)), Optional.empty());
    }

    private static Promotion of(String id, String when, List<String> categories, Give give, Optional<Points> atMost) {
        return new Promotion(
                id, names(id), when, categories, give, atMost, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Promotion days(String id, LocalDate from, LocalDate until) {
        return new Promotion(
                id,
                names(id),
                "",
                List.of(),
                new Give.Fixed(Points.of(1)),
                Optional.empty(),
                Optional.ofNullable(from),
                Optional.ofNullable(until),
                Optional.empty());
    }

    private static Promotion in(Group group, Promotion each) {
        return new Promotion(
                each.id(),
                each.name(),
                each.when(),
                each.categories(),
                each.give(),
                each.atMost(),
                each.from(),
                each.until(),
                Optional.of(group));
    }

    private static Map<String, String> names(String id) {
        return Map.of("en", id + " en", "es", id + " es", "zh", id + " zh");
    }
}
