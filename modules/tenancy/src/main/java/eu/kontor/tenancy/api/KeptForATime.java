package eu.kontor.tenancy.api;

import java.time.Instant;
import java.time.Period;

/**
 * One kind of data that is kept for a period and then goes; found through CDI. How long is the coalition's to say, under {@code retention} in its file; a round
 * asks each kind once a day.
 */
public interface KeptForATime {

    /** As it stands in the configuration, such as {@code guest-notes}. */
    String kind();

    /** For how long, where the coalition says nothing. */
    Period usual();

    /**
     * Removes what is older, in transactions of its own that are short. Cut off, the rest is removed the next time.
     *
     * @return how many rows or files went
     */
    long remove(Instant before);
}
