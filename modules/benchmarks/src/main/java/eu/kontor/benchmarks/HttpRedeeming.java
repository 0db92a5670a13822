package eu.kontor.benchmarks;

import eu.kontor.benchmarks.http.Traffic;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.application.Poster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** A redemption over HTTP: points are authorized, the answer is read, then they are captured. Both together count one. */
final class HttpRedeeming implements Measurement {

    private static final int[] CONNECTIONS = {64, 256};
    private static final double FLOOR = 0.5;

    /** Who redeems: enough that two hardly ever redeem of one member at once. */
    private static final int MEMBERS_WITH_POINTS = 20_000;

    private static final Points POINTS = Points.of(1_000_000);

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        givePoints(bench);
        bench.server()
                .warmUp(
                        bench.options().scale().warmUpOfServer().dividedBy(2),
                        (tills, number) -> tills.redeeming(number, MEMBERS_WITH_POINTS));
        List<Figure> figures = new ArrayList<>();
        double best = 0;
        for (int connections : CONNECTIONS) {
            Traffic.Result result = redeem(bench, connections);
            String of = "HTTP authorize + capture, " + connections + " connections";
            figures.add(Figure.of(of, result.perSecond(), "1/s"));
            figures.add(Figure.of(of + ", p99 of each", result.milliseconds(99), "ms"));
            best = Math.max(best, result.perSecond());
        }
        figures.add(Figure.atLeast("HTTP authorize + capture", best / references.get(References.R1), "× R1", FLOOR));
        return figures;
    }

    @Override
    public Duration takes(Options options) {
        return options.each().multipliedBy(CONNECTIONS.length);
    }

    private static Traffic.Result redeem(Bench bench, int connections) throws Exception {
        try (Traffic traffic =
                bench.server().traffic(connections, (tills, number) -> tills.redeeming(number, MEMBERS_WITH_POINTS))) {
            return traffic.closed(bench.options().warmUp(), bench.options().measured());
        }
    }

    private static void givePoints(Bench bench) throws Exception {
        bench.server();
        try (LedgerDatabase ledger = bench.ledgerOfServer()) {
            Poster poster = ledger.poster();
            for (long first = 1; first <= MEMBERS_WITH_POINTS; first += Ledger.MAX_BATCH) {
                poster.post(LongStream.range(first, first + Ledger.MAX_BATCH)
                        .<Posting>mapToObj(member -> Load.opening(bench.today(), new MemberId(member), POINTS))
                        .toList());
            }
        }
    }
}
