package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TheDatabaseBootstrapTest {

    private static PostgresServer server;

    @BeforeAll
    static void prepare() {
        server = PostgresServer.temporary();
        DatabaseBootstrap.kontor(server, "kontor", "first", "first");
        DatabaseBootstrap.kontor(server, "kontor", "o'wner", "app");
        DatabaseBootstrap.keycloak(server, "keycloak");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void lets_the_owner_provision_a_tenant_that_the_application_can_enter() throws SQLException {
        try (Connection owner = signIn("kontor", DatabaseBootstrap.OWNER, "o'wner");
                Statement statement = owner.createStatement()) {
            statement.execute("create role t_cafe nologin");
            statement.execute("grant t_cafe to kontor_app with inherit false, set true");
            statement.execute("create schema t_cafe authorization kontor_owner");
            statement.execute("create table t_cafe.note (text text)");
            statement.execute("grant usage on schema t_cafe to t_cafe");
            statement.execute("grant select on t_cafe.note to t_cafe");
        }
        try (Connection application = signIn("kontor", DatabaseBootstrap.APPLICATION, "app");
                Statement statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select * from t_cafe.note"))
                    .hasMessageContaining("permission denied");
            statement.execute("set role t_cafe");
            assertThat(statement.execute("select * from t_cafe.note")).isTrue();
        }
    }

    @Test
    void lets_the_application_find_nothing_by_chance() throws SQLException {
        try (Connection application = signIn("kontor", DatabaseBootstrap.APPLICATION, "app");
                Statement statement = application.createStatement();
                ResultSet row = statement.executeQuery("show search_path")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("pg_catalog, pg_temp");
        }
    }

    @Test
    void keeps_the_application_out_of_keycloaks_database() {
        assertThatThrownBy(() -> signIn("keycloak", DatabaseBootstrap.APPLICATION, "app"))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void refuses_a_password_that_was_replaced() {
        assertThatThrownBy(() -> signIn("kontor", DatabaseBootstrap.APPLICATION, "first"))
                .hasMessageContaining("authentication failed");
    }

    private static Connection signIn(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), user, password);
    }
}
