package eu.kontor.benchmarks;

import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.application.Poster;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** {@code Ledger.post} in batches: every member alike, one partner in every posting, a few members in most. */
final class BatchPosting implements Measurement {

    private static final int WRITERS = 2;
    private static final int ZIPF_WRITERS = 5;
    private static final double ZIPF_EXPONENT = 1.2;

    private static final double UNIFORM_FLOOR = 8;
    private static final double ONE_PARTNER_FLOOR = 0.8;
    private static final double ZIPF_FLOOR = 0.6;

    private static final int[] SMALLER_BATCHES = {32, 256};

    /** Makes the load of one writer. */
    private interface Loads {
        Load of(SplittableRandom random);
    }

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        List<Figure> figures = new ArrayList<>();
        Loads uniform = random -> Load.uniform(bench.today(), random);
        for (int items : SMALLER_BATCHES) {
            double rate = rate(bench, WRITERS, items, uniform);
            figures.add(Figure.of("batches of " + items + ", uniform, " + WRITERS + " writers", rate, "1/s"));
        }
        double uniformRate = rate(bench, WRITERS, Ledger.MAX_BATCH, uniform);
        references.put(References.UNIFORM, uniformRate);
        figures.add(Figure.of("batches of 1,000, uniform, " + WRITERS + " writers", uniformRate, "1/s"));
        figures.add(Figure.atLeast(
                "batch posting, uniform", uniformRate / references.get(References.R1), "× R1", UNIFORM_FLOOR));

        double onePartner = rate(bench, WRITERS, Ledger.MAX_BATCH, random -> Load.onePartner(bench.today(), random));
        figures.add(Figure.atLeast(
                "batch posting, one partner in every posting",
                onePartner / uniformRate,
                "× uniform",
                ONE_PARTNER_FLOOR));

        Zipf zipf = new Zipf(Bench.MEMBERS, ZIPF_EXPONENT);
        double zipfRate = rate(bench, ZIPF_WRITERS, Ledger.MAX_BATCH, random -> Load.zipf(bench.today(), zipf, random));
        figures.add(
                Figure.atLeast("batch posting, Zipf 1.2, 5 writers", zipfRate / uniformRate, "× uniform", ZIPF_FLOOR));
        return figures;
    }

    private static double rate(Bench bench, int writers, int items, Loads loads) throws Exception {
        Poster poster = bench.poster();
        return Rate.of(bench.options(), writers, number -> {
            Load load = loads.of(new SplittableRandom(number));
            return () -> poster.post(load.batch(items)).size();
        });
    }
}
