package eu.kontor.benchmarks;

import eu.kontor.benchmarks.http.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a card holds, asked over HTTP: while tills earn over HTTP at half of their best rate, and while batches are posted to the full
 * ledger of the same PostgreSQL as fast as they can.
 */
final class HttpAsking implements Measurement {

    private static final int CONNECTIONS = 16;
    private static final double PER_SECOND = 200;
    private static final double P99_MILLISECONDS = 20;
    private static final double HALF = 0.5;

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        int members = bench.server().members();
        bench.server()
                .warmUp(
                        bench.options().scale().warmUpOfServer().dividedBy(2),
                        (tills, number) -> tills.asking(number, members));
        double earning = references.get(References.HTTP_EARN) * HALF;
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<Traffic.Result> earned = beside.submit(() -> HttpEarning.atRate(bench, earning));
            Traffic.Result asked = ask(bench);
            double earnedPerSecond = earned.get().perSecond();

            Future<Double> posted = beside.submit(() -> BatchPosting.uniform(bench));
            Traffic.Result askedBesideBatches = ask(bench);
            double postedPerSecond = posted.get();
            return List.of(
                    Figure.of("purchases over HTTP while balances are asked", earnedPerSecond, "1/s"),
                    Figure.of("HTTP balance by card beside them, p50", asked.milliseconds(50), "ms"),
                    Figure.of("HTTP balance by card beside them, p99", asked.milliseconds(99), "ms"),
                    Figure.of("postings to the full ledger while balances are asked", postedPerSecond, "1/s"),
                    Figure.of(
                            "HTTP balance by card beside batch posting, p50",
                            askedBesideBatches.milliseconds(50),
                            "ms"),
                    Figure.atMost(
                            "HTTP balance by card beside batch posting, p99",
                            askedBesideBatches.milliseconds(99),
                            "ms",
                            P99_MILLISECONDS));
        }
    }

    @Override
    public Duration takes(Options options) {
        return options.each().multipliedBy(2);
    }

    private static Traffic.Result ask(Bench bench) throws Exception {
        int members = bench.server().members();
        try (Traffic traffic = bench.server().traffic(CONNECTIONS, (tills, number) -> tills.asking(number, members))) {
            return traffic.open(
                    PER_SECOND, bench.options().warmUp(), bench.options().measured());
        }
    }
}
