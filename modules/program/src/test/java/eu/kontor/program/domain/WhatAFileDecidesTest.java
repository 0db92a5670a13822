package eu.kontor.program.domain;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.Program.PointsRounding;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.program.domain.FilePolicy.Outcome;
import eu.kontor.program.domain.FilePolicy.Said;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In force: 10 points per euro, 15.5 for wine by the rule good-wine. */
class WhatAFileDecidesTest {

    private static final ProgramElement BASE = new ProgramElement(Kind.BASE_RATE, "EUR");
    private static final ProgramElement WINE = new ProgramElement(Kind.CATEGORY_RATE, "good-wine");
    private static final ProgramElement VINO = new ProgramElement(Kind.CATEGORY_RATE, "vino");
    private static final ProgramElement ROUNDING = ProgramElement.of(Kind.ROUNDING);
    private static final Set<Kind> EVERYTHING = EnumSet.allOf(Kind.class);

    private final ElementValues inForce =
            ElementValues.of(ProgramOfACafe.version(3, LocalDate.of(2026, 1, 1), PointsRounding.DOWN));

    @Test
    void a_file_decides_what_files_own() {
        Outcome outcome = policy().of(inForce, said(changed(BASE, new BigDecimal("12"))));

        assertThat(outcome.values().value(BASE)).contains(new BigDecimal("12"));
        assertThat(outcome.kept()).isEmpty();
    }

    @Test
    void a_file_never_decides_what_the_browser_owns_and_that_is_said() {
        Outcome outcome = policy(BASE).of(inForce, said(changed(BASE, new BigDecimal("12"))));

        assertThat(outcome.values().value(BASE)).contains(new BigDecimal("10"));
        assertThat(outcome.kept()).containsExactly(BASE);
    }

    @Test
    void a_rule_that_a_file_leaves_out_stays_and_one_that_it_marks_goes() {
        ElementValues without = changed(WINE, null);

        assertThat(policy().of(inForce, said(without)).values().value(WINE)).isPresent();
        assertThat(policy().of(inForce, new Said(without, EVERYTHING, Set.of(WINE)))
                        .values()
                        .value(WINE))
                .isEmpty();
    }

    @Test
    void a_rule_of_the_browsers_stays_though_the_file_marks_it() {
        Outcome outcome = policy(WINE).of(inForce, new Said(changed(WINE, null), EVERYTHING, Set.of(WINE)));

        assertThat(outcome.values().value(WINE)).isPresent();
        assertThat(outcome.kept()).containsExactly(WINE);
    }

    @Test
    void a_rule_that_the_browser_removed_does_not_come_back_by_the_file() {
        Outcome outcome = policy(WINE).of(changed(WINE, null), said(inForce));

        assertThat(outcome.values().value(WINE)).isEmpty();
        assertThat(outcome.kept()).containsExactly(WINE);
    }

    @Test
    void a_setting_of_the_browsers_that_the_file_does_not_mention_is_kept_without_a_word() {
        Outcome outcome = policy(ROUNDING)
                .of(inForce, new Said(changed(ROUNDING, PointsRounding.UP), EnumSet.of(Kind.BASE_RATE), Set.of()));

        assertThat(outcome.values().value(ROUNDING)).contains(PointsRounding.DOWN);
        assertThat(outcome.kept()).isEmpty();
    }

    @Test
    void a_rule_renamed_in_the_file_without_a_mark_stands_in_its_own_way() {
        Map<ProgramElement, Object> values = all(inForce);
        CategoryRate wine = (CategoryRate) values.remove(WINE);
        values.put(VINO, new CategoryRate("vino", "WINE", wine.name(), wine.pointsPerUnit()));

        assertThat(policy().of(inForce, said(ElementValues.of(values))).inTheWay())
                .containsExactly(WINE);
        assertThat(policy(WINE).of(inForce, said(ElementValues.of(values))).kept())
                .as("the browser's rule of the category stays, and the file's does not come")
                .containsExactly(VINO);
    }

    private static FilePolicy policy(ProgramElement... ofTheBrowser) {
        return new FilePolicy(Set.of(ofTheBrowser), Set.of("EUR"));
    }

    private static Said said(ElementValues values) {
        return new Said(values, EVERYTHING, Set.of());
    }

    private ElementValues changed(ProgramElement element, Object value) {
        Map<ProgramElement, Object> values = all(inForce);
        if (value == null) {
            values.remove(element);
        } else {
            values.put(element, value);
        }
        return ElementValues.of(values);
    }

    private static Map<ProgramElement, Object> all(ElementValues of) {
        Map<ProgramElement, Object> values = new LinkedHashMap<>();
        of.elements().forEach(element -> values.put(element, of.value(element).orElseThrow()));
        return values;
    }
}
