package eu.kontor.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements by name: {@code enrol_members} is the file {@code sql/benchmarks/enrol_members.sql}. */
final class BenchmarkSql {

    private BenchmarkSql() {}

    static String named(String name) {
        return text("/sql/benchmarks/" + name + ".sql");
    }

    /** A resource as a text. */
    static String text(String path) {
        try (InputStream file = BenchmarkSql.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no resource " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
