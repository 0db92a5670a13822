package eu.kontor.program.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Programs.Earner;
import eu.kontor.program.api.Programs.EarningLine;
import eu.kontor.program.api.Programs.Occasion;
import eu.kontor.program.api.PromotionModel;
import eu.kontor.program.domain.ConditionLanguage;
import eu.kontor.program.domain.PromotionFacts;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Expressions are grown from a seed, most of them accepted, some of them nonsense: each ends soon and takes little memory. */
@DisplayName("No condition runs away")
class NoConditionRunsAwayTest {

    private static final int EXPRESSIONS = 1_500;
    private static final long SEED = 20_261_127;
    private static final long MOST_BYTES = 4_000_000;
    private static final Map<Character, List<String>> GRAMMAR = Map.of(
            't', // what is true or false
            List.of(
                    "member.firstVisit",
                    "lines.has('bread')",
                    "true",
                    "(%t && %t)",
                    "(%t || %t)",
                    "!(%t)",
                    "(%n > %n)",
                    "(%n == %n)",
                    "(%s < %s)",
                    "%s.matches('(a*)*b')",
                    "%s.matches('(.*)(.*)(.*)x')",
                    "%s.contains(%s)",
                    "(%s in ['a', %s])",
                    "(%n in [%n, %n])",
                    "(%t ? %t : %t)",
                    "[%n].exists(x, x > %n)",
                    "nothing(%t)"),
            'n', // numbers
            List.of(
                    "purchase.amount",
                    "lines.amount(%s)",
                    "lines.quantity(%s)",
                    "2.5",
                    "0.0",
                    "-1.0",
                    "1e308",
                    "(%n + %n)",
                    "(%n * %n)",
                    "(%n / %n)",
                    "(%n - %n)",
                    "double(size(%s))",
                    "double(9223372036854775807 + lines.count)",
                    "%s"),
            's', // texts
            List.of(
                    "purchase.outlet",
                    "member.tier",
                    "calendar.time",
                    "'a'",
                    "\"x\\n\"",
                    "(%s + %s)",
                    "(%t ? %s : %s)",
                    "b'a'"));

    private final ConditionLanguage language = CelConditions.LANGUAGE;
    private final Random random = new Random(SEED);
    private final PromotionFacts facts = facts();

    @Test
    @DisplayName("Whatever is written, it is refused or answered, soon and in little memory")
    void whateverIsWritten() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().threadId();
        int answered = 0;
        long largest = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            String expression = grown('t', random.nextInt(6));
            if (language.mistake(expression).isPresent()) {
                continue;
            }
            assertThat(expression.length()).isLessThanOrEqualTo(PromotionModel.LONGEST);
            var compiled = language.compiled(expression);
            compiled.test(facts);
            long before = threads.getThreadAllocatedBytes(self);
            compiled.test(facts);
            largest = Math.max(largest, threads.getThreadAllocatedBytes(self) - before);
            answered++;
        }
        assertThat(answered).isGreaterThan(EXPRESSIONS / 4);
        assertThat(largest).isLessThan(MOST_BYTES);
    }

    @Test
    @DisplayName("A pattern that would take for ever elsewhere is answered at once")
    void aPatternThatWouldTakeForEver() {
        String expression = "'" + "a".repeat(100) + "'.matches('(a|aa)*(a|aa)*(a|aa)*b')";

        assertThat(language.mistake(expression)).isEmpty();
        assertThat(language.compiled(expression).test(facts)).isFalse();
    }

    @Test
    @DisplayName("What fails while it is answered is not met")
    void whatFailsIsNotMet() {
        assertThat(language.compiled("1 / (lines.count - lines.count) == 1").test(facts))
                .isFalse();
    }

    /** The first of a kind are its leaves. */
    private String grown(char kind, int depth) {
        List<String> shapes = GRAMMAR.get(kind);
        String shape = shapes.get(random.nextInt(depth == 0 ? 3 : shapes.size()));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < shape.length(); i++) {
            if (shape.charAt(i) == '%') {
                i++;
                text.append(depth == 0 ? "'a'" : grown(shape.charAt(i), depth - 1));
            } else {
                text.append(shape.charAt(i));
            }
        }
        return text.toString();
    }

    private static PromotionFacts facts() {
        MoneyAmount amount = MoneyAmount.of("60.00", "EUR");
        EarningLine line = new EarningLine("wine", LineKind.GOODS, amount, Optional.empty(), Optional.empty());
        return new PromotionFacts(
                Optional.of(new Earner(new MemberId(1), "gold", true)),
                List.of(line),
                List.of(amount),
                List.of("wine"),
                amount,
                new Occasion("a".repeat(40), LocalDate.of(2026, 12, 4), Optional.of(LocalTime.of(8, 30))));
    }
}
