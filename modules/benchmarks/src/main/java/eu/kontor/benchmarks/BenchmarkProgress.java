package eu.kontor.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Tells who waits what is measured now and about how much is left. */
final class BenchmarkProgress {

    private final Options options;
    private final List<Measurement> measurements;
    private final long start = System.nanoTime();

    BenchmarkProgress(Options options, List<Measurement> measurements) {
        this.options = options;
        this.measurements = measurements;
    }

    void begins(Measurement measurement) {
        int place = measurements.indexOf(measurement);
        Duration left = measurements.stream()
                .skip(place)
                .map(each -> each.takes(options))
                .reduce(Duration.ZERO, Duration::plus);
        System.out.printf(
                Locale.ROOT,
                "%n%s  %d of %d: %s (about %s left)%n",
                clock(elapsed()),
                place + 1,
                measurements.size(),
                measurement.title(),
                clock(left));
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    static String clock(Duration duration) {
        return "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}
