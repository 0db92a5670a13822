package eu.kontor.ledger.domain;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import java.time.Instant;
import java.util.Optional;

/**
 * The first answer to a request, remembered so that a retry gets it again.
 *
 * @param keyHash of {@link RequestMark}: of its key, or of key and content when it was refused
 * @param ticket what it was for, if that was named
 * @param fingerprint of its content
 * @param keyed answered so long ago that the fingerprint is of its key, too
 * @param posting the posting's number; 0 when refused
 * @param refusal present when it was refused
 * @param takenBack the purchase was reversed since, or the hold given up, or its points all came back
 * @param by who asked; not read again
 */
public record KnownRequest(
        long member,
        long keyHash,
        Optional<Long> ticket,
        long fingerprint,
        boolean keyed,
        int tenant,
        ActKind act,
        Optional<RememberedRefusal> refusal,
        long posting,
        long points,
        long availableAfter,
        Instant postedAt,
        boolean takenBack,
        ActorId by) {

    /** Whether a request under the same key is this one again. */
    boolean isAgain(Posting posting, RequestMark mark) {
        return act == ActKind.of(posting)
                && (keyed
                        ? fingerprint == mark.keyedFingerprint()
                        : fingerprint == mark.fingerprint() || isAgainWithoutTicket(mark));
    }

    /** It was answered when requests of its kind were for no ticket yet. */
    private boolean isAgainWithoutTicket(RequestMark mark) {
        return ticket.isEmpty() && fingerprint == mark.fingerprintOfContent();
    }

    /** Whether a request for the same ticket under another key is this one again. Of old ones it is known only whose they were. */
    boolean isTicketOf(Posting posting, RequestMark mark) {
        return act == ActKind.of(posting)
                && (keyed
                        ? member == posting.member().value()
                        : RequestMark.areAboutTheSame(fingerprint, mark.fingerprint()));
    }

    Outcome again() {
        return refusal.<Outcome>map(first -> new Outcome.Refused(first.code(), first.details(), true))
                .orElseGet(() -> posted(true, false));
    }

    Outcome.Posted posted(boolean replayed, boolean underAnotherKey) {
        return new Outcome.Posted(
                id(), Points.of(points), Points.of(availableAfter), postedAt, replayed, underAnotherKey);
    }

    PostingId id() {
        return new PostingId(new MemberId(member), posting);
    }
}
