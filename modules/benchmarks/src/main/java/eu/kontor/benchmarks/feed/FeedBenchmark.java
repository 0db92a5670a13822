package eu.kontor.benchmarks.feed;

import eu.kontor.benchmarks.MemberRange;
import eu.kontor.feeds.persistence.FeedFile;
import eu.kontor.feeds.persistence.FeedFiles;
import eu.kontor.launcher.Directories;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Drops one file into a tenant's inbox of a fresh, fully durable database and measures from there to its receipt: every line is a
 * purchase of one of its members, posted by the real checkout, program and ledger. Beside it, how many lines per second the same
 * code reads and translates without posting. Arguments: lines (1,000,000 when absent) of 100,000 members.
 */
public final class FeedBenchmark {

    private static final int DEFAULT_LINES = 1_000_000;
    private static final int MEMBERS = 100_000;
    private static final long SEED = 1_000_000L;
    private static final long MEGABYTE = 1024 * 1024;

    private FeedBenchmark() {}

    /**
     * @param linesPerSecond from the drop to the receipt
     * @param readLinesPerSecond read and translated only
     * @param peakHeapMegabytes the most that the heap held while posting, garbage included
     */
    public record Result(
            long lines, double seconds, double linesPerSecond, double readLinesPerSecond, long peakHeapMegabytes) {

        /** As one line of a table. */
        public String line() {
            return String.format(
                    Locale.ROOT,
                    "feed: %,d lines in %.1f s = %,.0f lines/s (reading alone %,.0f/s, ratio %.3f), peak heap %d MB of %d MB",
                    lines,
                    seconds,
                    linesPerSecond,
                    readLinesPerSecond,
                    linesPerSecond / readLinesPerSecond,
                    peakHeapMegabytes,
                    Runtime.getRuntime().maxMemory() / MEGABYTE);
        }
    }

    public static void main(String[] arguments) throws IOException {
        int lines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_LINES;
        KontorDatabase database = KontorDatabase.fresh();
        try {
            System.out.println(measure(database, lines, MEMBERS).line());
        } finally {
            database.server().close();
        }
    }

    /** Measures once, on an empty database, and leaves no file. */
    public static Result measure(KontorDatabase database, int lines, int members) throws IOException {
        Path folder = Files.createTempDirectory("kontor-feed-benchmark");
        try {
            return measure(new FeedBench(database, folder, members), folder, lines, members);
        } finally {
            Directories.delete(folder);
        }
    }

    private static Result measure(FeedBench bench, Path folder, int lines, int members) throws IOException {
        Path file = folder.resolve("benchmark.csv");
        write(file, lines, members);
        double readPerSecond = lines / bench.secondsToRead(file);
        resetPeaks();
        long begin = System.nanoTime();
        long id = drop(bench, file);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            bench.worker().workOff(bench.tenant().id(), threads, () -> false);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        refuseUnlessPosted(bench, id, lines);
        return new Result(lines, seconds, lines / seconds, readPerSecond, peakMegabytes());
    }

    private static long drop(FeedBench bench, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return bench.intake()
                    .found(bench.tenant(), "benchmark.csv", "benchmark", content)
                    .orElseThrow()
                    .id();
        }
    }

    private static void refuseUnlessPosted(FeedBench bench, long id, int lines) {
        FeedFile feed = bench.transactions()
                .asTenant(bench.tenant().id(), unit -> new FeedFiles()
                        .find(unit, bench.tenant().id(), id))
                .orElseThrow();
        if (feed.tally().posted() != lines) {
            throw new IllegalStateException("not all lines were posted: " + feed);
        }
    }

    private static void write(Path file, int lines, int members) throws IOException {
        Random random = new Random(SEED);
        LocalDate firstDay = FeedBench.TODAY.minusDays(28);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("card,outlet,amount,currency,business_date,reference\n");
            for (int i = 0; i < lines; i++) {
                out.write(MemberRange.card(1 + random.nextInt(members)));
                out.write(",main," + BigDecimal.valueOf(100 + random.nextInt(20_000), 2) + ",EUR,");
                out.write(firstDay.plusDays((long) i * 28 / lines) + ",B" + i + "\n");
            }
        }
    }

    private static void resetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peakMegabytes() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                bytes += pool.getPeakUsage().getUsed();
            }
        }
        return bytes / MEGABYTE;
    }
}
