package eu.kontor.program.domain;

import static eu.kontor.program.domain.ProgramOfACafe.EUR;
import static eu.kontor.program.domain.ProgramOfACafe.USD;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.PointsRounding;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The café sold in dollars once. */
class WhatIsSaidOfAPastCurrencyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final Program now = ProgramOfACafe.version(3, DAY, PointsRounding.DOWN);
    private final Program then = withDollars();

    @Test
    void is_left_out_of_what_a_draft_begins_with() {
        Program begun = FirstProgram.within(then, List.of(EUR)).program(3, DAY);

        assertThat(begun.pointsPerUnit()).containsOnlyKeys(EUR);
        assertThat(begun.valuePerPoint()).containsOnlyKeys(EUR);
    }

    @Test
    void makes_nothing_worse_for_anybody_when_it_goes() {
        Program published = FirstProgram.within(then, List.of(EUR)).program(3, DAY);

        assertThat(ProgramDifference.between(Optional.of(published), now).isEmpty())
                .isTrue();
        assertThat(ProgramDifference.between(Optional.of(then), now).isWorseForMembers())
                .as("as long as the brand sells in it, it does")
                .isTrue();
    }

    @Test
    void goes_with_the_currency_where_a_file_leaves_it_out() {
        FilePolicy.Said file =
                new FilePolicy.Said(ElementValues.of(now), java.util.EnumSet.allOf(Kind.class), java.util.Set.of());

        assertThat(new FilePolicy(java.util.Set.of(), java.util.Set.of("EUR"))
                        .of(ElementValues.of(then), file)
                        .values()
                        .rates(Kind.BASE_RATE))
                .containsOnlyKeys(EUR);
        assertThat(new FilePolicy(java.util.Set.of(), java.util.Set.of("EUR", "USD"))
                        .of(ElementValues.of(then), file)
                        .values()
                        .rates(Kind.VALUE_PER_POINT))
                .as("of one that it uses, leaving it out takes nothing away")
                .containsOnlyKeys(EUR, USD);
    }

    private Program withDollars() {
        ElementValues all = ElementValues.of(now);
        Map<ProgramElement, Object> values = new LinkedHashMap<>();
        all.elements().forEach(element -> values.put(element, all.value(element).orElseThrow()));
        values.put(new ProgramElement(Kind.BASE_RATE, "USD"), new BigDecimal("9"));
        values.put(new ProgramElement(Kind.VALUE_PER_POINT, "USD"), new BigDecimal("0.006"));
        return ElementValues.of(values).program(3, DAY);
    }
}
