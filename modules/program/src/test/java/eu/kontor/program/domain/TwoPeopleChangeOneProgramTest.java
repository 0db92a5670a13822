package eu.kontor.program.domain;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.Points;
import eu.kontor.program.api.Program.PointsRounding;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.program.domain.MergePolicy.Merged;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both started from the café's version 3. */
class TwoPeopleChangeOneProgramTest {

    private static final ProgramElement BASE = new ProgramElement(Kind.BASE_RATE, "EUR");
    private static final ProgramElement MINIMUM = ProgramElement.of(Kind.MINIMUM_REDEMPTION);

    private final ElementValues base =
            ElementValues.of(ProgramOfACafe.version(3, LocalDate.of(2026, 1, 1), PointsRounding.DOWN));

    @Test
    void who_alone_changed_an_element_is_right_about_it() {
        Merged merged = MergePolicy.merge(base, with(BASE, new BigDecimal("12")), with(MINIMUM, Points.of(50)));

        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.values().value(BASE)).contains(new BigDecimal("12"));
        assertThat(merged.values().value(MINIMUM)).contains(Points.of(50));
    }

    @Test
    void an_element_that_both_changed_is_named_and_neither_is_overwritten_in_silence() {
        Merged merged = MergePolicy.merge(base, with(BASE, new BigDecimal("12")), with(BASE, new BigDecimal("8")));

        assertThat(merged.conflicts()).containsExactly(BASE);
    }

    @Test
    void both_wanting_the_same_is_no_conflict() {
        Merged merged = MergePolicy.merge(base, with(BASE, new BigDecimal("12")), with(BASE, new BigDecimal("12")));

        assertThat(merged.conflicts()).isEmpty();
    }

    @Test
    void a_rule_that_one_removed_and_the_other_left_alone_goes() {
        ProgramElement wine = new ProgramElement(Kind.CATEGORY_RATE, "good-wine");

        Merged merged = MergePolicy.merge(base, with(BASE, new BigDecimal("12")), without(wine));

        assertThat(merged.values().value(wine)).isEmpty();
        assertThat(merged.conflicts()).isEmpty();
    }

    @Test
    void a_rule_that_one_removed_and_the_other_changed_is_a_conflict() {
        ProgramElement wine = new ProgramElement(Kind.CATEGORY_RATE, "good-wine");
        ElementValues other = ElementValues.of(ProgramOfACafe.version(4, LocalDate.EPOCH, PointsRounding.DOWN));

        Merged merged = MergePolicy.merge(
                base,
                without(wine),
                with(
                        wine,
                        other.value(new ProgramElement(Kind.BASE_RATE, "EUR")).orElseThrow()));

        assertThat(merged.conflicts()).containsExactly(wine);
    }

    private ElementValues with(ProgramElement element, Object value) {
        Map<ProgramElement, Object> values = all();
        values.put(element, value);
        return ElementValues.of(values);
    }

    private ElementValues without(ProgramElement element) {
        Map<ProgramElement, Object> values = all();
        values.remove(element);
        return ElementValues.of(values);
    }

    private Map<ProgramElement, Object> all() {
        Map<ProgramElement, Object> values = new LinkedHashMap<>();
        base.elements()
                .forEach(element -> values.put(element, base.value(element).orElseThrow()));
        return values;
    }
}
