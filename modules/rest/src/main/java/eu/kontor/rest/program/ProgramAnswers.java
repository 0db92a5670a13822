package eu.kontor.rest.program;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.ProgramDraft;
import eu.kontor.program.api.ProgramDraft.Person;
import eu.kontor.program.api.ProgramDraft.Step;
import eu.kontor.program.api.ProgramDrafts.Seen;
import eu.kontor.program.api.ProgramPlan;
import eu.kontor.program.api.ProgramPlan.Change;
import eu.kontor.program.api.ProgramPlan.Named;
import eu.kontor.program.api.ProgramVersions.Element;
import eu.kontor.program.api.ProgramVersions.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked and answered of programs. */
public final class ProgramAnswers {

    private ProgramAnswers() {}

    /** With what a draft begins. */
    @Schema(name = "ProgramBeginning")
    public record BeginningBody(
            @Schema(description = "the version to begin with; the newest when absent", examples = "1") Integer from,
            @Schema(description = "at most 60 characters", examples = "winter") String name) {}

    /** What is to be kept. */
    @Schema(name = "ProgramDraftChange")
    public record ChangeBody(
            @Schema(description = "of the draft as it was read", required = true, examples = "3") Integer revision,
            @Schema(required = true) ProgramBody program) {}

    /** One step of a draft. */
    @Schema(name = "ProgramDraftStep")
    public record StepBody(
            @Schema(description = "of the draft as it was read", required = true, examples = "3") Integer revision,
            @Schema(description = "in own words, at most 500 characters", examples = "for the winter") String remark) {

        Seen seen(long draft) {
            return ProgramAnswers.seen(draft, revision);
        }
    }

    /** From when on it is to hold. */
    @Schema(name = "ProgramPublication")
    public record PublicationBody(
            @Schema(description = "of the draft as it was read", required = true, examples = "3") Integer revision,
            @Schema(description = "the draft's own when absent", examples = "2026-12-01") LocalDate firstDay) {

        Seen seen(long draft) {
            return ProgramAnswers.seen(draft, revision);
        }
    }

    /** In own words. */
    @Schema(name = "ProgramRemark")
    public record RemarkBody(
            @Schema(description = "at most 500 characters", examples = "guests were right") String remark) {}

    /** Who decides an element from now on. */
    @Schema(name = "ProgramOwnership")
    public record OwnershipBody(
            @Schema(required = true, examples = "base-rate/EUR") String element,
            @Schema(
                            required = true,
                            enumeration = {"files", "browser"})
                    String owner) {}

    static Seen seen(long draft, Integer revision) {
        if (revision == null) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", "revision");
        }
        return new Seen(draft, revision);
    }

    /** All drafts. */
    @Schema(name = "ProgramDrafts")
    public record DraftsAnswer(@Schema(description = "open ones first, then the newest") List<DraftAnswer> drafts) {}

    /** A draft. */
    @Schema(name = "ProgramDraft")
    public record DraftAnswer(
            @Schema(examples = "17") long id,
            @Schema(description = "say it with the next step", examples = "3") int revision,
            @Schema(examples = "winter") String name,
            @Schema(enumeration = {"draft", "submitted", "changes-requested", "approved", "published", "withdrawn"})
                    String state,
            @Schema(description = "the version against which it is meant", examples = "4") int base,
            @Schema(description = "another version is the newest meanwhile: merge, or begin again") boolean stale,
            @Schema(examples = "Inês Valente") String madeBy,
            Instant madeAt,
            @Schema(examples = "Inês Valente") String changedBy,
            Instant changedAt,
            @Schema(description = "of what it says now", examples = "Rui Costa") String approvedBy,
            @Schema(description = "its version's number, once it is published", examples = "5") Integer version,
            @Schema(description = "the caller may") boolean mayApprove,
            ProgramBody program) {

        static DraftAnswer of(ProgramDraft draft) {
            return new DraftAnswer(
                    draft.id(),
                    draft.revision(),
                    draft.name(),
                    draft.state().slug(),
                    draft.base(),
                    draft.stale(),
                    draft.madeBy().name(),
                    draft.madeBy().at(),
                    draft.changedBy().name(),
                    draft.changedBy().at(),
                    draft.approvedBy().map(Person::name).orElse(null),
                    draft.publishedAs().orElse(null),
                    draft.mayApprove(),
                    ProgramBody.of(draft.program()));
        }
    }

    /** What happened with a draft. */
    @Schema(name = "ProgramDraftSteps")
    public record StepsAnswer(@Schema(description = "the oldest first") List<StepAnswer> steps) {}

    /** One step. */
    @Schema(name = "ProgramDraftStepTaken")
    public record StepAnswer(
            @Schema(examples = "Rui Costa") String by,
            Instant at,
            @Schema(examples = "approve") String act,
            @Schema(examples = "for the winter") String text) {

        static StepAnswer of(Step step) {
            return new StepAnswer(step.by().name(), step.by().at(), step.act(), step.text());
        }
    }

    /** What publishing a draft would change. */
    @Schema(name = "ProgramPlan")
    public record PlanAnswer(
            @Schema(description = "with which it is compared", examples = "4") int base,
            @Schema(examples = "2026-12-27") LocalDate firstDay,
            @Schema(description = "what is worse for members needs notice", examples = "2026-12-27")
                    LocalDate firstPossibleDay,
            boolean worseForMembers,
            @Schema(examples = "30") int noticeDays,
            List<ChangeAnswer> changes,
            @Schema(description = "elements that files decide: take ownership first, or leave them")
                    List<NamedAnswer> locked,
            @Schema(description = "elements that a version published meanwhile changed, too")
                    List<NamedAnswer> conflicts) {

        static PlanAnswer of(ProgramPlan plan) {
            return new PlanAnswer(
                    plan.base(),
                    plan.firstDay(),
                    plan.firstPossibleDay(),
                    plan.worseForMembers(),
                    plan.noticeDays(),
                    plan.changes().stream().map(ChangeAnswer::of).toList(),
                    plan.locked().stream().map(NamedAnswer::of).toList(),
                    plan.conflicts().stream().map(NamedAnswer::of).toList());
        }
    }

    /** What is different. */
    @Schema(name = "ProgramDifference")
    public record DifferenceAnswer(List<ChangeAnswer> changes) {}

    /** One element that is different. */
    @Schema(name = "ProgramChange")
    public record ChangeAnswer(
            @Schema(examples = "category-rate/bread") String element,
            @Schema(enumeration = {"added", "changed", "removed"}) String act,
            @Schema(
                            description = "for members",
                            enumeration = {"better", "worse", "neither"})
                    String effect,
            @Schema(examples = "Bread of the day: 4 → 5 points per EUR, from 1 December 2026") String sentence,
            @Schema(examples = "Guests earn more on it.") String why) {

        static ChangeAnswer of(Change change) {
            return new ChangeAnswer(
                    change.element().id(),
                    change.act(),
                    change.effect(),
                    change.sentence(),
                    change.why().orElse(null));
        }
    }

    /** An element and what it is called. */
    @Schema(name = "ProgramElementName")
    public record NamedAnswer(
            @Schema(examples = "base-rate/EUR") String element, @Schema(examples = "Base rate in EUR") String name) {

        static NamedAnswer of(Named named) {
            return new NamedAnswer(named.element().id(), named.name());
        }
    }

    /** All versions. */
    @Schema(name = "ProgramVersions")
    public record VersionsAnswer(@Schema(description = "newest first") List<VersionAnswer> versions) {}

    /** A published version. */
    @Schema(name = "ProgramVersion")
    public record VersionAnswer(
            @Schema(examples = "4") int version,
            @Schema(enumeration = {"planned", "in-force", "past", "cancelled"}) String state,
            @Schema(
                            description = "where it came from",
                            enumeration = {"files", "browser"})
                    String source,
            Instant publishedAt,
            @Schema(description = "absent for one from a file", examples = "Inês Valente") String publishedBy,
            @Schema(examples = "Rui Costa") String approvedBy,
            ProgramBody program) {

        static VersionAnswer of(Version version) {
            return new VersionAnswer(
                    version.number(),
                    version.state().slug(),
                    version.source().slug(),
                    version.publishedAt(),
                    version.publishedBy().orElse(null),
                    version.approvedBy().orElse(null),
                    ProgramBody.of(version.program()));
        }
    }

    /** All elements. */
    @Schema(name = "ProgramElements")
    public record ElementsAnswer(List<ElementAnswer> elements) {}

    /** An element, and who decides it. */
    @Schema(name = "ProgramElement")
    public record ElementAnswer(
            @Schema(examples = "base-rate/EUR") String element,
            @Schema(examples = "Base rate in EUR") String name,
            @Schema(enumeration = {"files", "browser"}) String owner,
            @Schema(description = "the version that last changed it", examples = "3") int changedIn,
            @Schema(description = "who took it, or gave it back", examples = "Inês Valente") String movedBy,
            Instant movedAt) {

        static ElementAnswer of(Element element) {
            Optional<Person> since = element.since();
            return new ElementAnswer(
                    element.element().id(),
                    element.name(),
                    element.owner().slug(),
                    element.changedIn(),
                    since.map(Person::name).orElse(null),
                    since.map(Person::at).orElse(null));
        }
    }
}
