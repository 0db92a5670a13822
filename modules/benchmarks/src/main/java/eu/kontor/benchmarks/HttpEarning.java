package eu.kontor.benchmarks;

import eu.kontor.benchmarks.Curve.Line;
import eu.kontor.benchmarks.Curve.Point;
import eu.kontor.benchmarks.http.Tills;
import eu.kontor.benchmarks.http.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Purchases with two lines over HTTP, as tills send them: each authenticated by the token of its tenant's service account, evaluated by
 * the tenant's program, posted, answered. First as fast as connections can, then at half of the best rate.
 */
final class HttpEarning implements Measurement {

    private static final int[] CONNECTIONS = {64, 256};
    private static final double FLOOR = 1.5;
    private static final double P50_MILLISECONDS = 10;
    private static final double P99_MILLISECONDS = 50;
    private static final double HALF = 0.5;
    private static final double PERCENT = 100;
    private static final List<Integer> PERCENTILES = List.of(50, 90, 99);

    /** Keycloak and the server, and what their compilers need. */
    private static final Duration START = Duration.ofSeconds(50);

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        List<Figure> figures = new ArrayList<>();
        double best = 0;
        bench.checkpoint();
        int members = bench.server().members();
        bench.server()
                .warmUp(bench.options().scale().warmUpOfServer(), (tills, number) -> tills.earning(number, members));
        for (int connections : CONNECTIONS) {
            Traffic.Result result = asFastAsPossible(bench, connections);
            String of = "HTTP earn, " + connections + " connections";
            figures.add(Figure.of(of, result.perSecond(), "1/s"));
            figures.add(Figure.of(of + ", p99", result.milliseconds(99), "ms"));
            best = Math.max(best, result.perSecond());
        }
        references.put(References.HTTP_EARN, best);
        Traffic.Result half = atRate(bench, best * HALF, bench.options().atLength());
        figures.addAll(OnePerTransactionAgain.after(bench, references));
        figures.add(Figure.atLeast("HTTP earn", best / references.get(References.R1), "× R1", FLOOR));
        figures.add(Figure.of("HTTP earn at half of that rate", half.perSecond(), "1/s"));
        figures.add(
                Figure.atMost("HTTP earn at half of that rate, p50", half.milliseconds(50), "ms", P50_MILLISECONDS));
        figures.add(
                Figure.atMost("HTTP earn at half of that rate, p99", half.milliseconds(99), "ms", P99_MILLISECONDS));
        references.draw(latencies(bench, best));
        return figures;
    }

    private static Curve latencies(Bench bench, double best) throws Exception {
        Map<Integer, List<Point>> lines = new TreeMap<>();
        PERCENTILES.forEach(percentile -> lines.put(percentile, new ArrayList<>()));
        for (int percent : bench.options().scale().loads()) {
            try (Traffic traffic = traffic(bench, CONNECTIONS[CONNECTIONS.length - 1])) {
                Traffic.Result result = traffic.open(
                        best * percent / PERCENT,
                        bench.options().warmUp(),
                        bench.options().aside());
                lines.forEach((percentile, points) -> points.add(new Point(percent, result.milliseconds(percentile))));
            }
        }
        return new Curve(
                "latency-by-load",
                "Milliseconds to the answer of a purchase, by load",
                "% of the best rate",
                "milliseconds",
                false,
                lines.entrySet().stream()
                        .map(line -> new Line("p" + line.getKey(), line.getValue()))
                        .toList());
    }

    @Override
    public Duration takes(Options options) {
        Duration points = options.warmUp()
                .plus(options.aside())
                .multipliedBy(options.scale().loads().size());
        return START.plus(options.scale().warmUpOfServer())
                .plus(options.each().multipliedBy(CONNECTIONS.length))
                .plus(options.warmUp())
                .plus(options.atLength())
                .plus(OnePerTransactionAgain.takesAfter(options))
                .plus(points);
    }

    private static Traffic.Result asFastAsPossible(Bench bench, int connections) throws Exception {
        try (Traffic traffic = traffic(bench, connections)) {
            return traffic.closed(bench.options().warmUp(), bench.options().measured());
        }
    }

    /** Requests are due at equal distances, whatever the server does. */
    static Traffic.Result atRate(Bench bench, double perSecond, Duration measured) throws Exception {
        try (Traffic traffic = traffic(bench, CONNECTIONS[CONNECTIONS.length - 1])) {
            return traffic.open(perSecond, bench.options().warmUp(), measured);
        }
    }

    private static Traffic traffic(Bench bench, int connections) throws Exception {
        int members = bench.server().members();
        return bench.server().traffic(connections, (Tills tills, int number) -> tills.earning(number, members));
    }
}
