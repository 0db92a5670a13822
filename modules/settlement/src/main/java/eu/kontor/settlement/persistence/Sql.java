package eu.kontor.settlement.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements by name: {@code statements} is the file {@code sql/settlement/statements.sql}. */
final class Sql {

    private Sql() {}

    static String named(String name) {
        try (InputStream file = Sql.class.getResourceAsStream("/sql/settlement/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no statement " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
