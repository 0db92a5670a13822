package eu.kontor.program.application;

import static eu.kontor.program.application.ProgramStage.BASE_RATE;
import static eu.kontor.program.application.ProgramStage.TODAY;
import static eu.kontor.program.application.ProgramStage.WINE;
import static eu.kontor.program.application.ProgramStage.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.Program.CategoryRate;
import eu.kontor.program.api.ProgramDraft;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Two drafts begin from version 1; one of them is published. */
class AStaleDraftTest {

    private ProgramStage stage;
    private ProgramDraft late;

    @BeforeEach
    void a_draft_whose_base_is_not_the_newest_any_more(TestInfo test) {
        stage = ProgramStage.inTheBrowser(
                "stale-" + Integer.toHexString(test.getDisplayName().hashCode()));
        late = stage.begin();
        stage.published(stage.change(stage.begin(), BASE_RATE, new BigDecimal("12")));
    }

    @Test
    void is_shown_as_such_and_can_neither_be_submitted_nor_published() {
        ProgramDraft changed = stage.change(late, WINE, wine("18"));

        assertThat(changed.stale()).isTrue();
        refuses(RefusalCode.PROGRAM_DRAFT_STALE, () -> stage.drafts.submit(stage.ines, stage.slug, seen(changed), ""));
    }

    @Test
    void whose_approval_came_before_is_not_published_over_the_other() {
        ProgramStage other = ProgramStage.inTheBrowser("stale-approved");
        ProgramDraft approved = other.approved(other.change(other.begin(), WINE, wine("18")));
        other.published(other.change(other.begin(), BASE_RATE, new BigDecimal("12")));

        refuses(
                RefusalCode.PROGRAM_DRAFT_STALE,
                () -> other.drafts.publish(other.ines, other.slug, seen(approved), Optional.empty()));
        assertThat(other.points(TODAY, "")).isEqualTo(120);
    }

    @Test
    void is_merged_element_by_element_and_needs_its_approval_again() {
        ProgramDraft merged = stage.drafts.merge(stage.ines, stage.slug, seen(stage.change(late, WINE, wine("18"))));

        assertThat(merged.stale()).isFalse();
        assertThat(merged.base()).isEqualTo(2);
        assertThat(merged.state()).isEqualTo(ProgramDraft.State.DRAFT);
        stage.published(merged);
        assertThat(stage.points(TODAY, "")).isEqualTo(120);
        assertThat(stage.points(TODAY, "wine")).isEqualTo(180);
    }

    @Test
    void that_changed_the_same_element_is_not_merged_and_the_element_is_named() {
        ProgramDraft changed = stage.change(late, BASE_RATE, new BigDecimal("11"));

        refuses(RefusalCode.PROGRAM_MERGE_CONFLICT, () -> stage.drafts.merge(stage.ines, stage.slug, seen(changed)));
        assertThatThrownBy(() -> stage.drafts.merge(stage.ines, stage.slug, seen(changed)))
                .hasMessageContaining("Base rate in EUR");
        assertThat(stage.drafts.plan(stage.ines, stage.slug, changed.id()).conflicts())
                .singleElement()
                .satisfies(named -> assertThat(named.element()).isEqualTo(BASE_RATE));

        ProgramDraft givenUp = stage.change(changed, BASE_RATE, new BigDecimal("12"));
        assertThat(stage.drafts.merge(stage.ines, stage.slug, seen(givenUp)).stale())
                .isFalse();
    }

    private static CategoryRate wine(String rate) {
        return new CategoryRate(
                "wine",
                "wine",
                Map.of("en", "wine", "es", "vino", "zh", "酒"),
                Map.of(java.util.Currency.getInstance("EUR"), new BigDecimal(rate)));
    }

    private static void refuses(RefusalCode code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
