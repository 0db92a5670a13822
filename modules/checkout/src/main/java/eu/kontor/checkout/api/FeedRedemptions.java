package eu.kontor.checkout.api;

import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The door for files that report redemptions after the fact, such as a till that works through the night and delivers in the
 * morning. Like {@link FeedPosting}: a batch and the feed's checkpoint in one commit.
 *
 * <p>The member agreed at the till, so no confirmation code is asked for. Each one is authorized and captured at once, with the
 * business date of the file; one refused item fails no other.
 */
public interface FeedRedemptions {

    /** Up to {@link eu.kontor.ledger.api.Ledger#MAX_BATCH}; outcomes in the order given. */
    List<RedemptionOutcome> redeem(TenantId tenant, List<Redemption> redemptions, Checkpoint checkpoint);

    /**
     * What the till reports, as it arrived.
     *
     * @param requestKey made of outlet and reference
     * @param points taken from the member's balance
     * @param reference the till's own reference, unique per outlet
     */
    record Redemption(
            String requestKey, String card, String outlet, Points points, LocalDate businessDate, String reference) {}

    /**
     * Exactly one of the two is present.
     *
     * @param receipt with state {@code captured}; its {@code hold} is the authorization that was captured
     */
    record RedemptionOutcome(Optional<Checkout.RedemptionReceipt> receipt, Optional<Refusal> refusal) {}

    /** Runs in the transaction that posts the batch. */
    @FunctionalInterface
    interface Checkpoint {
        void write(UnitOfWork unit, List<RedemptionOutcome> outcomes) throws SQLException;
    }
}
