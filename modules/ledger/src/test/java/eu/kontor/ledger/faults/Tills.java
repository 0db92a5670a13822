package eu.kontor.ledger.faults;

import eu.kontor.kernel.MemberId;
import eu.kontor.ledger.testing.TestLedger;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many tills at work on few members, until they are told to close; then each of them gets its last answers first. */
final class Tills {

    private static final int TILLS = 8;
    private static final int MEMBERS = 40;

    private final List<Till> tills;
    private final ExecutorService threads = Executors.newFixedThreadPool(TILLS);
    private List<Future<?>> work = List.of();
    private volatile boolean isClosing;

    Tills(FaultyLedger ledger, long seed) {
        List<MemberId> members =
                Stream.generate(TestLedger::newMember).limit(MEMBERS).toList();
        tills = IntStream.range(0, TILLS)
                .mapToObj(i -> new Till("till " + i, seed + i, members, ledger.partners, ledger.queue()))
                .toList();
    }

    static Tills open(FaultyLedger ledger, long seed) {
        Tills tills = new Tills(ledger, seed);
        tills.work = tills.tills.stream()
                .<Future<?>>map(till -> tills.threads.submit(() -> tills.work(till)))
                .toList();
        return tills;
    }

    private Void work(Till till) throws InterruptedException {
        while (!isClosing) {
            till.serve();
        }
        return null;
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
