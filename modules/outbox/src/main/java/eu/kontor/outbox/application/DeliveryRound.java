package eu.kontor.outbox.application;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What was begun together, and what became of it. */
final class DeliveryRound {

    private final AtomicInteger delivered = new AtomicInteger();
    private final AtomicBoolean isFreed = new AtomicBoolean();
    private final Queue<Thread> workers = new ConcurrentLinkedQueue<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    void start(ThreadFactory threads, Runnable work) {
        Thread worker = threads.newThread(work);
        workers.add(worker);
        worker.start();
    }

    void delivered(int messages) {
        delivered.addAndGet(messages);
    }

    /** A message was set aside: what waited behind it may go on. */
    void freed() {
        isFreed.set(true);
    }

    /** Once it has ended: whether another round finds something to do. */
    boolean isWorthAnother() {
        return delivered.get() > 0 || isFreed.get();
    }

    void failed(RuntimeException failure) {
        failures.add(failure);
    }

    /** @return how many messages were delivered, once everything has ended */
    int await() {
        try {
            for (Thread worker = workers.poll(); worker != null; worker = workers.poll()) {
                worker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the delivery goes on without being waited for", e);
        }
        if (!failures.isEmpty()) {
            throw failures.peek();
        }
        return delivered.get();
    }
}
