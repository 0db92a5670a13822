package eu.kontor.benchmarks;

import java.util.List;

/** Bytes on disk per transfer: the transfer, its request key and all their indexes, as the run left them. */
final class DiskUse implements Measurement {

    private static final double MOST_BYTES = 350;

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        double transfers = bench.number("select count(*) from coalition.transfer");
        double requests = bench.number("select count(*) from coalition.request");
        double transferBytes = bench.number(BenchmarkSql.named("transfer_bytes")) / transfers;
        double requestBytes = bench.number(BenchmarkSql.named("request_bytes")) / requests;
        return List.of(
                Figure.of("transfers posted in this run", transfers, ""),
                Figure.of("bytes per transfer with its indexes", transferBytes, "bytes"),
                Figure.of("bytes per request key with its index", requestBytes, "bytes"),
                Figure.atMost("bytes per transfer and request key", transferBytes + requestBytes, "bytes", MOST_BYTES));
    }
}
