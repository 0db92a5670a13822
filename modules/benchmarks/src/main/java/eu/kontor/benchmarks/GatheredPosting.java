package eu.kontor.benchmarks;

import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingQueue.Prepared;
import eu.kontor.ledger.application.GatheringQueue;
import eu.kontor.ledger.application.Poster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Single calls of many callers, gathered into batches by the queue; and what the queue adds when nobody else calls. */
final class GatheredPosting implements Measurement {

    private static final int CALLERS = 64;
    private static final double FLOOR = 3;
    private static final double ADDED_DELAY_MILLISECONDS = 5;
    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final double LAST_OF_HUNDRED = 99;
    private static final int DIGITS = 3;

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        List<Figure> figures = new ArrayList<>();
        GatheringQueue queue = new GatheringQueue(bench.poster(), bench.transactions(), Thread::new);
        try {
            double rate = Rate.of(bench.options(), CALLERS, number -> {
                Load load = Load.uniform(bench.today(), new SplittableRandom(number));
                return () -> {
                    return BatchPosting.posted(List.of(
                            queue.submit(load.purchase()).toCompletableFuture().get()));
                };
            });
            figures.add(Figure.of("single calls gathered, " + CALLERS + " callers", rate, "1/s"));
            figures.add(Figure.atLeast("single calls gathered", rate / references.get(References.R1), "× R1", FLOOR));
            figures.addAll(whenIdle(bench, queue));
        } finally {
            queue.stop();
        }
        return figures;
    }

    @Override
    public Duration takes(Options options) {
        return options.each().multipliedBy(2);
    }

    /**
     * Direct and gathered calls by turns, both as the caller hears them: what the queue adds is the way to a poster and the way of the
     * answer back. The first is also measured alone, in each call, and so owes nothing to how long the disk took in another.
     */
    private static List<Figure> whenIdle(Bench bench, GatheringQueue queue) throws Exception {
        Load load = Load.uniform(bench.today(), new SplittableRandom(1));
        Poster poster = bench.poster();
        Histogram direct = new Histogram(DIGITS);
        Histogram gathered = new Histogram(DIGITS);
        Histogram waited = new Histogram(DIGITS);
        long end = System.nanoTime() + bench.options().measured().toNanos();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            BatchPosting.posted(poster.post(load.batch(1)));
            direct.recordValue(System.nanoTime() - start);

            Posting purchase = load.purchase();
            long[] taken = new long[1];
            start = System.nanoTime();
            Outcome outcome = queue.submit(purchase, items -> {
                        taken[0] = System.nanoTime();
                        return List.<Prepared>of(new Prepared.Ready(items.getFirst()));
                    })
                    .toCompletableFuture()
                    .get(1, TimeUnit.MINUTES);
            gathered.recordValue(System.nanoTime() - start);
            BatchPosting.posted(List.of(outcome));
            waited.recordValue(taken[0] - start);
        }
        return List.of(
                Figure.of("one call, direct, p99", milliseconds(direct), "ms"),
                Figure.of("one call, gathered, p99", milliseconds(gathered), "ms"),
                Figure.of("of it until a poster takes it, p99", milliseconds(waited), "ms"),
                Figure.atMost(
                        "delay added by the queue when idle, p99 less p99",
                        milliseconds(gathered) - milliseconds(direct),
                        "ms",
                        ADDED_DELAY_MILLISECONDS));
    }

    private static double milliseconds(Histogram nanos) {
        return nanos.getValueAtPercentile(LAST_OF_HUNDRED) / NANOS_PER_MILLISECOND;
    }
}
