package eu.kontor.program.api;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody would like the brand's program to be, on its way to a published version.
 *
 * <p>draft → submitted → approved → published. Whoever looks at a submitted one may ask for changes instead; until it is published it may be
 * withdrawn. A change takes it back to <em>draft</em>, whatever it was: an approval holds for what was approved and for nothing else.
 *
 * @param revision grows with every change; who changes it says which one was seen
 * @param base the version against which it is meant; 0 before there is one
 * @param stale whether another version was published, or a planned one cancelled, since the base was looked at
 * @param program what it would publish; its version's number is the base's, its first day is the wished one
 * @param approvedBy of what it says now; empty otherwise
 * @param mayApprove whether the caller may: nothing of it is the caller's own
 */
public record ProgramDraft(
        long id,
        int revision,
        String name,
        State state,
        int base,
        boolean stale,
        Program program,
        Person madeBy,
        Person changedBy,
        Optional<Person> approvedBy,
        Optional<Integer> publishedAs,
        boolean mayApprove) {

    /** How far it came. */
    public enum State {
        DRAFT,
        SUBMITTED,
        CHANGES_REQUESTED,
        APPROVED,
        PUBLISHED,
        WITHDRAWN;

        public boolean isOpen() {
            return this != PUBLISHED && this != WITHDRAWN;
        }

        /** Lower case with hyphens. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Who did something, and when. */
    public record Person(String name, Instant at) {}

    /**
     * One step on its way.
     *
     * @param act a slug: {@code begin}, {@code change}, {@code merge}, {@code submit}, {@code approve}, {@code request-changes},
     *     {@code withdraw}, {@code publish}, {@code comment}
     * @param text what was said with it; may be empty
     */
    public record Step(Person by, String act, String text) {}
}
