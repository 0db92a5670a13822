package eu.kontor.program.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Programs.Earner;
import eu.kontor.program.api.Programs.EarningLine;
import eu.kontor.program.api.Programs.Occasion;
import eu.kontor.program.domain.PromotionCondition;
import eu.kontor.program.domain.PromotionFacts;
import eu.kontor.program.domain.UsualClause;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes that a form knows are answered in Java; the language says what is right. */
@DisplayName("A clause means what its expression means")
class AClauseMeansWhatItsExpressionMeansTest {

    private static final int PURCHASES = 300;

    static List<UsualClause> clauses() {
        return List.of(
                new UsualClause.AtOutlets(Set.of("counter", "terrace")),
                new UsualClause.OnWeekdays(Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)),
                new UsualClause.InMonths(Set.of(1, 2, 11, 12)),
                new UsualClause.FromAmount(new BigDecimal("12.40")),
                new UsualClause.FromAmount(new BigDecimal("50")),
                new UsualClause.FromTime("07:00"),
                new UsualClause.BeforeTime("11:30"),
                new UsualClause.BeforeTime("24:00"),
                new UsualClause.FirstVisit(),
                new UsualClause.OfTiers(Set.of("gold")));
    }

    @ParameterizedTest
    @MethodSource("clauses")
    @DisplayName("What a form writes it reads again, and the language answers it alike")
    void whatAFormWrites(UsualClause clause) {
        assertThat(CelConditions.LANGUAGE.mistake(clause.expression())).isEmpty();
        assertThat(UsualClause.of(clause.expression())).contains(clause);
        var expression = CelConditions.LANGUAGE.compiled(clause.expression());
        Random random = new Random(7);
        for (int i = 0; i < PURCHASES; i++) {
            PromotionFacts facts = facts(random);
            assertThat(clause.holds(facts)).as("%s of %s", clause, facts).isEqualTo(expression.test(facts));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calendar.month in [1,2] && calendar.weekday in [\"monday\"] && purchase.amount >= 12.4",
                "member.firstVisit && (purchase.amount >= 50 || calendar.month in [12])",
                "calendar.time >= '07:00' && calendar.time < '11:00' || member.firstVisit",
                "purchase.outlet == 'a && b' && member.firstVisit",
                "purchase.outlet != \"a'b\" && calendar.month in [1]",
                "member.firstVisit ? purchase.amount >= 50 : calendar.month in [1] && true",
                "purchase.outlet.contains('\\'') && true || calendar.month in [3]",
                "purchase.amount >= 50 // more && more\n && member.firstVisit",
                "purchase.outlet == '''a''' && true || true",
                "calendar.weekday in ['monday', 'nonsense'] && calendar.month in [13, 1]"
            })
    @DisplayName("Taken apart, a condition means what it meant whole")
    void takenApart(String when) {
        var whole = CelConditions.LANGUAGE.compiled(when);
        Random random = new Random(11);
        var parts = PromotionCondition.of(when).clauses();
        for (int i = 0; i < PURCHASES; i++) {
            PromotionFacts facts = facts(random);
            boolean met = parts.stream().allMatch(part -> part.usual()
                    .map(usual -> usual.holds(facts))
                    .orElseGet(
                            () -> CelConditions.LANGUAGE.compiled(part.text()).test(facts)));
            assertThat(met).as("%s of %s", when, facts).isEqualTo(whole.test(facts));
        }
    }

    private static PromotionFacts facts(Random random) {
        List<String> amounts = List.of("12.39", "12.40", "12.41", "49.99", "50.00", "80.00", "0.00");
        MoneyAmount amount = MoneyAmount.of(amounts.get(random.nextInt(amounts.size())), "EUR");
        List<String> outlets = List.of("counter", "terrace", "bar", "a && b", "a'b");
        return new PromotionFacts(
                random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(new Earner(
                                new MemberId(1), random.nextBoolean() ? "gold" : "member", random.nextBoolean())),
                List.of(new EarningLine("", LineKind.GOODS, amount, Optional.empty(), Optional.empty())),
                List.of(amount),
                List.of(""),
                amount,
                new Occasion(
                        outlets.get(random.nextInt(outlets.size())),
                        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365)),
                        random.nextInt(4) == 0
                                ? Optional.empty()
                                : Optional.of(
                                        LocalTime.of(random.nextInt(24), random.nextInt(60), random.nextInt(60)))));
    }
}
