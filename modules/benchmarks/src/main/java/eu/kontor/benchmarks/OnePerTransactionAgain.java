package eu.kontor.benchmarks;

import eu.kontor.benchmarks.Options.Scale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * R1 once more, for what is measured over HTTP: half an hour after the first, a machine that others use may be faster or slower by a fifth. It is
 * measured before purchases over HTTP and {@link #after} them, and what counts is the mean. Its ledger is about as empty as the first one's
 * was, and as the server's is. In a quick run the first was a minute ago, and stands.
 */
final class OnePerTransactionAgain implements Measurement {

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        if (bench.options().scale() == Scale.QUICK) {
            return List.of();
        }
        bench.checkpoint();
        double first = references.get(References.R1);
        List<Figure> figures = new ArrayList<>(
                OnePerTransaction.measure(bench, bench.emptyLedger(), references, ", again before HTTP"));
        figures.add(Figure.of(
                "R1 before HTTP against R1 when the run began", references.get(References.R1) / first, "× R1 then"));
        return figures;
    }

    /** The same beside a server that has nothing to do. From now on R1 is the mean of this and of the one before. */
    static List<Figure> after(Bench bench, References references) throws Exception {
        if (bench.options().scale() == Scale.QUICK) {
            return List.of();
        }
        double before = references.get(References.R1);
        List<Figure> figures =
                new ArrayList<>(OnePerTransaction.measure(bench, bench.emptyLedger(), references, ", after HTTP"));
        double mean = (before + references.get(References.R1)) / 2;
        references.put(References.R1, mean);
        figures.add(Figure.of("R1, mean of before and after HTTP", mean, "1/s"));
        return figures;
    }

    @Override
    public Duration takes(Options options) {
        return takesAfter(options);
    }

    static Duration takesAfter(Options options) {
        return options.scale() == Scale.QUICK ? Duration.ZERO : OnePerTransaction.duration(options);
    }
}
