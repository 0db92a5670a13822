package eu.kontor.program.domain;

import static eu.kontor.program.domain.ProgramOfACafe.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.Basis;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.Program.Expiry;
import eu.kontor.program.api.Program.PointsRounding;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.program.domain.ElementValues.Lifetime;
import eu.kontor.program.domain.ProgramDifference.Change;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The café: 10 points per euro, 15.5 for wine. */
class TheDifferenceOfTwoProgramsTest {

    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final Program cafe = ProgramOfACafe.version(3, LocalDate.of(2026, 1, 1), PointsRounding.DOWN);

    @Test
    void programs_that_mean_the_same_do_not_differ_whatever_their_number_and_first_day() {
        assertThat(difference(ProgramOfACafe.version(4, DECEMBER, PointsRounding.DOWN))
                        .changes())
                .isEmpty();
        assertThat(difference(with(Kind.BASE_RATE, "EUR", new BigDecimal("10.00")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_rate_that_rises_is_said_in_the_readers_language_and_is_better() {
        Change change = only(wine("wine", "18"));

        assertThat(said(change, Locale.ENGLISH)).isEqualTo("good wine: 15.5 → 18 points per EUR, from 1 December 2026");
        assertThat(said(change, Locale.of("es")))
                .isEqualTo("buen vino: 15,5 → 18 points por EUR, desde el 1 de diciembre de 2026");
        assertThat(said(change, CHINESE)).isEqualTo("好酒：每 EUR 15.5 → 18 points，自2026年12月1日起");
        assertThat(change.isBetter()).isTrue();
        assertThat(new DifferenceSentence("points", Locale.ENGLISH).why(change)).contains("Guests earn more on it.");
    }

    @Test
    void a_rate_that_falls_is_worse_and_says_why() {
        Change change = only(with(Kind.BASE_RATE, "EUR", new BigDecimal("8")));

        assertThat(change.isWorse()).isTrue();
        assertThat(said(change, Locale.ENGLISH)).startsWith("Base rate in EUR: 10 → 8 points per EUR");
        assertThat(new DifferenceSentence("points", Locale.ENGLISH).why(change)).contains("Guests earn less.");
    }

    @Test
    void a_new_rule_is_better_where_it_gives_more_than_the_base_rate_and_worse_where_it_gives_less() {
        assertThat(only(rule("bread", "12")).isBetter()).isTrue();
        assertThat(only(rule("bread", "4")).isWorse()).isTrue();
        assertThat(only(rule("bread", "10")).isWorse()).isFalse();
        assertThat(said(only(rule("bread", "12")), Locale.ENGLISH))
                .isEqualTo("New – bread of the day: “bread”, 12 points per EUR, from 1 December 2026");
    }

    @Test
    void a_rule_that_goes_is_worse_where_it_gave_more_than_the_base_rate() {
        Change change = only(with(Kind.CATEGORY_RATE, "good-wine", null));

        assertThat(change.isWorse()).isTrue();
        assertThat(said(change, Locale.ENGLISH)).startsWith("Removed – good wine (was “wine”, 15.5 points per EUR)");
    }

    @Test
    void a_rule_that_is_only_called_otherwise_is_neither() {
        Map<ProgramElement, Object> values = values();
        values.remove(new ProgramElement(Kind.CATEGORY_RATE, "good-wine"));
        values.put(
                new ProgramElement(Kind.CATEGORY_RATE, "wines"),
                new CategoryRate(
                        "wines",
                        "Wine ",
                        Map.of("en", "wines", "es", "vinos", "zh", "酒"),
                        Map.of(EUR, new BigDecimal("15.5"))));

        ProgramDifference difference = difference(program(values));

        assertThat(difference.changes()).hasSize(2);
        assertThat(difference.isWorseForMembers()).isFalse();
    }

    @Test
    void what_is_worse_in_one_part_is_worse_as_a_whole() {
        Change other = only(with(
                Kind.EARNS_NOTHING,
                "",
                Set.of(LineKind.GOODS, LineKind.TAX, LineKind.VOUCHER_SALE, LineKind.DEPOSIT, LineKind.FEE)));

        assertThat(other.isWorse()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "INACTIVITY, 24, better, INACTIVITY, 36",
        "INACTIVITY, 24, worse, INACTIVITY, 12",
        "INACTIVITY, 24, worse, FIXED_TERM, 36",
        "FIXED_TERM, 24, worse, INACTIVITY, 24",
        "FIXED_TERM, 24, better, INACTIVITY, 25"
    })
    void points_that_live_shorter_for_anybody_are_worse(Expiry from, int months, String effect, Expiry to, int then) {
        Map<ProgramElement, Object> before = values();
        before.put(ProgramElement.of(Kind.EXPIRY), new Lifetime(from, months));
        Map<ProgramElement, Object> after = values();
        after.put(ProgramElement.of(Kind.EXPIRY), new Lifetime(to, then));

        Change change = ProgramDifference.between(Optional.of(program(before)), program(after))
                .changes()
                .getFirst();

        assertThat(change.isWorse()).isEqualTo(effect.equals("worse"));
        assertThat(change.isBetter()).isEqualTo(effect.equals("better"));
    }

    @Test
    void earning_without_tax_is_worse_and_tills_that_tell_more_categories_are_neither() {
        assertThat(only(with(Kind.EARNS_ON, "", Basis.NET)).isWorse()).isTrue();
        Change categories = only(with(Kind.CATEGORIES, "", List.of("cake")));
        assertThat(categories.isWorse() || categories.isBetter()).isFalse();
        assertThat(said(categories, Locale.ENGLISH)).startsWith("Other known categories: none → cake");
    }

    @Test
    void everything_of_a_first_program_is_new_and_nothing_of_it_worse() {
        ProgramDifference first = ProgramDifference.between(Optional.empty(), cafe);

        assertThat(first.isWorseForMembers()).isFalse();
        assertThat(first.changes()).allMatch(change -> change.act() == ProgramDifference.Act.ADDED);
    }

    @Test
    void every_element_can_be_said_in_every_language() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.of("es"), CHINESE)) {
            for (Change change :
                    ProgramDifference.between(Optional.empty(), cafe).changes()) {
                assertThat(said(change, language)).isNotBlank();
            }
        }
    }

    private String said(Change change, Locale language) {
        return new DifferenceSentence("points", language).of(change, Optional.of(DECEMBER));
    }

    private Change only(Program after) {
        assertThat(difference(after).changes()).hasSize(1);
        return difference(after).changes().getFirst();
    }

    private ProgramDifference difference(Program after) {
        return ProgramDifference.between(Optional.of(cafe), after);
    }

    private Program wine(String category, String rate) {
        return with(
                Kind.CATEGORY_RATE,
                "good-wine",
                new CategoryRate(
                        "good-wine",
                        category,
                        Map.of("en", "good wine", "es", "buen vino", "zh", "好酒"),
                        Map.of(EUR, new BigDecimal(rate))));
    }

    private Program rule(String category, String rate) {
        return with(
                Kind.CATEGORY_RATE,
                category,
                new CategoryRate(
                        category,
                        category,
                        Map.of("en", "bread of the day", "es", "pan del día", "zh", "每日面包"),
                        Map.of(EUR, new BigDecimal(rate))));
    }

    private Program with(Kind kind, String part, Object value) {
        Map<ProgramElement, Object> values = values();
        ProgramElement element = new ProgramElement(kind, part);
        if (value == null) {
            values.remove(element);
        } else {
            values.put(element, value);
        }
        return program(values);
    }

    private Map<ProgramElement, Object> values() {
        Map<ProgramElement, Object> values = new LinkedHashMap<>();
        ElementValues all = ElementValues.of(cafe);
        all.elements().forEach(element -> values.put(element, all.value(element).orElseThrow()));
        return values;
    }

    private static Program program(Map<ProgramElement, Object> values) {
        return ElementValues.of(values).program(4, DECEMBER);
    }
}
