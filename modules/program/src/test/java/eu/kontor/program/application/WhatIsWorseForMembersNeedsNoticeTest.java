package eu.kontor.program.application;

import static eu.kontor.program.application.ProgramStage.BASE_RATE;
import static eu.kontor.program.application.ProgramStage.TODAY;
import static eu.kontor.program.application.ProgramStage.WINE;
import static eu.kontor.program.application.ProgramStage.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.ProgramDraft;
import eu.kontor.program.api.ProgramPlan;
import eu.kontor.program.api.ProgramVersions.State;
import eu.kontor.program.api.ProgramVersions.Version;
import java.math.BigDecimal;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The coalition gives 30 days. */
class WhatIsWorseForMembersNeedsNoticeTest {

    private ProgramStage stage;

    @BeforeEach
    void a_brand(TestInfo test) {
        stage = ProgramStage.inTheBrowser(
                "notice-" + Integer.toHexString(test.getDisplayName().hashCode()));
    }

    @Test
    void a_lower_rate_begins_in_thirty_days_at_the_earliest_and_the_refusal_names_the_day() {
        ProgramDraft approved = stage.approved(stage.change(stage.begin(), BASE_RATE, new BigDecimal("8")));
        ProgramPlan plan = stage.drafts.plan(stage.ines, stage.slug, approved.id());

        assertThat(plan.worseForMembers()).isTrue();
        assertThat(plan.firstDay()).isEqualTo(TODAY.plusDays(30));
        assertThat(plan.changes().getFirst().why()).contains("Guests earn less.");
        assertThatThrownBy(() ->
                        stage.drafts.publish(stage.ines, stage.slug, seen(approved), Optional.of(TODAY.plusDays(29))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2026-12-27")
                .hasMessageContaining("30 days of notice");

        stage.drafts.publish(stage.ines, stage.slug, seen(approved), Optional.of(TODAY.plusDays(30)));
        assertThat(stage.points(TODAY.plusDays(29), "")).isEqualTo(100);
        assertThat(stage.points(TODAY.plusDays(30), "")).isEqualTo(80);
    }

    @Test
    void what_is_better_begins_today_and_not_yesterday() {
        ProgramDraft approved = stage.approved(stage.change(stage.begin(), BASE_RATE, new BigDecimal("12")));

        refuses(
                RefusalCode.PROGRAM_FIRST_DAY_TOO_EARLY,
                () -> stage.drafts.publish(stage.ines, stage.slug, seen(approved), Optional.of(TODAY.minusDays(1))));
        stage.drafts.publish(stage.ines, stage.slug, seen(approved), Optional.of(TODAY));
    }

    @Test
    void an_approval_that_came_late_is_published_from_a_later_day() {
        ProgramDraft approved = stage.approved(stage.change(stage.begin(), BASE_RATE, new BigDecimal("12")));
        stage.passDays(3);

        refuses(
                RefusalCode.PROGRAM_FIRST_DAY_TOO_EARLY,
                () -> stage.drafts.publish(stage.ines, stage.slug, seen(approved), Optional.empty()));
        stage.drafts.publish(stage.ines, stage.slug, seen(approved), Optional.of(TODAY.plusDays(3)));
        assertThat(stage.points(TODAY.plusDays(2), "")).isEqualTo(100);
        assertThat(stage.points(TODAY.plusDays(3), "")).isEqualTo(120);
    }

    @Test
    void a_planned_version_can_be_cancelled_and_is_never_valid() {
        planned("8");

        stage.versions.cancel(stage.ines, stage.slug, 2, "guests were right");

        assertThat(stage.points(TODAY.plusDays(60), "")).isEqualTo(100);
        Version cancelled = stage.versions.get(stage.ines, stage.slug, 2);
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(stage.programs.version(stage.brand, 2).pointsPerUnit())
                .as("what was posted by it in the seconds before can still be explained")
                .containsValue(new BigDecimal("8"));
        stage.published(stage.change(stage.begin(), BASE_RATE, new BigDecimal("12")));
        assertThat(stage.versions.list(stage.ines, stage.slug))
                .extracting(Version::number)
                .as("no number is given twice")
                .containsExactly(3, 2, 1);
    }

    @Test
    void what_is_in_force_is_not_cancelled() {
        refuses(RefusalCode.PROGRAM_VERSION_NOT_PLANNED, () -> stage.versions.cancel(stage.ines, stage.slug, 1, ""));
        planned("8");
        stage.passDays(30);
        refuses(RefusalCode.PROGRAM_VERSION_NOT_PLANNED, () -> stage.versions.cancel(stage.ines, stage.slug, 2, ""));
    }

    @Test
    void nothing_begins_before_what_is_planned_or_the_planned_one_would_never_be_valid() {
        planned("8");
        ProgramDraft better = stage.approved(stage.change(stage.begin(), WINE, wine("20")));

        assertThatThrownBy(() -> stage.drafts.publish(stage.ines, stage.slug, seen(better), Optional.of(TODAY)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("version 2 is planned");
        stage.drafts.publish(stage.ines, stage.slug, seen(better), Optional.of(TODAY.plusDays(30)));
        assertThat(stage.points(TODAY.plusDays(30), "")).isEqualTo(80);
        assertThat(stage.points(TODAY.plusDays(30), "wine")).isEqualTo(200);
    }

    @Test
    void a_cancelled_base_makes_a_draft_stale_and_merging_takes_its_changes_out() {
        planned("8");
        ProgramDraft onTop = stage.change(stage.begin(), WINE, wine("20"));
        stage.versions.cancel(stage.ines, stage.slug, 2, "");

        assertThat(stage.drafts.get(stage.ines, stage.slug, onTop.id()).stale()).isTrue();
        ProgramDraft merged = stage.drafts.merge(stage.ines, stage.slug, seen(onTop));
        stage.published(merged);
        assertThat(stage.points(TODAY, "")).isEqualTo(100);
        assertThat(stage.points(TODAY, "wine")).isEqualTo(200);
    }

    private void planned(String rate) {
        ProgramDraft approved = stage.approved(stage.change(stage.begin(), BASE_RATE, new BigDecimal(rate)));
        stage.drafts.publish(stage.ines, stage.slug, seen(approved), Optional.of(TODAY.plusDays(30)));
        assertThat(stage.versions.get(stage.ines, stage.slug, 2).state()).isEqualTo(State.PLANNED);
    }

    private static Object wine(String rate) {
        return new eu.kontor.program.api.Program.CategoryRate(
                "wine",
                "wine",
                java.util.Map.of("en", "wine", "es", "vino", "zh", "酒"),
                java.util.Map.of(java.util.Currency.getInstance("EUR"), new BigDecimal(rate)));
    }

    private static void refuses(RefusalCode code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
