package eu.kontor.program.application;

import static eu.kontor.program.application.ProgramStage.BASE_RATE;
import static eu.kontor.program.application.ProgramStage.TODAY;
import static eu.kontor.program.application.ProgramStage.seen;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.program.api.ProgramDraft;
import eu.kontor.program.api.ProgramDraft.State;
import eu.kontor.program.api.ProgramDraft.Step;
import eu.kontor.program.api.ProgramPlan;
import eu.kontor.program.api.ProgramVersions.Element;
import eu.kontor.program.api.ProgramVersions.Owner;
import eu.kontor.program.api.ProgramVersions.Version;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Inês drafts 12 points per euro, Rui approves, and the next guest earns them. */
class ADraftBecomesAVersionTest {

    @Test
    void a_rate_is_changed_planned_submitted_approved_and_published() throws Exception {
        ProgramStage stage = ProgramStage.inTheBrowser("draft-cafe");
        assertThat(stage.points(TODAY, "")).isEqualTo(100);

        ProgramDraft draft = stage.change(stage.begin(), BASE_RATE, new BigDecimal("12"));
        ProgramPlan plan = stage.drafts.plan(stage.rui, stage.slug, draft.id());

        assertThat(plan.changes()).singleElement().satisfies(change -> assertThat(change.sentence())
                .isEqualTo("Base rate in EUR: 10 → 12 points per EUR, from 27 November 2026"));
        assertThat(plan.worseForMembers()).isFalse();
        assertThat(plan.firstPossibleDay()).isEqualTo(TODAY);

        ProgramDraft submitted = stage.drafts.submit(stage.ines, stage.slug, seen(draft), "for the season");
        assertThat(stage.drafts.get(stage.rui, stage.slug, draft.id()).mayApprove())
                .isTrue();
        ProgramDraft approved = stage.drafts.approve(stage.rui, stage.slug, seen(submitted), "");
        assertThat(approved.approvedBy())
                .hasValueSatisfying(by -> assertThat(by.name()).isEqualTo("rui"));
        assertThat(stage.points(TODAY, "")).as("approved is not published").isEqualTo(100);

        ProgramDraft published = stage.drafts.publish(stage.ines, stage.slug, seen(approved), Optional.empty());

        assertThat(published.state()).isEqualTo(State.PUBLISHED);
        assertThat(published.publishedAs()).contains(2);
        assertThat(stage.points(TODAY, "")).isEqualTo(120);
        assertThat(stage.points(TODAY.minusDays(1), ""))
                .as("yesterday's late purchases earn by yesterday's rules")
                .isEqualTo(100);
        assertThat(stage.drafts.steps(stage.olivia, stage.slug, draft.id()))
                .extracting(Step::act)
                .containsExactly("begin", "change", "submit", "approve", "publish");
        Version version = stage.versions.list(stage.ines, stage.slug).getFirst();
        assertThat(version.source()).isEqualTo(Owner.BROWSER);
        assertThat(version.approvedBy()).contains("rui");
        assertThat(trail(stage, "publish-program-draft"))
                .contains("Base rate in EUR: 10 → 12 points per EUR", "\"approvedBy\": \"rui\"");
    }

    @Test
    void an_element_knows_the_version_that_last_changed_it() {
        ProgramStage stage = ProgramStage.inTheBrowser("draft-element-cafe");
        stage.published(stage.change(stage.begin(), BASE_RATE, new BigDecimal("12")));

        List<Element> elements = stage.versions.elements(stage.ines, stage.slug);

        assertThat(elements)
                .filteredOn(element -> element.element().equals(BASE_RATE))
                .singleElement()
                .satisfies(element -> {
                    assertThat(element.changedIn()).isEqualTo(2);
                    assertThat(element.owner()).isEqualTo(Owner.BROWSER);
                });
        assertThat(elements)
                .filteredOn(element -> element.element().id().equals("rounding"))
                .singleElement()
                .satisfies(element -> {
                    assertThat(element.changedIn()).isEqualTo(1);
                    assertThat(element.owner()).isEqualTo(Owner.FILES);
                });
    }

    @Test
    void a_brand_without_a_program_drafts_its_first_one() {
        ProgramStage stage = new ProgramStage("draft-new-cafe");

        ProgramDraft draft = stage.begin();
        assertThat(draft.base()).isZero();
        stage.published(draft);

        assertThat(stage.points(TODAY, "")).isEqualTo(10);
        assertThat(stage.versions.elements(stage.ines, stage.slug))
                .allMatch(element -> element.owner() == Owner.BROWSER);
    }

    private static String trail(ProgramStage stage, String action) throws Exception {
        return stage.transactions.asOperator(unit -> unit.jdbi()
                .createQuery(
                        "select details::text from coalition.audit_entry where tenant_id = :tenant and action = :action")
                .bind("tenant", stage.brand.value())
                .bind("action", action)
                .mapTo(String.class)
                .one());
    }
}
