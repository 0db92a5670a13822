package eu.kontor.portal.imports;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far an import is and how long it will still take.
 *
 * @param fraction 0 to 1; empty while the lines are not counted yet
 * @param linesPerSecond since the import began; 0 before anything is known
 * @param remaining at that rate; empty while it is not known
 */
public record ImportProgress(OptionalDouble fraction, long linesPerSecond, Optional<Duration> remaining) {

    /** Before this much work a rate says nothing yet. */
    private static final long SHORTEST_MEASURE_MILLIS = 500;

    public static ImportProgress of(FeedReceipt receipt) {
        long read = receipt.linesRead();
        long rate = receipt.durationMillis() < SHORTEST_MEASURE_MILLIS ? 0 : read * 1_000 / receipt.durationMillis();
        if (receipt.linesTotal().isEmpty()) {
            return new ImportProgress(OptionalDouble.empty(), rate, Optional.empty());
        }
        long total = receipt.linesTotal().get();
        double fraction = total == 0 ? 1 : Math.min(1, (double) read / total);
        Optional<Duration> remaining = rate == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.ceilDiv(Math.max(0, total - read), rate)));
        return new ImportProgress(OptionalDouble.of(fraction), rate, remaining);
    }
}
