package eu.kontor.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * R1 once more, for what is measured over HTTP: half an hour after the first, a machine that others use may be faster or slower by a fifth. Its
 * ledger is as empty as the first one's was, and as the server's is.
 */
final class OnePerTransactionAgain implements Measurement {

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        bench.checkpoint();
        return OnePerTransaction.measure(bench, bench.emptyLedger(), references, ", again before HTTP");
    }

    @Override
    public Duration takes(Options options) {
        return OnePerTransaction.duration(options);
    }
}
