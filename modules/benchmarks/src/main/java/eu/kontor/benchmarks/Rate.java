package eu.kontor.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/** How often workers finish something per second, after a time to warm up. */
final class Rate {

    private static final double NANOS_PER_SECOND = 1e9;

    private Rate() {}

    /** What a worker does again and again. */
    interface Work {

        /** @return how many things were done */
        long once() throws Exception;

        /** Called once, when nothing more is to be done. */
        default void end() throws Exception {}
    }

    /** Makes the work of one worker, with its own connection and random numbers. */
    interface Worker {
        Work prepare(int number) throws Exception;
    }

    /** @return things done per second by all workers together */
    static double of(Options options, int workers, Worker worker) throws Exception {
        return of(options.warmUp(), options.measured(), workers, worker);
    }

    static double of(Duration warmUp, Duration measured, int workers, Worker worker) throws Exception {
        LongAdder done = new LongAdder();
        long start = System.nanoTime();
        long warm = start + warmUp.toNanos();
        long end = warm + measured.toNanos();
        List<Work> works = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int number = 0; number < workers; number++) {
                Work work = worker.prepare(number);
                works.add(work);
                running.add(threads.submit(until(work, warm, end, done)));
            }
            for (Future<Boolean> each : running) {
                each.get();
            }
        }
        for (Work work : works) {
            work.end();
        }
        return done.sum() / ((end - warm) / NANOS_PER_SECOND);
    }

    private static Callable<Boolean> until(Work work, long warm, long end, LongAdder done) {
        return () -> {
            long now = System.nanoTime();
            while (now < end) {
                long items = work.once();
                now = System.nanoTime();
                if (now >= warm && now < end) {
                    done.add(items);
                }
            }
            return true;
        };
    }
}
