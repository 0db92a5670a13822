package eu.kontor.program.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.ProgramDraft.Person;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramVersions.Owner;
import eu.kontor.program.application.ProgramAccess.Desk;
import eu.kontor.program.domain.ElementValues;
import eu.kontor.program.domain.ProgramDifference;
import eu.kontor.program.domain.ProgramHistory.Origin;
import eu.kontor.program.domain.ProgramHistory.Ownership;
import eu.kontor.program.persistence.DraftedProgram;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How an approved draft becomes the next version. */
@Service
public class DraftPublishing {

    private final CachedPrograms programs;

    @Inject
    public DraftPublishing(CachedPrograms programs) {
        this.programs = programs;
    }

    /** Inside of the transaction in which whoever else publishes waits. @return the version */
    Program publish(UnitOfWork unit, DraftPlanning planning, DraftedProgram draft, Optional<LocalDate> wanted) {
        if (!draft.isApproved()) {
            throw new Refusal(RefusalCode.PROGRAM_DRAFT_NOT_APPROVED, "state", ProgramAccess.word(draft.state()));
        }
        mustBeCurrent(planning, draft);
        Program drafted = ProgramDocument.read(draft.baseVersion(), draft.document());
        Desk desk = planning.desk();
        desk.policy().check(drafted);
        mustBeOfTheBrowser(planning, drafted);
        LocalDate firstDay = wanted.orElse(drafted.validFrom());
        int version = planning.history().newestVersion() + 1;
        // What is worse depends on the day: a promotion that is over by then is nobody's loss.
        Program next = ElementValues.of(drafted).program(version, firstDay);
        mustNotBeginEarlier(planning, next, firstDay);

        Caller caller = desk.caller();
        planning.history()
                .publish(
                        version,
                        firstDay,
                        ProgramDocument.canonicalText(next),
                        new Origin(
                                Owner.BROWSER,
                                Optional.of(draft.id()),
                                Optional.of(caller.subject()),
                                Optional.of(caller.name()),
                                draft.approvedBy().map(Person::name)));
        Ownership ownership = new Ownership(
                Owner.BROWSER,
                caller.subject(),
                caller.name(),
                planning.history().now());
        planning.difference(next).elements().stream()
                .filter(element -> !planning.owners().containsKey(element))
                .forEach(element -> planning.history().own(element, ownership));
        unit.afterCommit(() -> programs.forget(desk.tenant().id()));
        return next;
    }

    /** @throws Refusal {@code PROGRAM_DRAFT_STALE} */
    static void mustBeCurrent(DraftPlanning planning, DraftedProgram draft) {
        if (draft.baseVersion() != planning.newestNumber()) {
            throw new Refusal(
                    RefusalCode.PROGRAM_DRAFT_STALE, "newest", planning.newestNumber(), "base", draft.baseVersion());
        }
    }

    /** @throws Refusal {@code PROGRAM_ELEMENT_OF_FILES} */
    static void mustBeOfTheBrowser(DraftPlanning planning, Program program) {
        ProgramDifference difference = planning.difference(program);
        List<ProgramElement> locked = planning.locked(difference);
        if (!locked.isEmpty()) {
            throw new Refusal(
                    RefusalCode.PROGRAM_ELEMENT_OF_FILES,
                    "elements",
                    ProgramDraftDesk.listed(planning.named(locked, program)));
        }
    }

    private static void mustNotBeginEarlier(DraftPlanning planning, Program drafted, LocalDate firstDay) {
        LocalDate possible = planning.firstPossibleDay(drafted);
        if (!firstDay.isBefore(possible)) {
            return;
        }
        LocalDate today = planning.desk().today();
        Phrase reason;
        if (planning.newest()
                .filter(newest -> newest.validFrom().equals(possible) && possible.isAfter(today))
                .isPresent()) {
            reason = Phrase.of("day-is-planned", planning.newestNumber());
        } else if (possible.isAfter(today)) {
            reason = Phrase.of("day-needs-notice", planning.desk().notice().noticeDays());
        } else {
            reason = Phrase.of("day-has-passed");
        }
        throw new Refusal(RefusalCode.PROGRAM_FIRST_DAY_TOO_EARLY, "firstDay", possible, "reason", reason);
    }
}
