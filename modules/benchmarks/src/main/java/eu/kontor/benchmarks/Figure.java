package eu.kontor.benchmarks;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured number.
 *
 * @param value not a number when it was not measured
 * @param floor what it must reach; empty where nothing is asked
 * @param atMost true when the floor is a ceiling
 */
public record Figure(String name, double value, String unit, Optional<Double> floor, boolean atMost) {

    public static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, Optional.empty(), false);
    }

    public static Figure atLeast(String name, double value, String unit, double floor) {
        return new Figure(name, value, unit, Optional.of(floor), false);
    }

    public static Figure atMost(String name, double value, String unit, double ceiling) {
        return new Figure(name, value, unit, Optional.of(ceiling), true);
    }

    /** Stands for all figures of a measurement that was not made. */
    static Figure notMeasured(String measurement) {
        return new Figure(measurement, Double.NaN, "", Optional.empty(), false);
    }

    public boolean isMeasured() {
        return !Double.isNaN(value);
    }

    public boolean isOk() {
        return isMeasured()
                && floor.map(limit -> atMost ? value <= limit : value >= limit).orElse(true);
    }

    String line() {
        return String.format(Locale.ROOT, "%-80s %12s  %-10s %9s  %s", name, number(value), unit, limit(), verdict());
    }

    /** What it must reach, as a text; empty where nothing is asked. */
    public String limit() {
        return floor.map(number -> (atMost ? "≤ " : "≥ ") + number(number)).orElse("");
    }

    /** Whether it does, as a word; empty where nothing is asked. */
    public String verdict() {
        return !isMeasured() ? "not measured" : floor.isEmpty() ? "" : isOk() ? "ok" : "missed";
    }

    /** With as many digits as mean something. */
    public String number() {
        return number(value);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.2f", value);
    }
}
