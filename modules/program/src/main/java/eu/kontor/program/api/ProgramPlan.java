package eu.kontor.program.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What would be different if a draft were published, in the caller's language.
 *
 * @param base the version with which it is compared
 * @param firstDay the wished one, or the first possible one where that is later
 * @param firstPossibleDay what is worse for members needs the coalition's notice
 * @param worseForMembers whether anything is worse for any member
 * @param noticeDays the coalition's
 * @param locked elements that files own and the draft would change: none may be left when it is submitted
 * @param conflicts elements that a version published meanwhile changed, too, to something else
 */
public record ProgramPlan(
        int base,
        LocalDate firstDay,
        LocalDate firstPossibleDay,
        boolean worseForMembers,
        int noticeDays,
        List<Change> changes,
        List<Named> locked,
        List<Named> conflicts) {

    /**
     * One element in words.
     *
     * @param act {@code added}, {@code changed} or {@code removed}
     * @param effect {@code better}, {@code worse} or {@code neither}
     * @param sentence such as "Bread of the day: 4 → 5 points per EUR, from 1 December 2026"
     * @param why it is better or worse
     */
    public record Change(ProgramElement element, String act, String effect, String sentence, Optional<String> why) {}

    /** An element and what it is called. */
    public record Named(ProgramElement element, String name) {}
}
