package eu.kontor.benchmarks;

import eu.kontor.benchmarks.http.Traffic;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a card holds, asked over HTTP while tills earn at half of the best rate. */
final class HttpAsking implements Measurement {

    private static final int CONNECTIONS = 16;
    private static final double PER_SECOND = 200;
    private static final double P99_MILLISECONDS = 20;
    private static final double HALF = 0.5;

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        bench.server();
        double earning = references.get(References.HTTP_EARN) * HALF;
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            Future<Traffic.Result> earned = beside.submit(() -> HttpEarning.atRate(bench, earning));
            Traffic.Result asked = ask(bench);
            double earnedPerSecond = earned.get().perSecond();
            return List.of(
                    Figure.of("purchases per second while balances are asked", earnedPerSecond, "1/s"),
                    Figure.of("HTTP balance by card, p50", asked.milliseconds(50), "ms"),
                    Figure.atMost(
                            "HTTP balance by card while tills earn, p99",
                            asked.milliseconds(99),
                            "ms",
                            P99_MILLISECONDS));
        }
    }

    static Traffic.Result ask(Bench bench) throws Exception {
        int members = bench.server().members();
        try (Traffic traffic = bench.server().traffic(CONNECTIONS, (tills, number) -> tills.asking(number, members))) {
            return traffic.open(
                    PER_SECOND, bench.options().warmUp(), bench.options().measured());
        }
    }
}
