package eu.kontor.ledger.domain;

import eu.kontor.ledger.api.Pocket;
import java.util.List;
import java.util.Optional;

/**
 * A purchase as the ledger remembers it, for its reversal.
 *
 * @param tenant whose purchase it is
 * @param parts what it earned, by funder and pocket; one of nothing when it earned nothing
 * @param reversed true when it was taken back already
 */
public record PostedPurchase(long number, int tenant, List<Earned> parts, boolean reversed) {

    PostedPurchase takenBack() {
        return new PostedPurchase(number, tenant, parts, true);
    }

    /**
     * What it earned from one funder in one pocket.
     *
     * @param tenant the funder
     * @param outlet 0 when it earned nothing, and where the funder is another tenant
     * @param pocket empty when it earned nothing
     * @param expired how many of the points expired since
     */
    public record Earned(int tenant, int outlet, Optional<Pocket> pocket, long points, long expired) {

        Place place() {
            return new Place(tenant, outlet);
        }

        /** What can be taken back or is owed. */
        long left() {
            return points - expired;
        }
    }
}
