package eu.kontor.ledger.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements by name: {@code post/begin} is the file {@code sql/ledger/post/begin.sql}. */
public final class Sql {

    private Sql() {}

    /** @throws IllegalArgumentException if there is no such file */
    public static String named(String name) {
        try (InputStream file = Sql.class.getResourceAsStream("/sql/ledger/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no statement " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
