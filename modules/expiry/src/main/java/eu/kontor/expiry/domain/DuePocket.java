package eu.kontor.expiry.domain;

import eu.kontor.ledger.api.Pocket;
import java.time.LocalDate;
import java.util.Collection;

/**
 * A pocket with points that may expire, as it stands while its member is locked.
 *
 * @param consumed where the pocket's cursor stands
 * @param available what no hold reserves: held points do not expire
 * @param lastActivity of the member, whichever pocket it was for
 */
public record DuePocket(long memberId, Pocket pocket, long consumed, long available, LocalDate lastActivity) {

    /**
     * What was announced expires from the front of the line; nothing expires behind points that were not announced.
     *
     * @param lots of the pocket that reach beyond the cursor, in the order in which they were earned
     * @param announced for days that have come
     * @return up to where on the line points expire; the cursor, if none does
     */
    public long through(Collection<Lot> lots, Announced announced) {
        long through = consumed;
        for (Lot lot : lots) {
            long left = Math.min(lot.lineAfter(), consumed + available);
            through = Math.max(through, Math.min(left, announced.through(runsOutOn(lot))));
            if (through < left) {
                return through;
            }
        }
        return through;
    }

    /** Up to where on the line what can be spent reaches. */
    public long end() {
        return consumed + available;
    }

    private LocalDate runsOutOn(Lot lot) {
        return pocket.isFixedTerm()
                ? FixedTermPolicy.expiresOn(lot.latest(), pocket)
                : InactivityPolicy.expiresOn(lastActivity, pocket);
    }
}
