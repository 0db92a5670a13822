package eu.kontor.program.domain;

import static eu.kontor.program.domain.ProgramOfACafe.EUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.PointsRounding;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.program.application.CelConditions;
import eu.kontor.tenancy.api.Protection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatAProgramMayBeTest {

    private final ProgramPolicy policy = new ProgramPolicy(
            List.of(EUR), Protection.USUAL, new PromotionRules(Set.of("EUR"), Set.of("main"), CelConditions.LANGUAGE));

    @Test
    void six_decimals_are_enough() {
        assertThatCode(() -> policy.check(with(Kind.BASE_RATE, "EUR", "0.000001")))
                .doesNotThrowAnyException();
    }

    /** The one is a line in a body; written out, the other would be a million million digits. */
    @ParameterizedTest
    @CsvSource({
        "BASE_RATE, EUR, 1e999999999",
        "BASE_RATE, EUR, 1e-999999999",
        "BASE_RATE, EUR, 0.0000001",
        "VALUE_PER_POINT, EUR, 1e999999999",
        "VALUE_PER_POINT, EUR, -1e999999999",
        "LARGEST_AMOUNT, EUR, 1e999999999",
        "MOST_PAID_WITH_POINTS, '', 1e999999999",
        "MOST_PAID_WITH_POINTS, '', 1e-999999999"
    })
    void a_number_of_absurd_length_is_refused_in_a_sentence(Kind kind, String part, String number) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> policy.check(with(kind, part, number)));

        assertThat(refusal.code()).isEqualTo(RefusalCode.FIELD_MALFORMED);
        assertThat(refusal.sentence(Locale.ENGLISH))
                .hasSizeLessThan(200)
                .containsIgnoringCase(new BigDecimal(number).toString());
    }

    private static Program with(Kind kind, String part, String number) {
        Program program = ProgramOfACafe.version(3, LocalDate.of(2026, 1, 1), PointsRounding.DOWN);
        ElementValues all = ElementValues.of(program);
        Map<ProgramElement, Object> values = new LinkedHashMap<>();
        all.elements().forEach(each -> values.put(each, all.value(each).orElseThrow()));
        values.put(new ProgramElement(kind, part), new BigDecimal(number));
        return ElementValues.of(values).program(program.version(), program.validFrom());
    }
}
