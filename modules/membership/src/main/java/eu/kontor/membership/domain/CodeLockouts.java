package eu.kontor.membership.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Policy: who was locked out of one member's code within a day. Several callers of one brand are somebody who guesses with several of its
 * tokens: the brand is locked out as a whole, and the others go on. Several brands are somebody who has the tokens of several: it is locked for
 * all. No brand alone can keep a member from the points at the others.
 *
 * @param brands how many
 * @param callersHere of the brand that asks
 * @param lastHere when the last of these was
 */
public record CodeLockouts(int brands, int callersHere, Optional<Instant> lastHere) {

    public static final Duration LOOKED_BACK = Duration.ofDays(1);

    /** For the brand, or for all. */
    public static final Duration LOCKED_FOR = Duration.ofHours(1);

    private static final int ENOUGH = 3;

    public boolean isOfSeveralBrands() {
        return brands >= ENOUGH;
    }

    /** Until when the brand that asks is locked out as a whole. */
    public Optional<Instant> hereUntil() {
        return callersHere >= ENOUGH ? lastHere.map(last -> last.plus(LOCKED_FOR)) : Optional.empty();
    }
}
