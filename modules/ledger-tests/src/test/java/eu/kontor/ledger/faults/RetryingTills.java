package eu.kontor.ledger.faults;

import eu.kontor.kernel.MemberId;
import eu.kontor.ledger.testing.TestLedger;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many tills at work on few members, until they are told to close; then each of them gets its last answers first. */
final class RetryingTills {

    private static final int TILLS = 8;
    private static final int MEMBERS = 40;
    private static final int BETWEEN_LOOKS_MILLISECONDS = 5;

    private final List<RetryingTill> tills;
    private final ExecutorService threads = Executors.newFixedThreadPool(TILLS);
    private List<Future<?>> work = List.of();
    private final AtomicLong served = new AtomicLong();
    private volatile boolean isClosing;

    RetryingTills(FaultyLedger ledger, long seed) {
        List<MemberId> members =
                Stream.generate(TestLedger::newMember).limit(MEMBERS).toList();
        tills = IntStream.range(0, TILLS)
                .mapToObj(i -> new RetryingTill("till " + i, seed + i, members, ledger.partners, ledger.queue()))
                .toList();
    }

    static RetryingTills open(FaultyLedger ledger, long seed) {
        RetryingTills tills = new RetryingTills(ledger, seed);
        tills.work = tills.tills.stream()
                .<Future<?>>map(till -> tills.threads.submit(() -> tills.work(till)))
                .toList();
        return tills;
    }

    private Void work(RetryingTill till) throws InterruptedException {
        while (!isClosing) {
            served.addAndGet(till.serve());
        }
        return null;
    }

    /** Returns when that many more requests were answered: the database serves, and the tills are at work. */
    void awaitAnswers(int count) throws InterruptedException {
        long enough = served.get() + count;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(RetryingTill.PATIENCE_SECONDS);
        while (served.get() < enough) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("nobody was served for " + RetryingTill.PATIENCE_SECONDS + " s");
            }
            Thread.sleep(BETWEEN_LOOKS_MILLISECONDS);
        }
    }

    /** @return everything that was ever sent, every request answered */
    List<Sent> close() throws InterruptedException, ExecutionException {
        isClosing = true;
        try {
            for (Future<?> till : work) {
                till.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return tills.stream().flatMap(till -> till.sent().stream()).toList();
    }
}
