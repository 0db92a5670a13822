package eu.kontor.ledger.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Windows.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger would have answered at a past moment, from what was kept the day before and what was posted since. Exact but for
 * postings that were under way in that very moment: a moment is compared with the time at which a posting began, not with
 * its commit.
 */
public interface Past {

    /**
     * A member's points right after the last of the member's postings up to that moment. Operator only: a member's whole
     * history belongs to no tenant.
     *
     * @throws eu.kontor.kernel.Refusal {@code DAY_NOT_COME}
     */
    MemberAsOf balance(Caller caller, MemberId member, Instant moment);

    /**
     * The sums of a window as they stood, closed or not: all of them for the operator, a tenant's own for its ADMIN, FINANCE
     * and MACHINE.
     *
     * @throws eu.kontor.kernel.Refusal {@code DAY_NOT_COME}, {@code NOT_PERMITTED}
     */
    default List<Position> positions(Caller caller, YearMonth window, Instant moment) {
        return positions(caller, window, Optional.empty(), moment);
    }

    /**
     * As {@link #positions(Caller, YearMonth, Instant)}, those of one tenant.
     *
     * @param tenant empty for all that the caller may see
     */
    List<Position> positions(Caller caller, YearMonth window, Optional<TenantId> tenant, Instant moment);

    /**
     * @param pockets in the order in which redemptions draw on them; only those that ever held points by then
     * @param lastActivity empty before the member's first snapshot
     */
    record MemberAsOf(
            MemberId member,
            Instant moment,
            List<PocketAsOf> pockets,
            Points debt,
            Optional<ActivityAsOf> lastActivity) {

        public Points available() {
            return pockets.stream().map(PocketAsOf::available).reduce(Points.ZERO, Points::plus);
        }
    }

    record PocketAsOf(Pocket pocket, Points available, Points held) {}

    /**
     * The last activity of any pocket, as it was known in a snapshot before the moment: what came between them and earned
     * nothing is nowhere else.
     */
    record ActivityAsOf(LocalDate day, Instant knownAt) {}
}
