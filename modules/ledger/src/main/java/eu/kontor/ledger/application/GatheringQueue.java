package eu.kontor.ledger.application;

import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingQueue;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Transactions;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A bounded queue and the posters that empty it. A poster takes whatever waits, up to a batch, posts it in one transaction
 * and completes every caller. While nobody else calls, a posting is taken at once; under load batches grow by themselves,
 * because callers arrive while the posters are busy.
 */
@ApplicationScoped
public class GatheringQueue implements PostingQueue {

    /** One batch is being decided while the other waits for the disk; a third brought nothing on two cores. */
    private static final int POSTERS = 2;

    /** Past some hundreds a batch gets hardly cheaper per item, only slower for the first in it. */
    static final int BATCH_ITEMS = 256;

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

    private BlockingQueue<Waiting<?>> queue;
    private final List<Thread> posters = new ArrayList<>();
    private volatile boolean stopping;
    private Ledger ledger;
    private Transactions transactions;

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

    protected GatheringQueue() {}

    @Override
    public CompletionStage<Outcome> submit(Posting posting) {
        return submit(posting, Gathered.READY);
    }

    @Override
    public <T> CompletionStage<Outcome> submit(T item, Preparation<T> preparation) {
        startOnce();
        Waiting<T> waiting = new Waiting<>(item, preparation, new CompletableFuture<>());
        if (stopping || !queue.offer(waiting)) {
            return CompletableFuture.completedStage(overloaded());
        }
        return waiting.answer();
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
            while (posters.size() < POSTERS && !stopping) {
                Thread poster = factory.newThread(this::postUntilStopped);
                poster.setName("ledger-poster-" + (posters.size() + 1));
                poster.start();
                posters.add(poster);
            }
        }
    }

    private void postUntilStopped() {
        List<Waiting<?>> batch = new ArrayList<>(BATCH_ITEMS);
        try {
            while (!stopping || !queue.isEmpty()) {
                Waiting<?> first = queue.poll(IDLE_MILLISECONDS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH_ITEMS - 1);
                    post(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void post(List<Waiting<?>> batch) {
        try {
            Gathered gathered = new Gathered();
            batch.forEach(waiting -> waiting.joins(gathered));
            List<Outcome> outcomes = transactions.asPoster(unit -> gathered.post(ledger));
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(outcomes.get(i));
            }
        } catch (DatabaseFailure e) {
            if (batch.size() > 1 && concernsSingleItems(e)) {
                batch.forEach(waiting -> post(List.of(waiting)));
            } else {
                fail(batch, e);
            }
        } catch (RuntimeException | Error e) {
            // A poster that ended here would leave its callers waiting, and all who come after them.
            fail(batch, e);
        }
    }

    private static boolean concernsSingleItems(DatabaseFailure failure) {
        return failure.sqlState() != null && ITEM_STATES.stream().anyMatch(failure.sqlState()::startsWith);
    }

    private static void fail(List<Waiting<?>> batch, Throwable failure) {
        batch.forEach(waiting -> waiting.answer().completeExceptionally(failure));
    }

    /** Answers what is waiting, takes nothing new. */
    @PreDestroy
    public void stop() {
        stopping = true;
        try {
            for (Thread poster : posters) {
                poster.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Waiting<?>> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(waiting -> waiting.answer().complete(overloaded()));
    }

    private record Waiting<T>(T item, Preparation<T> preparation, CompletableFuture<Outcome> answer) {

        void joins(Gathered gathered) {
            gathered.add(item, preparation);
        }
    }
}
