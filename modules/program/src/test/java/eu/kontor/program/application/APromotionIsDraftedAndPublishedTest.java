package eu.kontor.program.application;

import static eu.kontor.program.application.ProgramStage.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.program.api.ProgramDraft;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.program.api.ProgramPlan;
import eu.kontor.program.api.Promotion;
import eu.kontor.program.api.Promotion.Give;
import eu.kontor.program.api.Promotion.Group;
import eu.kontor.program.api.Promotion.Stacking;
import eu.kontor.program.domain.ElementValues;
import eu.kontor.tenancy.api.ConfigurationSection.Mistake;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Inês drafts a promotion, Rui approves; a file leaves it alone. */
class APromotionIsDraftedAndPublishedTest {

    private static final ProgramElement DOUBLE = new ProgramElement(Kind.PROMOTION, "double");
    private static final Promotion UNTIL_JANUARY =
            promotion("purchase.amount >= 20", new Give.Times(BigDecimal.TWO), LocalDate.of(2027, 1, 31));

    @Test
    void it_is_planned_in_words_published_and_owned_by_the_browser() {
        ProgramStage stage = ProgramStage.inTheBrowser("promotion-cafe");
        ProgramDraft draft = stage.change(stage.begin(), DOUBLE, UNTIL_JANUARY);
        ProgramPlan plan = stage.drafts.plan(stage.rui, stage.slug, draft.id());

        assertThat(plan.changes()).singleElement().satisfies(change -> {
            assertThat(change.sentence())
                    .isEqualTo(
                            "New – Double: When a guest buys something, for 20 or more: 2 × the points, until 31 January"
                                    + " 2027, from 27 November 2026");
            assertThat(change.effect()).isEqualTo("better");
        });

        stage.published(draft);

        assertThat(stage.programs.validOn(stage.brand, TODAY).promotions()).containsExactly(UNTIL_JANUARY);
        stage.applyFile(ProgramStage.FILE);
        assertThat(stage.programs.validOn(stage.brand, TODAY).promotions()).containsExactly(UNTIL_JANUARY);
    }

    @Test
    void to_end_it_earlier_or_to_give_less_needs_notice_and_to_extend_it_does_not() {
        ProgramStage stage = ProgramStage.inTheBrowser("promotion-notice-cafe");
        stage.published(stage.change(stage.begin(), DOUBLE, UNTIL_JANUARY));

        assertThat(isWorse(stage, null)).isTrue();
        assertThat(isWorse(stage, promotion("purchase.amount >= 20", new Give.Times(BigDecimal.TWO), TODAY)))
                .isTrue();
        assertThat(isWorse(stage, promotion("purchase.amount >= 25", new Give.Times(BigDecimal.TWO), null)))
                .isTrue();
        assertThat(isWorse(stage, promotion("purchase.amount >= 20", new Give.Times(new BigDecimal("1.5")), null)))
                .isTrue();
        assertThat(isWorse(stage, promotion("purchase.amount >= 15", new Give.Times(BigDecimal.TEN), null)))
                .isFalse();
        assertThat(isWorse(stage, promotion("", new Give.Times(BigDecimal.TWO), LocalDate.of(2027, 2, 28))))
                .isFalse();
    }

    @Test
    void what_is_over_by_the_first_day_of_the_change_is_nobodys_loss() {
        ProgramStage stage = ProgramStage.inTheBrowser("promotion-over-cafe");
        stage.published(stage.change(stage.begin(), DOUBLE, UNTIL_JANUARY));
        stage.passDays(70);

        assertThat(isWorse(stage, null, TODAY.plusDays(70))).isFalse();
    }

    @Test
    void what_cannot_be_is_refused_at_its_field() {
        ProgramStage stage = ProgramStage.inTheBrowser("promotion-bad-cafe");
        ProgramDraft draft = stage.begin();

        assertThatThrownBy(() ->
                        stage.change(draft, DOUBLE, promotion("purchase.sum > 1", new Give.Fixed(Points.of(1)), null)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("promotions.double.when")
                .hasMessageContaining("line 1, column 1")
                .hasMessageContaining("purchase.amount");
        assertThatThrownBy(() -> stage.change(
                        draft, DOUBLE, promotion("purchase.outlet in ['nowhere']", new Give.Fixed(Points.of(1)), null)))
                .hasMessageContaining("promotions.double.when")
                .hasMessageContaining("main");
        assertThatThrownBy(() -> stage.change(draft, DOUBLE, promotion("", new Give.Times(BigDecimal.ONE), null)))
                .hasMessageContaining("promotions.double.give.times");
        Promotion ends = new Promotion(
                "double",
                UNTIL_JANUARY.name(),
                "",
                List.of(),
                UNTIL_JANUARY.give(),
                Optional.empty(),
                Optional.of(LocalDate.of(2027, 2, 1)),
                Optional.of(LocalDate.of(2027, 1, 31)),
                Optional.empty());
        assertThatThrownBy(() -> stage.change(draft, DOUBLE, ends)).hasMessageContaining("promotions.double.until");
        assertThatThrownBy(() -> stage.change(
                        draft,
                        new ProgramElement(Kind.PROMOTION, "wine"),
                        new Promotion(
                                "wine",
                                UNTIL_JANUARY.name(),
                                "",
                                List.of(),
                                UNTIL_JANUARY.give(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())))
                .as("postings name rules and promotions alike")
                .hasMessageContaining("promotions.wine.promotion");
    }

    @Test
    void a_file_tells_every_mistake_at_its_place() throws Exception {
        JsonNode file = new ObjectMapper()
                .readTree(
                        """
                        {"currencies": ["EUR"], "outlets": [{"code": "main"}], "program":
                         {"validFrom": "2026-01-01", "pointsPerUnit": {"EUR": 10}, "rounding": "down", "expiryMonths": 24,
                          "valuePerPoint": {"EUR": 0.005}, "minimumRedemption": 100, "promotions": [
                            {"promotion": "one", "name": {"en": "One", "es": "Uno", "zh": "一"}, "when": "true &&",
                             "give": {"points": 5}, "group": {"name": "g", "stacking": "sum"}},
                            {"promotion": "two", "name": {"en": "One", "es": "Dos", "zh": "二"}, "give": {"times": 2},
                             "from": "2026-12-02", "until": "2026-12-01", "group": {"name": "g", "stacking": "best-of"}}]}}
                        """);

        assertThat(PromotionDocument.validate(file.path("program"), file))
                .extracting(Mistake::pointer)
                .containsExactly(
                        "/promotions/0/when",
                        "/promotions/1/name/en",
                        "/promotions/1/until",
                        "/promotions/1/group/stacking");
    }

    @Test
    void written_and_read_again_it_is_the_same_in_whatever_order() throws Exception {
        ProgramStage stage = ProgramStage.withAFile("promotion-text-cafe");
        var program = stage.programs.validOn(stage.brand, TODAY);
        Promotion grouped = new Promotion(
                "a",
                Map.of("en", "A", "es", "A", "zh", "A"),
                "",
                List.of("wine", "bread"),
                new Give.PerUnit(Map.of(java.util.Currency.getInstance("EUR"), new BigDecimal("0.50"))),
                Optional.of(Points.of(10)),
                Optional.of(TODAY),
                Optional.empty(),
                Optional.of(new Group("g", Stacking.MULTIPLY, 3)));
        var with = ProgramStage.with(
                ProgramStage.with(program, new ProgramElement(Kind.PROMOTION, "a"), grouped), DOUBLE, UNTIL_JANUARY);
        var other = ProgramStage.with(
                ProgramStage.with(program, DOUBLE, UNTIL_JANUARY), new ProgramElement(Kind.PROMOTION, "a"), grouped);

        String text = ProgramDocument.canonicalText(with);
        assertThat(ProgramDocument.canonicalText(other)).isEqualTo(text);
        assertThat(ProgramDocument.canonicalText(ProgramDocument.read(1, text))).isEqualTo(text);
        assertThat(ProgramDocument.canonicalText(ProgramDocument.read(1, ProgramDocument.section(with))))
                .isEqualTo(text);
        assertThat(ProgramDocument.canonicalText(program)).doesNotContain("promotions");
    }

    private static boolean isWorse(ProgramStage stage, Promotion next) {
        return isWorse(stage, next, TODAY);
    }

    private static boolean isWorse(ProgramStage stage, Promotion next, LocalDate firstDay) {
        ProgramDraft draft = stage.begin();
        var changed = ProgramStage.with(draft.program(), DOUBLE, next);
        ProgramDraft kept = stage.drafts.save(
                stage.ines,
                stage.slug,
                ProgramStage.seen(draft),
                ElementValues.of(changed).program(changed.version(), firstDay));
        return stage.drafts.plan(stage.ines, stage.slug, kept.id()).worseForMembers();
    }

    private static Promotion promotion(String when, Give give, LocalDate until) {
        return new Promotion(
                "double",
                Map.of("en", "Double", "es", "Doble", "zh", "双倍"),
                when,
                List.of(),
                give,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(until),
                Optional.empty());
    }
}
