package eu.kontor.benchmarks;

import eu.kontor.ledger.application.GatheringQueue;
import eu.kontor.ledger.application.Poster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Single calls of many callers, gathered into batches by the queue; and what the queue adds when nobody else calls. */
final class GatheredPosting implements Measurement {

    private static final int CALLERS = 64;
    private static final double FLOOR = 3;
    private static final int IDLE_CALLS = 400;
    private static final double ADDED_DELAY_MILLISECONDS = 5;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        List<Figure> figures = new ArrayList<>();
        GatheringQueue queue = new GatheringQueue(bench.poster(), bench.transactions(), Thread::new);
        try {
            double rate = Rate.of(bench.options(), CALLERS, number -> {
                Load load = Load.uniform(bench.today(), new SplittableRandom(number));
                return () -> {
                    queue.submit(load.purchase()).toCompletableFuture().get();
                    return 1;
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

    private static List<Figure> whenIdle(Bench bench, GatheringQueue queue) throws Exception {
        Load load = Load.uniform(bench.today(), new SplittableRandom(1));
        Poster poster = bench.poster();
        double direct = p99Milliseconds(() -> poster.post(load.batch(1)).size());
        double queued = p99Milliseconds(
                () -> queue.submit(load.purchase()).toCompletableFuture().get().hashCode());
        return List.of(
                Figure.of("one call, no queue, p99", direct, "ms"),
                Figure.atMost(
                        "delay added by the queue when idle, p99", queued - direct, "ms", ADDED_DELAY_MILLISECONDS));
    }

    private static double p99Milliseconds(Rate.Work call) throws Exception {
        long[] nanos = new long[IDLE_CALLS];
        for (int i = 0; i < IDLE_CALLS; i++) {
            long start = System.nanoTime();
            call.once();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[IDLE_CALLS * 99 / 100] / NANOS_PER_MILLISECOND;
    }
}
