package eu.kontor.rest.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.Program.PointsRounding;
import eu.kontor.program.api.Promotion;
import eu.kontor.rest.program.ProgramBody.RuleBody;
import eu.kontor.tenancy.api.Protection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The draft asks for the code from 300 points on, and has a rule for wine. */
class WhatABodyLeavesOutStaysTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final CategoryRate WINE = new CategoryRate(
            "wine", "wine", Map.of("en", "wine", "es", "vino", "zh", "酒"), Map.of(EUR, new BigDecimal("15")));
    private static final Program DRAFT = new Program(
            3,
            LocalDate.of(2026, 1, 1),
            Map.of(EUR, BigDecimal.TEN),
            List.of(WINE),
            PointsRounding.DOWN,
            24,
            Program.Expiry.INACTIVITY,
            Map.of(EUR, new BigDecimal("0.005")),
            Points.of(100),
            new Protection(Optional.of(Points.of(300)), Map.of()),
            Program.Counting.DEFAULT,
            List.of(new Promotion(
                    "double",
                    Map.of("en", "double", "es", "doble", "zh", "双倍"),
                    "purchase.amount >= 20",
                    List.of("wine"),
                    new Promotion.Give.Times(BigDecimal.TWO),
                    Optional.of(Points.of(100)),
                    Optional.empty(),
                    Optional.of(LocalDate.of(2027, 1, 31)),
                    Optional.of(new Promotion.Group("wines", Promotion.Stacking.BEST_OF, 1)))));

    @Test
    void everything_where_nothing_is_sent() {
        assertThat(body(null, null, null, null).over(DRAFT)).isEqualTo(DRAFT);
    }

    @Test
    void and_what_was_read_comes_back_as_it_was() {
        assertThat(ProgramBody.of(DRAFT).over(DRAFT)).isEqualTo(DRAFT);
    }

    @Test
    void the_number_of_points_where_only_the_code_is_asked_for() {
        assertThat(confirmation(true, null)).contains(Points.of(300));
        assertThat(confirmation(null, 50L)).contains(Points.of(50));
        assertThat(confirmation(true, 1L)).contains(Points.of(1));
        assertThat(confirmation(false, null)).isEmpty();
        assertThat(body(null, null, true, null)
                        .over(body(null, null, false, null).over(DRAFT))
                        .protection()
                        .confirmationFrom())
                .as("from the first point on, where none was said")
                .contains(Points.of(1));
    }

    @Test
    void no_code_from_so_many_points_on_says_two_things() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> confirmation(false, 300L));

        assertThat(refusal.code()).isEqualTo(RefusalCode.FIELD_MALFORMED);
        assertThat(refusal.details()).containsEntry("field", "confirmationFrom");
    }

    @Test
    void a_name_or_a_category_that_is_null_is_missing() {
        Map<String, String> names = Collections.singletonMap("es", null);
        RuleBody wine = new RuleBody("wine", null, names, null, null);

        missing("categoryRates.name.es", body(List.of(wine), null, null, null));
        missing("categoryRates.rule", body(Arrays.asList((RuleBody) null), null, null, null));
        missing("categories", body(null, Arrays.asList("cake", null), null, null));
    }

    @Test
    void a_rule_goes_where_it_is_marked_and_others_stay() {
        RuleBody gone = new RuleBody("wine", null, null, null, true);
        RuleBody dearer = new RuleBody("wine", null, null, Map.of("EUR", new BigDecimal("20")), null);

        assertThat(body(List.of(gone), null, null, null).over(DRAFT).categoryRates())
                .isEmpty();
        assertThat(body(List.of(dearer), null, null, null).over(DRAFT).categoryRates())
                .containsExactly(new CategoryRate("wine", "wine", WINE.name(), Map.of(EUR, new BigDecimal("20"))));
    }

    private static Optional<Points> confirmation(Boolean required, Long from) {
        return body(null, null, required, from).over(DRAFT).protection().confirmationFrom();
    }

    private static void missing(String field, ProgramBody body) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> body.over(DRAFT));

        assertThat(refusal.code()).isEqualTo(RefusalCode.FIELD_MISSING);
        assertThat(refusal.details()).containsEntry("field", field);
    }

    private static ProgramBody body(
            List<RuleBody> rules, List<String> categories, Boolean confirmationRequired, Long confirmationFrom) {
        return new ProgramBody(
                null,
                null,
                rules,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                categories,
                null,
                null,
                null,
                confirmationRequired,
                confirmationFrom);
    }
}
