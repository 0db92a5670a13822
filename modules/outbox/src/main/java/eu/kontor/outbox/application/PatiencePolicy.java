package eu.kontor.outbox.application;

import java.time.Duration;

/** Policy: a key whose message failed waits, each time twice as long, from {@link #FIRST_WAIT} to {@link #LONGEST_WAIT}. */
final class PatiencePolicy {

    static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    /** Long enough not to fill the log, short enough that a repaired cause is noticed soon. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** After which the wait is the longest in any case; the number in the row grows no further. */
    static final int MOST_ATTEMPTS = 20;

    private PatiencePolicy() {}

    /** @param attempts that failed, from 1 */
    static Duration after(int attempts) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, MOST_ATTEMPTS) - 1);
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
