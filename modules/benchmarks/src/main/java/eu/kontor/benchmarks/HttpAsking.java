package eu.kontor.benchmarks;

import eu.kontor.benchmarks.http.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a card holds, asked over HTTP: while tills earn over HTTP at half of their best rate; while batches are posted as fast as they can to
 * the full ledger, another database of the same PostgreSQL that shares processors, memory and disk; and while they are posted to the ledger
 * that answers.
 */
final class HttpAsking implements Measurement {

    private static final int CONNECTIONS = 16;
    private static final double PER_SECOND = 200;
    private static final double P99_MILLISECONDS = 20;
    private static final double HALF = 0.5;
    private static final int MEASURED = 3;
    private static final String BESIDE_FULL =
            "HTTP balance by card beside batches to the full ledger (another database)";
    private static final String BESIDE_OWN = "HTTP balance by card beside batches to the same ledger";

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        int members = bench.server().members();
        bench.server()
                .warmUp(
                        bench.options().scale().warmUpOfServer().dividedBy(2),
                        (tills, number) -> tills.asking(number, members));
        double earning = references.get(References.HTTP_EARN) * HALF;
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<Traffic.Result> earned = beside.submit(
                    () -> HttpEarning.atRate(bench, earning, bench.options().measured()));
            Traffic.Result asked = ask(bench);
            double earnedPerSecond = earned.get().perSecond();

            Future<Double> postedToFull = beside.submit(() -> BatchPosting.uniform(bench));
            Traffic.Result askedBesideFull = ask(bench);
            double fullPerSecond = postedToFull.get();

            Future<Double> postedToOwn = beside.submit(() -> BatchPosting.atServer(bench));
            Traffic.Result askedBesideOwn = ask(bench);
            double ownPerSecond = postedToOwn.get();
            return List.of(
                    Figure.of("purchases over HTTP while balances are asked", earnedPerSecond, "1/s"),
                    p50("HTTP balance by card beside them", asked),
                    Figure.of("HTTP balance by card beside them, p99", asked.milliseconds(99), "ms"),
                    Figure.of("postings to the full ledger while balances are asked", fullPerSecond, "1/s"),
                    p50(BESIDE_FULL, askedBesideFull),
                    p99(BESIDE_FULL, askedBesideFull),
                    Figure.of("postings to the same ledger while balances are asked", ownPerSecond, "1/s"),
                    p50(BESIDE_OWN, askedBesideOwn),
                    p99(BESIDE_OWN, askedBesideOwn));
        }
    }

    private static Figure p50(String name, Traffic.Result asked) {
        return Figure.of(name + ", p50", asked.milliseconds(50), "ms");
    }

    private static Figure p99(String name, Traffic.Result asked) {
        return Figure.atMost(name + ", p99", asked.milliseconds(99), "ms", P99_MILLISECONDS);
    }

    @Override
    public Duration takes(Options options) {
        return options.each().multipliedBy(MEASURED);
    }

    private static Traffic.Result ask(Bench bench) throws Exception {
        int members = bench.server().members();
        try (Traffic traffic = bench.server().traffic(CONNECTIONS, (tills, number) -> tills.asking(number, members))) {
            return traffic.open(
                    PER_SECOND, bench.options().warmUp(), bench.options().measured());
        }
    }
}
