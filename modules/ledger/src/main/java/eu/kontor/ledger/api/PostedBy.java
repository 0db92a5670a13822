package eu.kontor.ledger.api;

import java.util.Optional;

/**
 * Who caused a transfer, as the reader may see it.
 *
 * @param actor empty where it was somebody of another brand, or the operator, and a brand reads
 */
public record PostedBy(ActorId id, Optional<Actor> actor) {

    /** What stands in the books that were written before names were kept. */
    public static final PostedBy NOBODY_KNOWN = new PostedBy(ActorId.NONE, Optional.empty());

    public boolean isKnown() {
        return id.isKnown();
    }

    /** Somebody who is not the reader's. */
    public boolean isOfOthers() {
        return isKnown() && actor.isEmpty();
    }
}
