package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ATemporaryPostgresServerTest {

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.temporary();
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(server.isRunning()).isFalse();
    }

    @Test
    void is_fully_durable() throws SQLException {
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
        assertThat(show("full_page_writes")).isEqualTo("on");
    }

    @Test
    void counts_statements() throws SQLException {
        assertThat(show("shared_preload_libraries")).isEqualTo("pg_stat_statements");
    }

    @Test
    void creates_a_database_once() throws SQLException {
        server.createDatabase("twice");
        server.createDatabase("twice");

        try (Connection connection = server.connect("twice")) {
            assertThat(connection.getCatalog()).isEqualTo("twice");
        }
    }

    private static String show(String setting) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
