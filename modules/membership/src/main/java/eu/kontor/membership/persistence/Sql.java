package eu.kontor.membership.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The statements in {@code /sql/membership/}. */
final class Sql {

    private Sql() {}

    static String read(String name) {
        try (InputStream file = Sql.class.getResourceAsStream("/sql/membership/" + name + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
