package eu.kontor.program.application;

import eu.kontor.program.api.Program;
import eu.kontor.program.api.ProgramElement;
import eu.kontor.program.api.ProgramPlan;
import eu.kontor.program.api.ProgramPlan.Change;
import eu.kontor.program.api.ProgramPlan.Named;
import eu.kontor.program.api.ProgramVersions.Owner;
import eu.kontor.program.application.ProgramAccess.Desk;
import eu.kontor.program.domain.DifferenceSentence;
import eu.kontor.program.domain.ElementValues;
import eu.kontor.program.domain.FirstProgram;
import eu.kontor.program.domain.MergePolicy;
import eu.kontor.program.domain.ProgramDifference;
import eu.kontor.program.domain.ProgramHistory;
import eu.kontor.program.domain.ProgramHistory.Ownership;
import eu.kontor.program.domain.ProgramHistory.PublishedVersion;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A draft beside what is published.
 *
 * @param newest the newest version that was not cancelled, without what it says of currencies that the brand does not use any more: nobody
 *     loses by that
 * @param owners what is not in it is decided by files, if it is there
 */
record DraftPlanning(
        Desk desk, ProgramHistory history, Optional<Program> newest, Map<ProgramElement, Ownership> owners) {

    static DraftPlanning of(Desk desk, ProgramHistory history) {
        List<Currency> currencies = desk.tenant().currencies();
        return new DraftPlanning(
                desk,
                history,
                history.newest().map(version -> FirstProgram.within(program(version), currencies)
                        .program(version.version(), version.validFrom())),
                history.owners());
    }

    static Program program(PublishedVersion version) {
        return ProgramDocument.read(version.version(), version.document());
    }

    int newestNumber() {
        return newest.map(Program::version).orElse(0);
    }

    ProgramDifference difference(Program draft) {
        return ProgramDifference.between(newest, draft);
    }

    LocalDate firstPossibleDay(Program draft) {
        return desk.notice().firstPossibleDay(newest, difference(draft), desk.today());
    }

    ProgramPlan plan(int base, Program draft) {
        ProgramDifference difference = difference(draft);
        LocalDate possible = firstPossibleDay(draft);
        LocalDate first = draft.validFrom().isAfter(possible) ? draft.validFrom() : possible;
        return new ProgramPlan(
                newestNumber(),
                first,
                possible,
                difference.isWorseForMembers(),
                desk.notice().noticeDays(),
                said(difference, Optional.of(first), desk.words()),
                named(locked(difference), draft),
                named(base == newestNumber() ? List.of() : merged(base, draft).conflicts(), draft));
    }

    static List<Change> said(ProgramDifference difference, Optional<LocalDate> from, DifferenceSentence words) {
        return difference.changes().stream()
                .map(change -> new Change(
                        change.element(),
                        change.act().name().toLowerCase(Locale.ROOT),
                        change.isWorse() ? "worse" : change.isBetter() ? "better" : "neither",
                        words.of(change, from),
                        words.why(change)))
                .toList();
    }

    /** What the draft changes of what files decide. What is not there yet is nobody's, unless it was given to files. */
    List<ProgramElement> locked(ProgramDifference difference) {
        ElementValues published = ElementValues.of(newest);
        return difference.elements().stream()
                .filter(element -> {
                    Ownership ownership = owners.get(element);
                    return ownership == null ? published.value(element).isPresent() : ownership.owner() == Owner.FILES;
                })
                .toList();
    }

    MergePolicy.Merged merged(int base, Program draft) {
        Optional<Program> started = history.find(base).map(DraftPlanning::program);
        return MergePolicy.merge(ElementValues.of(started), ElementValues.of(draft), ElementValues.of(newest));
    }

    List<Named> named(Collection<ProgramElement> elements, Program draft) {
        ElementValues drafted = ElementValues.of(draft);
        ElementValues published = ElementValues.of(newest);
        return elements.stream()
                .map(element -> new Named(
                        element,
                        desk.words().name(element, drafted.value(element).or(() -> published.value(element)))))
                .toList();
    }
}
