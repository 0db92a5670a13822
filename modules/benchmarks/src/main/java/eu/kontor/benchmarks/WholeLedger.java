package eu.kontor.benchmarks;

import eu.kontor.benchmarks.Options.Scale;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.persistence.WindowRows;
import eu.kontor.proof.api.LedgerIsCoherent.Verdict;
import eu.kontor.proof.application.CoherenceCheck;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done with all transfers at once: the coherence check against one sequential scan, and closing a month against the bare
 * {@code GROUP BY}. Each is the better of two, so that nobody pays for reading from the disk what the other then finds in memory. The check
 * as it runs, in parallel, is compared with one scan by one process and with the better of two scans, and the check in one process with one scan.
 */
final class WholeLedger implements Measurement {

    private static final long FULL = 10_000_000;
    private static final long QUICK = 300_000;
    private static final long TRANSFERS_PER_SECOND = 40_000;
    private static final double NANOS_PER_MILLISECOND = 1e6;
    private static final double MOST_SCANS = 5;
    private static final double MOST_GROUPINGS = 3;

    private static final String ONE_PROCESS = "set max_parallel_workers_per_gather = 0";
    private static final String AS_PLANNED = "reset max_parallel_workers_per_gather";

    private interface Work {
        void once() throws Exception;
    }

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        FullLedger.fill(bench, size(bench.options()));
        List<Figure> figures = new ArrayList<>();
        long transfers = bench.number("select count(*) from coalition.transfer");
        figures.addAll(coherence(bench, transfers));
        figures.addAll(close(bench, transfers));
        return figures;
    }

    @Override
    public Duration takes(Options options) {
        return Duration.ofSeconds(size(options) / TRANSFERS_PER_SECOND).plus(options.each());
    }

    private static long size(Options options) {
        return options.scale() == Scale.FULL ? FULL : QUICK;
    }

    /** What must be reached is asked of ten million transfers only. */
    private static Figure asked(long transfers, String name, double value, String unit, double most) {
        return transfers >= FULL ? Figure.atMost(name, value, unit, most) : Figure.of(name, value, unit);
    }

    private static List<Figure> coherence(Bench bench, long transfers) throws Exception {
        double scan = query(bench, ONE_PROCESS, BenchmarkSql.named("one_scan"));
        double parallelScan = query(bench, AS_PLANNED, BenchmarkSql.named("one_scan"));
        double bestScan = Math.min(scan, parallelScan);
        double first = milliseconds(() -> check(bench.check()));
        double again = Math.min(milliseconds(() -> check(bench.check())), milliseconds(() -> check(bench.check())));
        double alone;
        try (LedgerDatabase oneProcess = bench.ledgerInOneProcess()) {
            CoherenceCheck check = new CoherenceCheck(oneProcess.transactions(), bench.clock());
            alone = Math.min(milliseconds(() -> check(check)), milliseconds(() -> check(check)));
        }
        return List.of(
                Figure.of("million transfers that are checked", transfers / 1e6, ""),
                Figure.of("one sequential scan of them, one process", scan, "ms"),
                Figure.of("the same in parallel, as planned", parallelScan, "ms"),
                Figure.of(
                        "LedgerIsCoherent, first time (sorts all), against the better scan",
                        first / bestScan,
                        "× scan"),
                Figure.of("LedgerIsCoherent, seen before, against the better scan", again / bestScan, "× scan"),
                asked(
                        transfers,
                        "LedgerIsCoherent, seen before, as it runs, against one process",
                        again / scan,
                        "× scan",
                        MOST_SCANS),
                asked(
                        transfers,
                        "LedgerIsCoherent, seen before, both in one process",
                        alone / scan,
                        "× scan",
                        MOST_SCANS));
    }

    private static void check(CoherenceCheck check) {
        Verdict verdict = check.check();
        if (!verdict.isCoherent()) {
            throw new IllegalStateException("the ledger is not coherent: " + verdict.findings());
        }
    }

    /** This month is not over: it is closed in a transaction that is rolled back. */
    private static List<Figure> close(Bench bench, long transfers) throws Exception {
        YearMonth month = YearMonth.from(bench.today());
        String grouping = BenchmarkSql.named("group_window").formatted(month.atDay(1));
        double alone = query(bench, ONE_PROCESS, grouping);
        double parallel = query(bench, AS_PLANNED, grouping);
        double closed = Math.min(
                milliseconds(() -> closeAndRollBack(bench, month)), milliseconds(() -> closeAndRollBack(bench, month)));
        double best = Math.min(alone, parallel);
        return List.of(
                Figure.of("the bare GROUP BY over a month, the better of one process and several", best, "ms"),
                Figure.of("closing the month, against one process", closed / alone, "× GROUP BY"),
                asked(transfers, "closing the month", closed / best, "× GROUP BY", MOST_GROUPINGS));
    }

    private static void closeAndRollBack(Bench bench, YearMonth month) {
        try {
            bench.transactions().asOperator(unit -> {
                WindowRows rows = new WindowRows(unit.jdbi());
                rows.lock();
                rows.close(month, bench.clock().instant());
                throw new Refusal(RefusalCode.WINDOW_NOT_OVER);
            });
        } catch (Refusal expected) {
            if (expected.code() != RefusalCode.WINDOW_NOT_OVER) {
                throw expected;
            }
        }
    }

    private static double query(Bench bench, String setting, String query) throws Exception {
        try (Connection superuser = bench.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(setting);
            return Math.min(
                    milliseconds(() -> readAll(statement, query)), milliseconds(() -> readAll(statement, query)));
        }
    }

    private static void readAll(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                row.getObject(1);
            }
        }
    }

    private static double milliseconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.once();
        return (System.nanoTime() - start) / NANOS_PER_MILLISECOND;
    }
}
