package eu.kontor.ledger.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Windows.Position;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * What the ledger would have answered at a past moment, recomputed from what was posted and never deleted. Exact but for
 * postings that were under way in that very moment: a moment is compared with the time at which a posting began, not with
 * its commit.
 */
public interface Past {

    /**
     * A member's points right after the last of the member's postings up to that moment. Operator only: a member's whole
     * history belongs to no partner.
     */
    MemberThen balance(Caller caller, MemberId member, Instant moment);

    /** The sums of a window as they stood, closed or not. Operator only. */
    List<Position> positions(Caller caller, YearMonth window, Instant moment);

    /** @param pockets in the order in which redemptions draw on them; only those that ever held points by then */
    record MemberThen(MemberId member, Instant moment, List<PocketThen> pockets, Points debt) {

        public Points available() {
            return pockets.stream().map(PocketThen::available).reduce(Points.ZERO, Points::plus);
        }
    }

    record PocketThen(Pocket pocket, Points available, Points held) {}
}
