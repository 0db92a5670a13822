package eu.kontor.benchmarks;

import eu.kontor.benchmarks.Curve.Line;
import eu.kontor.benchmarks.Curve.Point;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.application.Poster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** {@code Ledger.post} in batches: every member alike, one partner in every posting, a few members in most. */
final class BatchPosting implements Measurement {

    /** Two batches of a thousand among a million members mostly share one, and then one waits: more writers keep two cores busy. */
    private static final int WRITERS = 6;

    private static final int ZIPF_WRITERS = 5;
    private static final double ZIPF_EXPONENT = 1.2;

    private static final double UNIFORM_FLOOR = 8;
    private static final double ONE_PARTNER_FLOOR = 0.8;
    private static final double ZIPF_FLOOR = 0.6;

    private static final int COUNTED_MILLISECONDS = 500;

    /** Makes the load of one writer. */
    private interface Loads {
        Load of(SplittableRandom random);
    }

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        List<Figure> figures = new ArrayList<>();
        List<Point> bySize = new ArrayList<>();
        double soonAfterR1 = uniform(bench);
        Loads uniform = random -> Load.uniform(bench.today(), random);
        for (int items : bench.options().scale().smallerBatches()) {
            double rate = rate(bench, bench.options().aside(), WRITERS, items, uniform);
            figures.add(Figure.of("batches of " + items + ", uniform, " + WRITERS + " writers", rate, "1/s"));
            bySize.add(new Point(items, rate));
        }
        double uniformRate = (soonAfterR1 + uniformLater(bench)) / 2;
        bySize.add(new Point(Ledger.MAX_BATCH, uniformRate));
        references.draw(new Curve(
                "throughput-by-batch-size",
                "Postings per second by batch size, " + WRITERS + " writers",
                "postings in a batch",
                "postings per second",
                true,
                List.of(new Line("Ledger.post", bySize))));
        references.put(References.UNIFORM, uniformRate);
        figures.add(Figure.of(
                "batches of 1,000, uniform, " + WRITERS + " writers, before and after these", uniformRate, "1/s"));
        figures.add(Figure.atLeast(
                "batch posting, uniform", uniformRate / references.get(References.R1), "× R1", UNIFORM_FLOOR));

        double onePartner = rate(
                bench,
                bench.options().measured(),
                WRITERS,
                Ledger.MAX_BATCH,
                random -> Load.onePartner(bench.today(), random));
        figures.add(Figure.atLeast(
                "batch posting, one partner in every posting",
                onePartner / uniformRate,
                "× uniform",
                ONE_PARTNER_FLOOR));

        long deadlocksBefore = deadlocks(bench);
        Zipf zipf = new Zipf(Bench.MEMBERS, ZIPF_EXPONENT);
        double zipfRate = rate(
                bench,
                bench.options().measured(),
                ZIPF_WRITERS,
                Ledger.MAX_BATCH,
                random -> Load.zipf(bench.today(), zipf, random));
        figures.add(
                Figure.atLeast("batch posting, Zipf 1.2, 5 writers", zipfRate / uniformRate, "× uniform", ZIPF_FLOOR));
        figures.add(Figure.atMost(
                "deadlocks meanwhile, as PostgreSQL counts them", deadlocks(bench) - deadlocksBefore, "", 0));
        return figures;
    }

    /** What a connection has counted is told when it ends. */
    private static long deadlocks(Bench bench) throws Exception {
        bench.ledger().close();
        Thread.sleep(COUNTED_MILLISECONDS);
        return bench.number("select deadlocks from pg_stat_database where datname = current_database()");
    }

    /** Every member and partner alike, in batches of a thousand: what other ledgers are compared with. */
    static double uniform(Bench bench) throws Exception {
        bench.checkpoint();
        return uniformLater(bench);
    }

    /** The same once more, without a checkpoint in between. */
    static double uniformLater(Bench bench) throws Exception {
        return uniformLater(bench, bench.poster());
    }

    /** The same on any ledger with {@link Bench#MEMBERS}. */
    static double uniformLater(Bench bench, Poster poster) throws Exception {
        return rate(
                bench,
                poster,
                bench.options().measured(),
                WRITERS,
                Ledger.MAX_BATCH,
                random -> Load.uniform(bench.today(), random));
    }

    private static double rate(Bench bench, Duration measured, int writers, int items, Loads loads) throws Exception {
        return rate(bench, bench.poster(), measured, writers, items, loads);
    }

    private static double rate(Bench bench, Poster poster, Duration measured, int writers, int items, Loads loads)
            throws Exception {
        return Rate.of(bench.options().warmUp(), measured, writers, number -> {
            Load load = loads.of(new SplittableRandom(number));
            return () -> posted(poster.post(load.batch(items)));
        });
    }

    /** The same as {@link #uniform} into the ledger that the server works on. */
    static double atServer(Bench bench) throws Exception {
        int members = bench.server().members();
        int partners = bench.server().partners();
        try (LedgerDatabase ledger = bench.ledgerOfServer()) {
            Poster poster = ledger.poster();
            return Rate.of(bench.options(), WRITERS, number -> {
                Load load = Load.atServer(bench.today(), members, partners, new SplittableRandom(number));
                return () -> posted(poster.post(load.batch(Ledger.MAX_BATCH)));
            });
        }
    }

    /**
     * How many they are.
     *
     * @throws IllegalStateException when one is not posted: refusing is cheaper
     */
    static long posted(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (!(outcome instanceof Outcome.Posted)) {
                throw new IllegalStateException("not posted: " + outcome);
            }
        }
        return outcomes.size();
    }

    @Override
    public Duration takes(Options options) {
        Duration aside = options.warmUp()
                .plus(options.aside())
                .multipliedBy(options.scale().smallerBatches().size());
        return aside.plus(options.each().multipliedBy(4));
    }
}
