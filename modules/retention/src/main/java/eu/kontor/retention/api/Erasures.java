package eu.kontor.retention.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Members whose data are erased: name, phone, mail and what people wrote about them go everywhere; a number stays, on which the sums of the ledger
 * hang. Cards are blocked for good, points are given up. It cannot be undone. For the operator, who signed in lately.
 */
public interface Erasures {

    int LONGEST_REASON = 200;

    /**
     * Begins: rows and points at once. A round goes through the files, and looks at what is waited for, until it ends. The same again has the next
     * round look at it, and answers what became of the first.
     *
     * @throws eu.kontor.kernel.Refusal {@code NOT_PERMITTED}, {@code SIGN_IN_TOO_OLD}, {@code MEMBER_UNKNOWN}, {@code FIELD_MISSING},
     *     {@code FIELD_TOO_LONG}, and {@code FIELD_MALFORMED} for a reason that repeats what is to be erased
     */
    Erasure erase(Caller caller, MemberId member, String reason);

    /** Empty for a member who never asked. */
    Optional<Erasure> find(Caller caller, MemberId member);

    /** What is under way first, then the latest. */
    List<Erasure> latest(Caller caller);

    /**
     * @param points given up with it
     * @param waitsFor the parts in which something was still under way when it was last looked at: nothing new is written of the member there, and it
     *     is looked at again
     * @param doneAt empty while it waits
     */
    record Erasure(
            MemberId member,
            Instant askedAt,
            String askedBy,
            String reason,
            Points points,
            List<String> waitsFor,
            Optional<Instant> doneAt) {

        public Erasure {
            waitsFor = List.copyOf(waitsFor);
        }
    }
}
