package eu.kontor.benchmarks.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/**
 * Requests over many kept connections, sent and heard by the calling thread alone: the server shares the processors with it.
 *
 * <p>{@link #closed}: each connection sends as soon as it was answered, which finds the best rate. {@link #open}: requests are
 * due at fixed moments, whatever the server does, and a latency counts from the moment a request was due, also when no connection was
 * free then. So a server that stalls is charged for everyone who would have called meanwhile. What was due while measured is sent and
 * counted, however late its answer comes.
 */
public final class Traffic implements AutoCloseable {

    private static final int MOST_SECONDS = 60;
    private static final int DIGITS = 3;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long SELECT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long NAP_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final Selector selector;
    private final List<Wire> wires = new ArrayList<>();
    private final Deque<Wire> idle = new ArrayDeque<>();
    private final Histogram latencies = new Histogram(TimeUnit.SECONDS.toNanos(MOST_SECONDS), DIGITS);
    private long completed;
    private boolean countsByDue;
    private long warm;
    private long end;
    private long lastAnswer;

    /**
     * @param perSecond units completed while measured; of requests that were due then, also the time that their last answer was late
     * @param latencies in nanoseconds, of single requests
     */
    public record Result(double perSecond, Histogram latencies) {

        public double milliseconds(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** @param tills what each connection says */
    public Traffic(InetSocketAddress server, int connections, IntFunction<Till> tills) throws IOException {
        selector = Selector.open();
        for (int number = 0; number < connections; number++) {
            wires.add(new Wire(server, selector, tills.apply(number)));
        }
        idle.addAll(wires);
    }

    /** Every connection sends as soon as it is answered. */
    public Result closed(Duration warmUp, Duration measured) throws IOException {
        begin(warmUp, measured, false);
        while (System.nanoTime() < end) {
            for (Wire wire = idle.poll(); wire != null; wire = idle.poll()) {
                wire.send(System.nanoTime());
            }
            handle(true);
        }
        return finish();
    }

    /** Requests are due at equal distances. */
    public Result open(double perSecond, Duration warmUp, Duration measured) throws IOException {
        begin(warmUp, measured, true);
        long distance = Math.round(NANOS_PER_SECOND / perSecond);
        long due = System.nanoTime();
        while (due < end) {
            long now = System.nanoTime();
            while (due <= now && due < end && !idle.isEmpty()) {
                idle.poll().send(due);
                due += distance;
            }
            boolean isFar = due - now > SELECT_NANOS || idle.isEmpty();
            if (!handle(isFar)) {
                LockSupport.parkNanos(Math.min(NAP_NANOS, due - now));
            }
            mustBeInTime();
        }
        return finish();
    }

    private void begin(Duration warmUp, Duration measured, boolean byDue) {
        latencies.reset();
        completed = 0;
        countsByDue = byDue;
        warm = System.nanoTime() + warmUp.toNanos();
        end = warm + measured.toNanos();
        lastAnswer = end;
    }

    /** Waits for those under way, so that the next measurement finds the server idle. */
    private Result finish() throws IOException {
        while (idle.size() < wires.size()) {
            handle(true);
            mustBeInTime();
        }
        return new Result(completed / ((lastAnswer - warm) / NANOS_PER_SECOND), latencies.copy());
    }

    private void mustBeInTime() {
        if (System.nanoTime() - end > TimeUnit.SECONDS.toNanos(MOST_SECONDS)) {
            throw new IllegalStateException("not everything was answered " + MOST_SECONDS + " s after it was due");
        }
    }

    private boolean handle(boolean mayWait) throws IOException {
        int ready = mayWait
                ? selector.select(this::handle, TimeUnit.NANOSECONDS.toMillis(SELECT_NANOS))
                : selector.selectNow(this::handle);
        return ready > 0;
    }

    private void handle(SelectionKey key) {
        Wire wire = (Wire) key.attachment();
        try {
            Optional<Answer> answer = wire.receive();
            if (answer.isEmpty()) {
                return;
            }
            long now = System.nanoTime();
            boolean isUnit = note(wire.till(), answer.get());
            long counts = countsByDue ? wire.sentFor() : now;
            if (counts >= warm && counts < end) {
                latencies.recordValue(Math.min(now - wire.sentFor(), latencies.getHighestTrackableValue()));
                completed += isUnit ? 1 : 0;
                lastAnswer = Math.max(lastAnswer, now);
            }
            idle.add(wire);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A failed request spoils the measurement: answering with a refusal is cheaper. */
    private static boolean note(Till till, Answer answer) {
        if (answer.isFailure()) {
            throw new IllegalStateException(
                    "a request failed while measuring: " + answer.status() + " " + answer.body());
        }
        return till.answered(answer);
    }

    @Override
    public void close() throws IOException {
        for (Wire wire : wires) {
            wire.close();
        }
        selector.close();
    }
}
