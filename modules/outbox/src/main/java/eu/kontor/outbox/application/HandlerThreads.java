package eu.kontor.outbox.application;

import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Transactions.Work;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs handlers on threads of their own, few at once and none for ever. One whose time is over is interrupted; if that does not help,
 * the connection of its transaction is cut, with which the database forgets its locks. As long as its thread lives it counts among the
 * few, so that handlers that hang do not gather.
 */
final class HandlerThreads {

    /** For a handler that was interrupted to let go by itself. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(HandlerThreads.class);

    private final ThreadFactory threads;
    private final Semaphore free;
    private final Duration limit;

    HandlerThreads(ThreadFactory threads, int atOnce, Duration limit) {
        this.threads = threads;
        this.free = new Semaphore(atOnce, true);
        this.limit = limit;
    }

    /** Of what runs here. */
    Duration limit() {
        return limit.plus(GRACE);
    }

    /**
     * Waits for its turn, and then for the outcome.
     *
     * @param work is to open its transactions through the line that it is given
     * @throws OutOfTime when it did not end in time
     */
    <T> T run(Function<Line, T> work) {
        Line line = new Line();
        try {
            free.acquire();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        FutureTask<T> task = new FutureTask<>(() -> {
            try {
                return work.apply(line);
            } finally {
                free.release();
            }
        });
        Thread thread = threads.newThread(task);
        thread.start();
        try {
            return outcome(task, thread, line);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private <T> T outcome(FutureTask<T> task, Thread thread, Line line)
            throws InterruptedException, ExecutionException {
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            thread.interrupt();
        }
        try {
            return task.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException deaf) {
            line.cut();
            throw new OutOfTime(limit);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("the delivery was interrupted; it goes on later", e);
    }

    /** To the database, as long as a transaction's work is under way on it. */
    static final class Line {
        private UnitOfWork open;

        /** The same work, which can be cut off. */
        <T> Work<T> through(Work<T> work) {
            return unit -> {
                hold(unit);
                try {
                    return work.run(unit);
                } finally {
                    hold(null);
                }
            };
        }

        private synchronized void hold(UnitOfWork unit) {
            open = unit;
        }

        private synchronized void cut() {
            if (open == null) {
                return;
            }
            try {
                open.connection().abort(Runnable::run);
            } catch (SQLException e) {
                LOG.warn("a handler's connection could not be cut", new DatabaseFailure(e));
            }
        }
    }

    /** A handler did not end in time. */
    static final class OutOfTime extends RuntimeException {
        private OutOfTime(Duration limit) {
            super("not handled within " + limit.toSeconds() + " seconds");
        }
    }
}
