package eu.kontor.retention.api;

import eu.kontor.kernel.Caller;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** How long which kind of data is kept, and that it went: for the operator. The periods are the coalition's, under {@code retention} in its file. */
public interface RetentionPeriods {

    /** In the order of their names. */
    List<Kept> all(Caller caller);

    /**
     * @param kind as in the configuration
     * @param isUsual whether the coalition's file says nothing of it
     */
    record Kept(String kind, Period period, boolean isUsual, Optional<Run> last) {}

    /**
     * @param removed rows or files of the last run
     * @param failure what it ended with, if it failed; it is tried again an hour later
     */
    record Run(Instant at, long removed, long removedInAll, Optional<String> failure) {}
}
