package eu.kontor.benchmarks;

import eu.kontor.benchmarks.feed.FeedBenchmark;
import java.util.List;

/** A file from the inbox to its receipt, on a database of its own, by the real translation, program, ledger and outbox. */
final class FeedToPosted implements Measurement {

    private static final double OF_BATCH_POSTING = 0.5;
    private static final double OF_COPY = 0.25;

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        Options.Scale scale = bench.options().scale();
        FeedBenchmark.Result feed =
                FeedBenchmark.measure(bench.emptyDatabase(), scale.feedLines(), scale.membersOfServer());
        double rate = feed.linesPerSecond();
        return List.of(
                Figure.of("feed of " + String.format("%,d", feed.lines()) + " lines", rate, "1/s"),
                Figure.atLeast(
                        "feed to posted, against batch posting",
                        rate / references.get(References.UNIFORM),
                        "× uniform",
                        OF_BATCH_POSTING),
                Figure.atLeast("feed to posted, against COPY", rate / references.get(References.R2), "× R2", OF_COPY),
                Figure.of("peak heap while the feed is posted", feed.peakHeapMegabytes(), "MiB"));
    }
}
