package eu.kontor.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a run has found so far: rates that later figures are ratios of, and curves. */
public final class References {

    /** One posting per transaction over plain JDBC, at its best number of connections: postings per second. */
    public static final String R1 = "R1";

    /** {@code COPY} of the same rows into a table with the same indexes: rows per second. */
    public static final String R2 = "R2";

    /** Batch posting, uniform over the members: postings per second. */
    public static final String UNIFORM = "uniform";

    /** Purchases over HTTP at the best number of connections: answers per second. */
    public static final String HTTP_EARN = "HTTP earn";

    private final Map<String, Double> rates = new HashMap<>();

    private final List<Curve> curves = new ArrayList<>();

    public void put(String name, double perSecond) {
        rates.put(name, perSecond);
    }

    /** @throws IllegalStateException when it was left out of this run */
    public double get(String name) {
        Double rate = rates.get(name);
        if (rate == null) {
            throw new IllegalStateException("this needs the rate " + name + "; name what measures it in --only, too");
        }
        return rate;
    }

    public void draw(Curve curve) {
        curves.add(curve);
    }

    public List<Curve> curves() {
        return List.copyOf(curves);
    }
}
