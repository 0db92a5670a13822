package eu.kontor.ledger.domain;

import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.TransferKind;
import java.time.LocalDate;

/**
 * One immutable movement of points between a member's pocket and a tenant (or breakage).
 *
 * @param number unique; later transfers of a member have greater ones
 * @param act what it is part of
 * @param tenant the tenant whose books it is in
 * @param outlet 0 where no outlet took part
 * @param lineBefore where its interval begins on the line of points ever earned (what comes in) or ever consumed (what leaves)
 * @param programVersion 0 where no program gave points
 */
public record Transfer(
        long member,
        long number,
        Act act,
        TransferKind kind,
        Pocket pocket,
        long points,
        int tenant,
        int outlet,
        long lineBefore,
        int programVersion) {

    /**
     * What one posting has in common for all its transfers.
     *
     * @param posting the posting's number
     * @param businessDate when it happened; of a gift's transfers: when the points were issued
     * @param window first day of the window in which it settles
     * @param by who caused it
     */
    public record Act(long posting, LocalDate businessDate, LocalDate window, ActorId by) {}
}
