package eu.kontor.ledger.model;

import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Random sequences on the real ledger and on {@link NaiveLedger}.
 *
 * <p>On demand: {@code -Dkontor.model.sequences=10000} for more of them, and {@code -Dkontor.model.seed=…} with the seed
 * that a failure printed to see it again.
 */
class TheLedgerBehavesLikeANaiveOneTest {

    private static final int SEQUENCES = 500;

    /** Whoever waits for a commit on disk waits most of the time, and what is compared here does not depend on it. */
    private static final String DO_NOT_WAIT_FOR_THE_DISK = "alter database kontor set synchronous_commit = off";

    private static ExecutorService threads;
    private static StoredLedger stored;
    private static CheckedLedger ledger;

    @BeforeContainer
    static void startAnEmptyLedger() throws Exception {
        KontorDatabase database = KontorDatabase.fresh();
        try (Connection superuser = database.superuser()) {
            superuser.createStatement().execute(DO_NOT_WAIT_FOR_THE_DISK);
        }
        threads = Executors.newFixedThreadPool(3);
        stored = new StoredLedger(database);
        ledger = new CheckedLedger(database);
    }

    @AfterContainer
    static void stop() throws Exception {
        threads.shutdown();
        stored.close();
    }

    @Property(
            tries = SEQUENCES,
            generation = GenerationMode.RANDOMIZED,
            edgeCases = EdgeCasesMode.NONE,
            afterFailure = AfterFailureMode.RANDOM_SEED)
    @AddLifecycleHook(OnDemand.class)
    void every_answer_and_every_stored_row_is_what_the_naive_ledger_says(@ForAll("sequences") List<Command> commands)
            throws Exception {
        new SequenceRun(ledger, stored, threads).run(commands);
    }

    @Provide
    Arbitrary<List<Command>> sequences() {
        return CommandSequences.any();
    }
}
