package eu.kontor.portal.frontdesk;

import eu.kontor.ledger.api.PostingId;
import java.util.Optional;

/**
 * What a posting at the counter made or changed, so that it is listed at once: lists are filed a few seconds behind the ledger.
 *
 * @param redemption its hold
 */
record Touched(Optional<PostingId> purchase, Optional<PostingId> redemption) {

    static final Touched NOTHING = new Touched(Optional.empty(), Optional.empty());

    static Touched purchase(PostingId id) {
        return new Touched(Optional.of(id), Optional.empty());
    }

    static Touched redemption(PostingId hold) {
        return new Touched(Optional.empty(), Optional.of(hold));
    }
}
