package eu.kontor.ledger.application;

import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingQueue;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A bounded queue and the posters that empty it. A poster takes whatever waits, up to a batch, posts it in one transaction
 * and hands the outcomes to threads that answer the callers. While nobody else calls, a posting is taken at once; while many
 * call, a poster lets some more gather first, because a batch costs the database nearly the same with one item as with thirty.
 */
@Service
public class GatheringQueue implements PostingQueue {

    /** One batch is being decided while the other waits for the disk; a third brought nothing on two cores. */
    private static final int POSTERS = 2;

    /** Past some hundreds a batch gets hardly cheaper per item, only slower for the first in it. */
    static final int BATCH_ITEMS = 256;

    /** After a batch of so many the next ones gather: several call at once. */
    private static final int BUSY_ITEMS = 4;

    /** So many are worth a transaction. */
    private static final int WORTHWHILE_ITEMS = 16;

    /** How long the first of a batch waits for others at most. */
    private static final long GATHERING_NANOS = 4_000_000;

    /** Callers of one batch that one thread answers, one after the other. */
    private static final int ANSWERED_TOGETHER = 32;

    /** A fifth of a second of work at ten thousand postings a second: who would wait longer is better told to come back. */
    static final int QUEUE_ITEMS = 2_048;

    private static final String QUEUE_SETTING = "kontor.posting.queue";

    /** When an overloaded caller may try again. */
    private static final int RETRY_AFTER_SECONDS = 1;

    /** How long a poster waits for work before it looks whether it shall stop. */
    private static final long IDLE_MILLISECONDS = 200;

    private static final int STOP_SECONDS = 10;

    /** SQL states that concern single items or their meeting others, not the database as a whole: worth posting one by one. */
    private static final List<String> ITEM_STATES = List.of("22", "23", "40");

    private final BlockingQueue<Waiting<?>> queue;
    private final List<Thread> posters = new ArrayList<>();
    private final Lock taking = new ReentrantLock();
    private boolean isBusy;
    private volatile Thread gatherer;
    private ExecutorService answering;
    private volatile boolean stopping;
    private final Ledger ledger;
    private final Transactions transactions;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory managedThreads;

    private ThreadFactory threads;

    /** @param queueItems how many may wait; {@value #QUEUE_ITEMS} unless set otherwise */
    @Inject
    public GatheringQueue(
            Ledger ledger,
            Transactions transactions,
            @ConfigProperty(name = QUEUE_SETTING, defaultValue = "" + QUEUE_ITEMS) int queueItems) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.queue = new ArrayBlockingQueue<>(queueItems);
    }

    /** Outside a container. */
    public GatheringQueue(Ledger ledger, Transactions transactions, ThreadFactory threads) {
        this(ledger, transactions, QUEUE_ITEMS);
        this.threads = threads;
    }

    @Override
    public CompletionStage<Outcome> submit(Posting posting) {
        return submit(posting, Gathered.READY);
    }

    @Override
    public <T> CompletionStage<Outcome> submit(T item, Preparation<T> preparation) {
        startOnce();
        Waiting<T> waiting = new Waiting<>(item, preparation, new CompletableFuture<>());
        if (stopping || !queue.offer(waiting) || isTooLate(waiting)) {
            return CompletableFuture.completedStage(overloaded());
        }
        Thread asleep = gatherer;
        if (asleep != null && isWorthwhile()) {
            LockSupport.unpark(asleep);
        }
        return waiting.answer();
    }

    /** Whether it came when the queue was being emptied for the last time, and nobody took it. */
    private boolean isTooLate(Waiting<?> waiting) {
        return stopping && queue.remove(waiting);
    }

    private static Outcome overloaded() {
        return new Outcome.Refused(RefusalCode.OVERLOADED, Map.of("seconds", RETRY_AFTER_SECONDS), false);
    }

    private void startOnce() {
        if (!posters.isEmpty()) {
            return;
        }
        synchronized (posters) {
            ThreadFactory factory = threads != null ? threads : managedThreads;
            answering = answering == null ? Executors.newFixedThreadPool(POSTERS, factory) : answering;
            while (posters.size() < POSTERS && !stopping) {
                Thread poster = factory.newThread(this::postUntilStopped);
                poster.setName("ledger-poster-" + (posters.size() + 1));
                poster.start();
                posters.add(poster);
            }
        }
    }

    private void postUntilStopped() {
        try {
            while (!stopping || !queue.isEmpty()) {
                List<Waiting<?>> batch = take();
                if (!batch.isEmpty()) {
                    post(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One poster after the other: what gathers is for one batch. Empty when nobody called for a while. */
    private List<Waiting<?>> take() throws InterruptedException {
        taking.lockInterruptibly();
        try {
            Waiting<?> first = queue.poll(IDLE_MILLISECONDS, TimeUnit.MILLISECONDS);
            if (first == null) {
                return List.of();
            }
            if (isBusy) {
                letGather();
            }
            List<Waiting<?>> batch = new ArrayList<>(WORTHWHILE_ITEMS);
            batch.add(first);
            queue.drainTo(batch, BATCH_ITEMS - 1);
            isBusy = batch.size() >= BUSY_ITEMS;
            return batch;
        } finally {
            taking.unlock();
        }
    }

    /** Sleeps until a caller sees that there are enough: to look every now and then would push aside those who call. */
    private void letGather() {
        long until = System.nanoTime() + GATHERING_NANOS;
        gatherer = Thread.currentThread();
        for (long left = GATHERING_NANOS; left > 0 && !isWorthwhile() && !stopping; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        gatherer = null;
    }

    private boolean isWorthwhile() {
        return queue.size() >= WORTHWHILE_ITEMS - 1;
    }

    private void post(List<Waiting<?>> batch) {
        try {
            Gathered gathered = new Gathered();
            batch.forEach(waiting -> waiting.joins(gathered));
            List<Outcome> outcomes = transactions.asPoster(unit -> gathered.post(ledger));
            answer(batch, (waiting, place) -> waiting.answer().complete(outcomes.get(place)));
        } catch (RuntimeException | Error e) {
            // A poster that ended here would leave its callers waiting, and all who come after them.
            if (batch.size() > 1 && mayConcernOneItem(e)) {
                batch.forEach(waiting -> post(List.of(waiting)));
            } else {
                answer(batch, (waiting, _) -> waiting.answer().completeExceptionally(e));
            }
        }
    }

    /** What is wrong with one item must not fail the calls of others. */
    private static boolean mayConcernOneItem(Throwable failure) {
        return switch (failure) {
            case DatabaseFailure database ->
                database.sqlState() != null && ITEM_STATES.stream().anyMatch(database.sqlState()::startsWith);
            case RuntimeException _ -> true;
            default -> false;
        };
    }

    /** Off the posters' threads: what a caller does with its answer keeps nobody else from being posted. */
    private void answer(List<Waiting<?>> batch, Answering each) {
        for (int first = 0; first < batch.size(); first += ANSWERED_TOGETHER) {
            int from = first;
            int to = Math.min(batch.size(), first + ANSWERED_TOGETHER);
            answering.execute(() -> {
                for (int place = from; place < to; place++) {
                    each.answer(batch.get(place), place);
                }
            });
        }
    }

    private interface Answering {
        void answer(Waiting<?> waiting, int place);
    }

    /** Answers what is waiting, takes nothing new. */
    @PreDestroy
    public void stop() {
        stopping = true;
        try {
            for (Thread poster : posters) {
                poster.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            }
            List<Waiting<?>> left = new ArrayList<>();
            queue.drainTo(left);
            left.forEach(waiting -> waiting.answer().complete(overloaded()));
            if (answering != null) {
                answering.shutdown();
                answering.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Waiting<T>(T item, Preparation<T> preparation, CompletableFuture<Outcome> answer) {

        void joins(Gathered gathered) {
            gathered.add(item, preparation);
        }
    }
}
