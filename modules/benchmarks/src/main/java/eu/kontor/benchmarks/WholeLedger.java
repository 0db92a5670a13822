package eu.kontor.benchmarks;

import eu.kontor.ledger.api.LedgerIsCoherent.Verdict;
import eu.kontor.ledger.persistence.WindowRows;
import java.time.YearMonth;
import java.util.List;

/** What is done with all transfers at once: sums of a window, and the coherence check. */
final class WholeLedger implements Measurement {

    private static final double NANOS_PER_MILLISECOND = 1e6;

    /** A check that sorts every line of points costs more than reading it; five scans is what it may cost. */
    private static final double MOST_SCANS = 5;

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        try (var superuser = bench.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("vacuum analyze");
        }
        String scan = Sql.named("one_scan");
        bench.number(scan);
        double scanned = milliseconds(() -> bench.number(scan));
        YearMonth month = YearMonth.from(bench.today());
        double positions = milliseconds(() -> bench.transactions()
                .asOperator(unit ->
                        new WindowRows(unit.connection()).positions(month).size()));
        Verdict[] verdict = new Verdict[1];
        double checked = milliseconds(() -> {
            verdict[0] = bench.check().check();
            return 1;
        });
        if (!verdict[0].isCoherent()) {
            throw new IllegalStateException("the ledger is not coherent: " + verdict[0].findings());
        }
        return List.of(
                Figure.of("one sequential scan of all transfers", scanned, "ms"),
                Figure.of("positions of the open window", positions, "ms"),
                Figure.of("LedgerIsCoherent", checked, "ms"),
                Figure.atMost("LedgerIsCoherent", checked / scanned, "× scan", MOST_SCANS));
    }

    private static double milliseconds(Rate.Work work) throws Exception {
        long start = System.nanoTime();
        work.once();
        return (System.nanoTime() - start) / NANOS_PER_MILLISECOND;
    }
}
