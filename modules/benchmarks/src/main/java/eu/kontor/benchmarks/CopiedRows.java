package eu.kontor.benchmarks;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

/**
 * The reference R2: the rows that were posted so far, transfers and request keys, written once more by the database alone
 * into tables with the same indexes. They come from a file of the server, so that the client costs nothing.
 */
final class CopiedRows implements Measurement {

    private static final int ROWS = 200_000;
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public List<Figure> measure(Bench bench, References references) throws Exception {
        try (Connection superuser = bench.superuser();
                Statement statement = superuser.createStatement()) {
            String folder = bench.serverFolder().toString();
            statement.execute(Sql.named("copy_prepare").formatted(ROWS, folder));
            long start = System.nanoTime();
            statement.execute(Sql.named("copy_rows").formatted(folder));
            double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            long rows = bench.number("select count(*) from bench.transfer");
            statement.execute("drop schema bench cascade");
            references.put(References.R2, rows / seconds);
            return List.of(Figure.of("R2 = COPY of transfers with their request keys", rows / seconds, "1/s"));
        }
    }
}
