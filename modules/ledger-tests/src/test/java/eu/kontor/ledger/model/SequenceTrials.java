package eu.kontor.ledger.model;

import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;

/** Sequences one after the other on one database, which each of them finds empty. */
public final class SequenceTrials implements AutoCloseable {

    /** Whoever waits for a commit on disk waits most of the time, and what is compared here does not depend on it. */
    private static final String DO_NOT_WAIT_FOR_THE_DISK = "alter database kontor set synchronous_commit = off";

    private static final int RACING = 3;

    private final ExecutorService threads = Executors.newFixedThreadPool(RACING);
    private final StoredLedger stored;
    private final CheckedLedger ledger;

    public SequenceTrials(KontorDatabase database) throws Exception {
        try (Connection superuser = database.superuser()) {
            superuser.createStatement().execute(DO_NOT_WAIT_FOR_THE_DISK);
        }
        stored = new StoredLedger(database);
        ledger = new CheckedLedger(database);
    }

    /**
     * @param seed of the first sequence; the next ones have the next numbers
     * @return what the first failure was: its seed, the shortest sequence found, and how it failed
     */
    public Optional<String> firstFailure(long seed, int sequences) {
        return firstFailure(seed, sequences, each -> new CommandSequences(each).next());
    }

    /** The same with goodwill among the commands. */
    Optional<String> firstFailureWithGoodwill(long seed, int sequences) {
        return firstFailure(seed, sequences, each -> new CommandSequences(each).nextWithGoodwill());
    }

    /** And with accounts that are merged and part again. */
    Optional<String> firstFailureWithMerges(long seed, int sequences) {
        return firstFailure(seed, sequences, each -> new CommandSequences(each).nextWithMerges());
    }

    private Optional<String> firstFailure(long seed, int sequences, LongFunction<List<Command>> sequence) {
        for (long each = seed; each < seed + sequences; each++) {
            List<Command> commands = sequence.apply(each);
            Optional<Throwable> failure = failure(commands);
            if (failure.isPresent()) {
                return Optional.of(told(each, commands, failure.get()));
            }
        }
        return Optional.empty();
    }

    private String told(long seed, List<Command> commands, Throwable failure) {
        List<Command> shortest = new Shortening(fewer -> failure(fewer).isPresent()).shortestOf(commands);
        StringBuilder text = new StringBuilder("seed " + seed + ", shortened from " + commands.size() + " commands:");
        shortest.forEach(
                command -> text.append(System.lineSeparator()).append("  ").append(command));
        return text.append(System.lineSeparator())
                .append(failure(shortest).orElse(failure))
                .toString();
    }

    private Optional<Throwable> failure(List<Command> commands) {
        try {
            new SequenceRun(ledger, stored, threads).run(commands);
            return Optional.empty();
        } catch (Exception | AssertionError e) {
            return Optional.of(e);
        }
    }

    @Override
    public void close() throws SQLException {
        threads.shutdown();
        stored.close();
    }
}
