package eu.kontor.tenancy.application;

import eu.kontor.tenancy.api.LeasedRounds.Work;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One piece of work on its thread: asks whether it may, does a round, waits; until it is stopped. */
final class RepeatedWork {

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedWork.class);

    private final Work work;
    private final Predicate<RepeatedWork> mayBegin;
    private final Duration askAgain;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread;
    private long heldUntilNanos = System.nanoTime();
    private boolean isInRound;
    private boolean wasHeld;

    RepeatedWork(Work work, Predicate<RepeatedWork> mayBegin, Duration askAgain) {
        this.work = work;
        this.mayBegin = mayBegin;
        this.askAgain = askAgain;
    }

    String name() {
        return work.name();
    }

    void start(ThreadFactory threads) {
        thread = threads.newThread(this::run);
        thread.start();
    }

    synchronized boolean isHeld() {
        return heldUntilNanos - System.nanoTime() > 0;
    }

    synchronized void heldUntil(long nanos) {
        heldUntilNanos = nanos;
    }

    /** Only what holds a lease can lose it. */
    synchronized void interruptIfLost() {
        if (isInRound && wasHeld && !isHeld()) {
            thread.interrupt();
        }
    }

    void stop() {
        stopped.countDown();
    }

    void join(Duration atMost) {
        try {
            thread.join(atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean hasEnded() {
        return !thread.isAlive();
    }

    private void run() {
        Duration pause = work.first();
        while (!isStoppedWithin(pause)) {
            pause = mayBegin.test(this) ? round() : idle();
        }
    }

    private Duration round() {
        enter(true);
        try {
            return work.round().get();
        } catch (RuntimeException e) {
            if (stopped.getCount() > 0) {
                LOG.warn(
                        "{} failed and is tried again in {} ms",
                        name(),
                        work.afterFailure().toMillis(),
                        e);
            }
            return work.afterFailure();
        } finally {
            enter(false);
        }
    }

    private synchronized void enter(boolean isInRound) {
        this.isInRound = isInRound;
        if (isInRound) {
            wasHeld = isHeld();
        }
    }

    private Duration idle() {
        if (wasHeld) {
            wasHeld = false;
            LOG.info("{}: no longer done here", name());
            work.whenLost().run();
        }
        return askAgain;
    }

    /** An interruption is meant for the round, which has ended. */
    private boolean isStoppedWithin(Duration pause) {
        Thread.interrupted();
        try {
            return stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return stopped.getCount() == 0;
        }
    }
}
