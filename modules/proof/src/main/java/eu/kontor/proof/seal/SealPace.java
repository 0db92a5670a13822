package eu.kontor.proof.seal;

import java.time.Duration;

/**
 * When to seal next. A quiet ledger is sealed at the longest distance. A busy one sooner, so that a seal is made of few thousand transfers:
 * one of many is a second's work, for which tills would wait.
 */
final class SealPace {

    /** A tenth of a second's work. */
    private static final long TRANSFERS = 5_000;

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Duration longest;
    private Duration distance;

    SealPace(Duration longest) {
        this.longest = longest;
        this.distance = longest;
    }

    /** @param sealed transfers that came together since the seals before */
    Duration next(long sealed) {
        Duration wanted =
                sealed == 0 ? longest : distance.multipliedBy(TRANSFERS).dividedBy(sealed);
        Duration shortest = longest.compareTo(SHORTEST) < 0 ? longest : SHORTEST;
        distance = wanted.compareTo(longest) > 0 ? longest : wanted.compareTo(shortest) < 0 ? shortest : wanted;
        return distance;
    }
}
