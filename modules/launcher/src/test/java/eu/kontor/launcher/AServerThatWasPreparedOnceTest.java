package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What takes time is done once, on one server, for all that begin with it. */
class AServerThatWasPreparedOnceTest {

    @TempDir
    private Path kept;

    private final AtomicInteger prepared = new AtomicInteger();

    @Test
    void begins_with_what_was_prepared_and_keeps_to_itself_what_comes_then() throws SQLException {
        try (PostgresServer first = server();
                PostgresServer second = server()) {
            first.createDatabase("mine");

            assertThat(prepared).hasValue(1);
            assertThat(hasDatabase(first, "ready")).isTrue();
            assertThat(hasDatabase(second, "ready")).isTrue();
            assertThat(hasDatabase(second, "mine")).isFalse();
        }
    }

    private PostgresServer server() {
        return PostgresServer.temporary(
                "a database",
                server -> {
                    prepared.incrementAndGet();
                    server.createDatabase("ready");
                },
                new PreparedData(kept, Clock.systemUTC()));
    }

    private static boolean hasDatabase(PostgresServer server, String name) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select exists (select from pg_database where datname = '" + name + "')")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
