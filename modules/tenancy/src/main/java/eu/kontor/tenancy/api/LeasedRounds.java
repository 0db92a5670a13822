package eu.kontor.tenancy.api;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * What the servers do in the background again and again, until they end; to be begun at {@link MigrationsDone}. A piece of work has a
 * name, and the one server that holds the lease of that name does it. It keeps the lease as long as it lives; when it ends it gives it
 * back, and when it dies another server takes over within the lease's span. A round that fails is logged, and the next one begins as
 * if it had not been.
 *
 * <p>A server that was cut off from the database may still be in a round that another one has begun again: a round is to be such that its
 * transactions do nothing twice.
 */
public interface LeasedRounds {

    /**
     * @param name of the lease, and of the work in the log
     * @param first after which this server asks for the lease
     */
    default void begin(String name, Duration first, Duration pause, Runnable round) {
        begin(name, first, pause, round, () -> {});
    }

    /** @param whenLost what is to be closed when another server has, or may have, taken over */
    default void begin(String name, Duration first, Duration pause, Runnable round, Runnable whenLost) {
        begin(new Work(name, first, pause, pacedBy(pause, round), whenLost));
    }

    /** @param round answers how long to wait for the next one; when it fails, the wait is {@code first} */
    default void begin(String name, Duration first, Supplier<Duration> round) {
        begin(new Work(name, first, first, round, () -> {}));
    }

    void begin(Work work);

    /** The same without a lease, on every server: for rounds that look for what has leases of its own. */
    default void beginEverywhere(String name, Duration first, Duration pause, Runnable round) {
        beginEverywhere(new Work(name, first, pause, pacedBy(pause, round), () -> {}));
    }

    void beginEverywhere(Work work);

    /**
     * One piece of work; {@code round} and {@code whenLost} run on one thread.
     *
     * @param afterFailure how long to wait after a round that failed
     */
    record Work(String name, Duration first, Duration afterFailure, Supplier<Duration> round, Runnable whenLost) {}

    private static Supplier<Duration> pacedBy(Duration pause, Runnable round) {
        return () -> {
            round.run();
            return pause;
        };
    }
}
