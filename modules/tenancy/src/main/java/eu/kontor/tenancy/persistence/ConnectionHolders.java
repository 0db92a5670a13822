package eu.kontor.tenancy.persistence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Who has a connection, and since when. A pool that has none left says only that; what it takes to mend it is where those are who do not
 * give theirs back.
 */
final class ConnectionHolders {

    private static final long TOLD_AT_MOST_EVERY = TimeUnit.MINUTES.toNanos(1);
    private static final int OLDEST = 3;
    private static final int FRAMES = 40;

    private final Map<Thread, Held> held = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private final AtomicLong told;

    private record Held(Object work, long since) {}

    ConnectionHolders(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.told = new AtomicLong(nanoTime.getAsLong() - TOLD_AT_MOST_EVERY);
    }

    /** @param work what it is wanted for, to be read by people */
    void took(Object work) {
        held.put(Thread.currentThread(), new Held(work, nanoTime.getAsLong()));
    }

    void gaveBack() {
        held.remove(Thread.currentThread());
    }

    /** True for one caller a minute: the text is long. */
    boolean isToBeTold() {
        long last = told.get();
        long now = nanoTime.getAsLong();
        return now - last >= TOLD_AT_MOST_EVERY && told.compareAndSet(last, now);
    }

    /** Those who have had theirs for longest, with the place where each of them is. */
    String oldest() {
        long now = nanoTime.getAsLong();
        return held.size() + " connections are in use. "
                + held.entrySet().stream()
                        .sorted(Comparator.comparingLong(
                                entry -> entry.getValue().since()))
                        .limit(OLDEST)
                        .map(entry -> place(entry.getKey(), entry.getValue(), now))
                        .collect(Collectors.joining("\n"));
    }

    private static String place(Thread thread, Held held, long now) {
        return thread.getName() + " has had one for "
                + TimeUnit.NANOSECONDS.toMillis(now - held.since()) + " ms as " + held.work() + ", "
                + thread.getState() + ":\n"
                + Arrays.stream(thread.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> "  " + frame)
                        .collect(Collectors.joining("\n"));
    }
}
