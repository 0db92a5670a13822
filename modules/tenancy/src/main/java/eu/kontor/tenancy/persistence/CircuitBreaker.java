package eu.kontor.tenancy.persistence;

import eu.kontor.tenancy.api.DatabaseFailure;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Turns callers away at once while the database answers nobody, so that they do not queue up behind each other's time limits until no
 * thread is left. The door closes when several calls in a row failed for a reason that passes and none succeeded in between; then one
 * caller at a time tries (or one a second, if that one does not come back), and the first success opens it for all.
 */
final class CircuitBreaker {

    /** More than the posters that one locked member can fail at the same moment. */
    static final int FAILURES_IN_A_ROW = 4;

    /** Of a try that is still under way: it may wait for its own time limit. */
    private static final long BETWEEN_TRIES_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** After a try that failed: soon enough that a database that came back is noticed at once. */
    private static final long AFTER_FAILURE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LongSupplier nanoTime;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong nextTry;

    /** @param nanoTime as {@link System#nanoTime} */
    CircuitBreaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.nextTry = new AtomicLong(nanoTime.getAsLong());
    }

    /** @throws DatabaseFailure one that passes, when the caller need not try */
    void enter() {
        if (failures.get() >= FAILURES_IN_A_ROW && !mayTry()) {
            throw new DatabaseFailure(new SQLTransientConnectionException("the database answers nobody at the moment"));
        }
    }

    private boolean mayTry() {
        long now = nanoTime.getAsLong();
        long next = nextTry.get();
        return now - next >= 0 && nextTry.compareAndSet(next, now + BETWEEN_TRIES_NANOS);
    }

    /** The database answered, if only that the statement was wrong. */
    void answered() {
        if (failures.get() != 0) {
            failures.set(0);
        }
    }

    void failed(DatabaseFailure failure) {
        if (failure.isPassing()) {
            failures.incrementAndGet();
            nextTry.set(nanoTime.getAsLong() + AFTER_FAILURE_NANOS);
        } else {
            answered();
        }
    }
}
