package eu.kontor.benchmarks;

import eu.kontor.benchmarks.Curve.Line;
import eu.kontor.benchmarks.Curve.Point;
import eu.kontor.benchmarks.Options.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Batch posting when many transfers are there already. They are written by the database itself, with their request keys and into all
 * indexes, a few per member and all in the window that is posted to: harder than life, where most lie in windows long closed.
 *
 * <p>Measured twice: right after a checkpoint, when every page of the indexes is logged whole as it is first touched, and after that. Checkpoints
 * come every quarter of an hour, so the second is what lasts; the first is told beside it. The empty ledger it is compared with is another database
 * of the same server, measured right before and right after it: a machine that others use may be a tenth slower than it was when the run began.
 */
final class FullLedger implements Measurement {

    private static final double FLOOR = 0.85;
    private static final long ASKED = 50_000_000;
    private static final int WRITERS = 2;
    private static final long MILLION = 1_000_000;

    /** Sizes at which the rate is looked at on the way. */
    private static final long[] SIZES = {10 * MILLION};

    /** Transfer, request key and their indexes are below 350 bytes; the rest is for what vacuum and the log need. */
    private static final long BYTES_PER_TRANSFER = 420;

    private static final long BYTES_FOR_OTHERS = 24L << 30;
    private static final long TRANSFERS_PER_SECOND = 60_000;

    /** What a quick run adds to what is there. */
    private static final long LEAST_MORE = 500_000;

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        List<Point> bySize = new ArrayList<>();
        long target = fitting(bench);
        for (long size : LongStream.of(SIZES).filter(size -> size < target).toArray()) {
            fill(bench, size);
            BatchPosting.uniform(bench);
            bySize.add(new Point(millions(transfers(bench)), BatchPosting.uniformLater(bench)));
        }
        fill(bench, target);
        long there = transfers(bench);
        Rates rates = bench.options().scale() == Scale.QUICK ? quickRates(bench, references) : rates(bench);
        bySize.addFirst(new Point(0, rates.empty()));
        bySize.add(new Point(millions(there), rates.full()));
        references.draw(new Curve(
                "throughput-by-ledger-size",
                "Postings per second by transfers already there, batches of 1,000",
                "million transfers",
                "postings per second",
                false,
                List.of(new Line("Ledger.post", bySize))));
        String name = "batch posting with " + name(there) + " already there";
        String batches = "batches of 1,000 with " + name(there) + " there";
        return List.of(
                Figure.of(batches + ", right after a checkpoint", rates.fullAfterCheckpoint(), "1/s"),
                Figure.of(
                        "the same against batch posting when the run began",
                        rates.fullAfterCheckpoint() / references.get(References.UNIFORM),
                        "× uniform"),
                Figure.of("batches of 1,000 into an empty ledger, before and after the full one", rates.empty(), "1/s"),
                Figure.of(batches, rates.full(), "1/s"),
                there >= ASKED
                        ? Figure.atLeast(name, rates.full() / rates.empty(), "× empty", FLOOR)
                        : Figure.of(name, rates.full() / rates.empty(), "× empty"));
    }

    /** @param empty the mean of right before {@code full} and right after it */
    private record Rates(double fullAfterCheckpoint, double full, double empty) {}

    /** A minute after it was measured empty, and with another database to fill the run would not be quick. */
    private static Rates quickRates(Bench bench, References references) throws Exception {
        return new Rates(
                BatchPosting.uniform(bench), BatchPosting.uniformLater(bench), references.get(References.UNIFORM));
    }

    private static Rates rates(Bench bench) throws Exception {
        try (LedgerDatabase empty = bench.emptyLedger()) {
            double fullAfterCheckpoint = BatchPosting.uniform(bench);
            double before = BatchPosting.uniformLater(bench, empty.poster());
            double full = BatchPosting.uniformLater(bench);
            double after = BatchPosting.uniformLater(bench, empty.poster());
            return new Rates(fullAfterCheckpoint, full, (before + after) / 2);
        }
    }

    @Override
    public Duration takes(Options options) {
        return options.each()
                .multipliedBy(2L * SIZES.length + 4)
                .plusSeconds(options.scale().transfers() / TRANSFERS_PER_SECOND);
    }

    private static double millions(long transfers) {
        return (double) transfers / MILLION;
    }

    private static String name(long transfers) {
        return String.format(Locale.ROOT, "%.1f million transfers", millions(transfers));
    }

    /** What the figure asks for, or what the disk holds. */
    private static long fitting(Bench bench) throws IOException, SQLException {
        long there = transfers(bench);
        long room = Files.getFileStore(bench.serverFolder()).getUsableSpace() - BYTES_FOR_OTHERS;
        long wanted = Math.max(bench.options().scale().transfers(), there + LEAST_MORE);
        return Math.min(wanted, there + Math.max(0, room) / BYTES_PER_TRANSFER);
    }

    private static long transfers(Bench bench) throws SQLException {
        return bench.number("select count(*) from coalition.transfer");
    }

    /** Every round gives each member one purchase; the writers share the members. */
    static void fill(Bench bench, long size) throws Exception {
        long missing = size - transfers(bench);
        long rounds = Math.max(0, missing) / Bench.MEMBERS;
        long rest = Math.max(0, missing) % Bench.MEMBERS;
        long base = bench.number(BenchmarkSql.named("fill_numbers").formatted(2 * (rounds + 1) * Bench.MEMBERS));
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                long first = 1 + (long) Bench.MEMBERS * writer / WRITERS;
                long last = (long) Bench.MEMBERS * (writer + 1) / WRITERS;
                long lastOfRest = first - 1 + Math.ceilDiv(rest, WRITERS);
                running.add(writers.submit(() -> {
                    for (long round = 0; round < rounds; round++) {
                        fill(bench, first, last, round, base);
                    }
                    fill(bench, first, lastOfRest, rounds, base);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        try (Connection superuser = bench.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(BenchmarkSql.named("fill_balances").formatted(base));
            statement.execute("vacuum analyze coalition.transfer, coalition.request, coalition.balance");
            statement.execute("checkpoint");
        }
    }

    private static void fill(Bench bench, long first, long last, long round, long base) throws SQLException {
        try (Connection superuser = bench.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(BenchmarkSql.named("fill_round").formatted(first, last, round, base, Bench.MEMBERS));
        }
    }
}
