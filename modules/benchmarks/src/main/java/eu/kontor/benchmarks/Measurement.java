package eu.kontor.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One thing that is measured; prints nothing itself. */
public interface Measurement {

    /**
     * @param references what was measured before, by name: the references come first
     * @return its figures, each printed as soon as the measurement ends
     */
    List<Figure> measure(Bench bench, References references) throws Exception;

    /** Whether others are compared with it, so that it is never left out. */
    default boolean isReference() {
        return false;
    }

    /** As {@code --only} names it. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** What is said while it runs: {@code HttpEarning} is "http earning". */
    default String title() {
        return name().replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /** About how long it takes, for who waits. */
    default Duration takes(Options options) {
        return options.each();
    }
}
