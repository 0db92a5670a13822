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

    public double get(String name) {
        return rates.get(name);
    }

    public void draw(Curve curve) {
        curves.add(curve);
    }

    public List<Curve> curves() {
        return List.copyOf(curves);
    }
}
