package eu.kontor.program.application;

import static eu.kontor.program.application.ProgramStage.BASE_RATE;
import static eu.kontor.program.application.ProgramStage.FILE;
import static eu.kontor.program.application.ProgramStage.TODAY;
import static eu.kontor.program.application.ProgramStage.WINE;
import static eu.kontor.program.application.ProgramStage.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Program.PointsRounding;
import eu.kontor.program.api.ProgramDraft;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramElement.Kind;
import eu.kontor.program.api.ProgramVersions.Owner;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.yaml.snakeyaml.Yaml;

/** One program is edited in two places. */
class AFileAndTheBrowserTest {

    private static final String NO_RULES = FILE.replaceAll("(?s)\"categoryRates\".*?\\}\\],", "");

    private ProgramStage stage;

    @BeforeEach
    void a_brand_whose_file_was_applied(TestInfo test) {
        stage = ProgramStage.withAFile(
                "files-" + Integer.toHexString(test.getDisplayName().hashCode()));
    }

    @Test
    void what_files_own_is_locked_in_the_browser_until_it_is_taken() {
        ProgramDraft draft = stage.change(stage.begin(), BASE_RATE, new BigDecimal("12"));

        assertThat(stage.drafts.plan(stage.ines, stage.slug, draft.id()).locked())
                .singleElement()
                .satisfies(locked -> assertThat(locked.name()).isEqualTo("Base rate in EUR"));
        assertThatThrownBy(() -> stage.drafts.submit(stage.ines, stage.slug, seen(draft), ""))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(RefusalCode.PROGRAM_ELEMENT_OF_FILES))
                .hasMessageContaining("Base rate in EUR");

        stage.versions.own(stage.ines, stage.slug, BASE_RATE, Owner.BROWSER);
        stage.published(draft);
        assertThat(stage.points(TODAY, "")).isEqualTo(120);
    }

    @Test
    void a_file_never_overwrites_what_the_browser_owns_and_says_so() {
        stage.versions.own(stage.ines, stage.slug, BASE_RATE, Owner.BROWSER);
        stage.published(stage.change(stage.begin(), BASE_RATE, new BigDecimal("12")));

        List<Phrase> notes = stage.applyFile(FILE.replace("\"down\"", "\"up\""));

        assertThat(stage.points(TODAY, "")).isEqualTo(120);
        assertThat(stage.programs.validOn(stage.brand, TODAY).rounding()).isEqualTo(PointsRounding.UP);
        assertThat(notes)
                .extracting(note -> note.text(java.util.Locale.ENGLISH))
                .containsExactly("program: base-rate/EUR is decided in the browser and stays as it is");
        assertThat(stage.points(TODAY.minusDays(1), ""))
                .as("the file's first day lies in the past; the browser's rate does not reach back with it")
                .isEqualTo(100);
    }

    @Test
    void both_edit_at_once_and_neither_is_lost() {
        stage.versions.own(stage.ines, stage.slug, BASE_RATE, Owner.BROWSER);
        ProgramDraft draft = stage.change(stage.begin(), BASE_RATE, new BigDecimal("12"));
        stage.applyFile(FILE.replace("\"minimumRedemption\": 100", "\"minimumRedemption\": 50"));

        ProgramDraft merged = stage.drafts.merge(stage.ines, stage.slug, seen(draft));
        stage.published(merged);

        Program program = stage.programs.validOn(stage.brand, TODAY);
        assertThat(program.minimumRedemption().value()).isEqualTo(50);
        assertThat(stage.points(TODAY, "")).isEqualTo(120);
    }

    @Test
    void leaving_a_rule_out_of_the_file_does_not_delete_it_and_marking_it_does() {
        stage.applyFile(NO_RULES);
        assertThat(stage.points(TODAY, "wine")).isEqualTo(150);

        List<Phrase> notes = stage.applyFile(NO_RULES.replace(
                "\"rounding\"", "\"categoryRates\": [{\"rule\": \"wine\", \"remove\": true}], \"rounding\""));

        assertThat(stage.points(TODAY, "wine")).isEqualTo(100);
        assertThat(notes)
                .as("a file publishes at once; that this takes something from members is said")
                .extracting(note -> note.text(java.util.Locale.ENGLISH))
                .singleElement()
                .asString()
                .contains("category-rate/wine gets worse for members");
    }

    @Test
    void a_rule_renamed_in_the_file_must_be_marked() {
        assertThatThrownBy(() -> stage.applyFile(FILE.replace("\"rule\": \"wine\"", "\"rule\": \"vino\"")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("remove: true");
    }

    @Test
    void a_rule_that_was_removed_in_the_browser_does_not_come_back_by_the_file() {
        stage.versions.own(stage.ines, stage.slug, WINE, Owner.BROWSER);
        ProgramDraft approved = stage.approved(stage.change(stage.begin(), WINE, null));
        stage.drafts.publish(stage.ines, stage.slug, seen(approved), Optional.of(TODAY.plusDays(30)));
        stage.passDays(30);

        stage.applyFile(FILE.replace("\"down\"", "\"up\""));

        assertThat(stage.points(TODAY.plusDays(30), "wine")).isEqualTo(100);
    }

    @Test
    void a_file_does_not_take_the_place_of_what_the_browser_planned() {
        stage.versions.own(stage.ines, stage.slug, BASE_RATE, Owner.BROWSER);
        ProgramDraft approved = stage.approved(stage.change(stage.begin(), BASE_RATE, new BigDecimal("8")));
        stage.drafts.publish(stage.ines, stage.slug, seen(approved), Optional.of(TODAY.plusDays(30)));

        assertThatThrownBy(() -> stage.applyFile(FILE.replace("\"down\"", "\"up\"")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(RefusalCode.PROGRAM_VERSION_PLANNED));
        stage.applyFile(FILE.replace("\"down\"", "\"up\"").replace("2026-01-01", "2026-12-27"));
        assertThat(stage.points(TODAY.plusDays(30), "")).isEqualTo(80);
    }

    @Test
    void a_plan_says_from_which_day_and_why_not_as_applying_does() {
        stage.versions.own(stage.ines, stage.slug, BASE_RATE, Owner.BROWSER);
        ProgramDraft approved = stage.approved(stage.change(stage.begin(), BASE_RATE, new BigDecimal("8")));
        stage.drafts.publish(stage.ines, stage.slug, seen(approved), Optional.of(TODAY.plusDays(30)));

        assertThat(stage.plan(FILE.replace("\"down\"", "\"up\"")))
                .as("version 2 is planned for 27 December, and the file's first day lies before it")
                .contains("CHANGED Rounding: down → up")
                .contains("KEPT program: Base rate in EUR is decided in the browser and stays as it is")
                .anyMatch(said -> said.startsWith("KEPT Version 2 was published in the browser"))
                .noneMatch(said -> said.contains("in force from"));
        assertThat(stage.plan(FILE.replace("\"down\"", "\"up\"").replace("2026-01-01", "2026-12-27")))
                .noneMatch(said -> said.contains("was published in the browser"));

        stage.passDays(30);
        assertThat(stage.plan(FILE.replace("\"down\"", "\"up\"")))
                .as("it would be valid from the browser's day on, as what is in force is")
                .noneMatch(said -> said.contains("in force from"))
                .noneMatch(said -> said.contains("was published in the browser"));
    }

    @Test
    void a_plan_says_what_gets_worse_for_members() {
        assertThat(stage.plan(FILE.replace("{\"EUR\": 10}", "{\"EUR\": 9}")))
                .containsExactly("CHANGED Base rate in EUR: 10 → 9 points per EUR – Guests earn less.");
    }

    @Test
    void after_the_last_version_was_cancelled_the_file_decides_everything() {
        ProgramStage young = new ProgramStage("files-young");
        ProgramDraft first = young.change(young.begin(), BASE_RATE, new BigDecimal("12"));
        young.drafts.publish(young.ines, young.slug, seen(young.approved(first)), Optional.of(TODAY.plusDays(30)));
        young.versions.cancel(young.ines, young.slug, 1, "too early");

        young.applyFile(FILE);

        assertThat(young.points(TODAY, "")).isEqualTo(100);
    }

    @Test
    void what_the_browser_took_out_is_listed_and_can_be_given_back() {
        stage.versions.own(stage.ines, stage.slug, WINE, Owner.BROWSER);
        stage.drafts.publish(
                stage.ines,
                stage.slug,
                seen(stage.approved(stage.change(stage.begin(), WINE, null))),
                Optional.of(TODAY.plusDays(30)));

        assertThat(stage.versions.elements(stage.ines, stage.slug))
                .filteredOn(element -> element.element().equals(WINE))
                .singleElement()
                .satisfies(element -> {
                    assertThat(element.name()).isEqualTo("wine");
                    assertThat(element.owner()).isEqualTo(Owner.BROWSER);
                });
        stage.versions.own(stage.ines, stage.slug, WINE, Owner.FILES);
        assertThat(stage.versions.elements(stage.ines, stage.slug))
                .noneMatch(element -> element.element().equals(WINE));
    }

    @Test
    void what_is_given_back_is_the_files_again() {
        stage.versions.own(stage.ines, stage.slug, BASE_RATE, Owner.BROWSER);
        stage.published(stage.change(stage.begin(), BASE_RATE, new BigDecimal("12")));
        stage.versions.own(stage.ines, stage.slug, BASE_RATE, Owner.FILES);

        stage.applyFile(FILE.replace("{\"EUR\": 10}", "{\"EUR\": 13}"));

        assertThat(stage.points(TODAY, "")).isEqualTo(130);
        assertThatThrownBy(() -> stage.versions.own(
                        stage.ines, stage.slug, new ProgramElement(Kind.CATEGORY_RATE, "none"), Owner.BROWSER))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(RefusalCode.PROGRAM_ELEMENT_UNKNOWN));
    }

    @Test
    void an_export_that_is_applied_again_changes_nothing() throws Exception {
        String json = stage.versions.export(stage.ines, stage.slug, 1, false);
        Object yaml = new Yaml().load(stage.versions.export(stage.ines, stage.slug, 1, true));

        stage.applyFile(new ObjectMapper().readTree(json).get("program").toString());

        assertThat(stage.versions.list(stage.ines, stage.slug)).hasSize(1);
        assertThat(yaml).isEqualTo(new ObjectMapper().readValue(json, java.util.Map.class));
    }

    @Test
    void an_older_version_is_the_way_back() {
        stage.versions.own(stage.ines, stage.slug, BASE_RATE, Owner.BROWSER);
        stage.published(stage.change(stage.begin(), BASE_RATE, new BigDecimal("12")));

        ProgramDraft back = stage.drafts.begin(stage.ines, stage.slug, Optional.of(1), "as it was");
        assertThat(stage.drafts.plan(stage.ines, stage.slug, back.id()).worseForMembers())
                .isTrue();
        ProgramDraft approved = stage.approved(back);
        stage.drafts.publish(stage.ines, stage.slug, seen(approved), Optional.of(TODAY.plusDays(30)));

        assertThat(stage.points(TODAY.plusDays(30), "")).isEqualTo(100);
        assertThat(stage.versions.compare(stage.ines, stage.slug, 1, 3)).isEmpty();
        assertThat(stage.versions.compare(stage.ines, stage.slug, 2, 3))
                .singleElement()
                .satisfies(change -> assertThat(change.effect()).isEqualTo("worse"));
    }
}
