package eu.kontor.outbox.application;

import java.time.Duration;

/**
 * Policy: a key whose message failed waits, each time twice as long, from {@link #FIRST_WAIT} to {@link #LONGEST_WAIT}; a message is tried
 * so often and then set aside.
 */
final class PatiencePolicy {

    static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    /** Long enough not to fill the log, short enough that a repaired cause is noticed soon. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** Some twenty minutes: what the database does not take then, it will not take. */
    static final int ATTEMPTS = 12;

    /** A day: when something leaves the house, it is usually the other side that fails, and somebody mends it there. */
    static final int ATTEMPTS_OUTWARD = 300;

    /** After which the wait is the longest in any case. */
    private static final int MOST_DOUBLINGS = 20;

    private PatiencePolicy() {}

    /** @param failed attempts, from 1 */
    static Duration after(int failed) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failed, MOST_DOUBLINGS) - 1);
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    /** After how many a message is set aside. */
    static int attempts(boolean leavesTheHouse) {
        return leavesTheHouse ? ATTEMPTS_OUTWARD : ATTEMPTS;
    }
}
