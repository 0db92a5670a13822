package eu.kontor.program.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.program.api.PromotionModel;
import eu.kontor.program.domain.ConditionLanguage;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A condition is checked when it is written")
class AConditionIsCheckedWhenItIsWrittenTest {

    private final ConditionLanguage language = CelConditions.LANGUAGE;

    static java.util.stream.Stream<String> examples() {
        return java.util.stream.Stream.concat(PromotionModel.NAMES.stream(), PromotionModel.OF_LINES.stream())
                .map(PromotionModel.Name::example);
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("Every documented example can be written")
    void everyDocumentedExampleCanBeWritten(String example) {
        assertThat(language.mistake(example)).isEmpty();
    }

    @Test
    @DisplayName("A name that does not exist is told with its place, counted from 1, and with those that do")
    void anUnknownNameIsToldWithItsPlace() {
        var mistake =
                language.mistake("purchase.amount > 5 && purchase.sum > 3").orElseThrow();

        assertThat(mistake.line()).isEqualTo(1);
        assertThat(mistake.column()).isEqualTo(24);
        assertThat(mistake.phrase().text(Locale.ENGLISH))
                .contains("line 1, column 24", "purchase.sum", "purchase.amount", "lines.quantity(…)");
        assertThat(mistake.phrase().text(Locale.of("es"))).contains("línea 1, columna 24", "purchase.sum");
        assertThat(mistake.phrase().text(Locale.of("zh"))).contains("第 1 行第 24 列", "purchase.sum");
    }

    @Test
    @DisplayName("The place on a second line is told by line and column")
    void thePlaceOnASecondLine() {
        var mistake = language.mistake("purchase.amount > 5 &&\n  calendar.month == 'x'")
                .orElseThrow();

        assertThat(mistake.line()).isEqualTo(2);
        assertThat(mistake.column()).isEqualTo(18);
    }

    @Test
    @DisplayName("Loops are refused by name, and it is said what there is instead")
    void loopsAreRefused() {
        assertThat(language.mistake("[1, 2].exists(x, x > 1)")
                        .orElseThrow()
                        .phrase()
                        .text(Locale.ENGLISH))
                .contains("exists", "no loops", "lines.has(…)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "purchase.amount >",
                "purchase.amount",
                "purchase.amount > 'a'",
                "nothing(3)",
                "duration('1h') > duration('2h')",
                "{'a': 1}['a'] == 1",
                "purchase.outlet.matches('a{1,1000}')",
                "purchase.outlet.matches(purchase.currency)",
                "purchase.outlet.matches('[')",
                "true && (((((((((((((((((((((((((((((((((true)))))))))))))))))))))))))))))))))",
                "'unfinished",
                "purchase.amount > 5 &&& true",
                "google.protobuf.Duration{} == google.protobuf.Duration{}"
            })
    @DisplayName("What cannot be a condition is refused")
    void whatCannotBeAConditionIsRefused(String expression) {
        assertThat(language.mistake(expression)).isPresent();
    }

    @Test
    @DisplayName("One that is too long or has too many parts is refused")
    void oneThatIsTooLongIsRefused() {
        assertThat(language.mistake("true" + " || true".repeat(80))).isPresent();
        assertThat(language.mistake("1 in [" + "1,".repeat(200) + "1]")).isPresent();
    }
}
