package eu.kontor.benchmarks;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

/**
 * The reference R2: as many rows as the feed has lines, transfers and request keys, written once more by the database alone
 * into tables with the same indexes and constraints, at the best of three times. They come from a file of the server, so that the client
 * costs nothing.
 */
final class CopiedRows implements Measurement {

    private static final int TIMES = 3;
    private static final List<String> FILES = List.of("bench_transfer.copy", "bench_request.copy");
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        try (Connection superuser = bench.superuser();
                Statement statement = superuser.createStatement()) {
            String folder = bench.serverFolder().toString();
            statement.execute(BenchmarkSql.named("copy_prepare")
                    .formatted(bench.options().scale().feedLines(), folder));
            double best = 0;
            for (int time = 0; time < TIMES; time++) {
                statement.execute("truncate bench.transfer, bench.request");
                statement.execute("checkpoint");
                long start = System.nanoTime();
                statement.execute(BenchmarkSql.named("copy_rows").formatted(folder));
                double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
                best = Math.max(best, bench.number("select count(*) from bench.transfer") / seconds);
            }
            statement.execute("drop schema bench cascade");
            references.put(References.R2, best);
            return List.of(Figure.of("R2 = COPY of transfers with their request keys, the best of 3", best, "1/s"));
        } finally {
            for (String file : FILES) {
                Files.deleteIfExists(bench.serverFolder().resolve(file));
            }
        }
    }
}
