package eu.kontor.ledger.domain;

import eu.kontor.ledger.api.Pocket;
import java.util.Optional;

/**
 * A purchase as the ledger remembers it, for its reversal.
 *
 * @param outlet 0 when it earned nothing
 * @param pocket empty when it earned nothing
 * @param points what it earned
 * @param lapsed how many of them lapsed since
 * @param reversed true when it was taken back already
 */
public record PostedPurchase(
        long number, int tenant, int outlet, Optional<Pocket> pocket, long points, long lapsed, boolean reversed) {

    PostedPurchase takenBack() {
        return new PostedPurchase(number, tenant, outlet, pocket, points, lapsed, true);
    }
}
