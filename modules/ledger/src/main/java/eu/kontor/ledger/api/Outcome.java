package eu.kontor.ledger.api;

import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import java.time.Instant;
import java.util.Map;

/** The ledger's answer to one item. */
public sealed interface Outcome {

    /** True when the key or the ticket was known and this is the first answer again. */
    boolean replayed();

    /**
     * @param id of the purchase or hold (for a capture, void or reversal: of that act)
     * @param points earned, held, redeemed, released or taken back
     * @param availableAfter what the member could redeem right after it, over all pockets
     * @param underAnotherKey the ticket was known, and not the key
     */
    record Posted(
            PostingId id,
            Points points,
            Points availableAfter,
            Instant postedAt,
            boolean replayed,
            boolean underAnotherKey)
            implements Outcome {

        /** Under its own key. */
        public Posted(PostingId id, Points points, Points availableAfter, Instant postedAt, boolean replayed) {
            this(id, points, availableAfter, postedAt, replayed, false);
        }
    }

    /** @param details for the refusal's sentence */
    record Refused(RefusalCode code, Map<String, Object> details, boolean replayed) implements Outcome {}
}
