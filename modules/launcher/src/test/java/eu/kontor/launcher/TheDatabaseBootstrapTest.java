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
    static void prepare() throws SQLException {
        server = PostgresServer.temporary();
        DatabaseBootstrap.kontor(server, "kontor", "first");
        try (Connection superuser = server.connect("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("alter role kontor_app login password 'as before'");
        }
        DatabaseBootstrap.kontor(server, "kontor", "o'wner");
        DatabaseBootstrap.keycloak(server, "keycloak");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void lets_the_owner_provision_a_tenant_that_signs_in_itself() throws SQLException {
        try (Connection owner = signIn("kontor", DatabaseBootstrap.OWNER, "o'wner");
                Statement statement = owner.createStatement()) {
            statement.execute("create role t_cafe nologin");
            statement.execute("create role t_hotel nologin");
            statement.execute("create schema t_cafe authorization kontor_owner");
            statement.execute("create table t_cafe.note (text text)");
            statement.execute("grant usage on schema t_cafe to t_cafe");
            statement.execute("grant select on t_cafe.note to t_cafe");
            statement.execute("alter role t_cafe login password 'cafe'");
            assertThatThrownBy(() -> signIn("kontor", "t_cafe", "cafe")).hasMessageContaining("permission denied");
            statement.execute("grant connect on database kontor to t_cafe");
        }
        try (Connection cafe = signIn("kontor", "t_cafe", "cafe");
                Statement statement = cafe.createStatement()) {
            assertThat(statement.execute("select * from t_cafe.note")).isTrue();
            assertThatThrownBy(() -> statement.execute("set role t_hotel")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void keeps_the_owner_out_of_keycloaks_database() {
        assertThatThrownBy(() -> signIn("keycloak", DatabaseBootstrap.OWNER, "o'wner"))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void refuses_a_password_that_was_replaced() {
        assertThatThrownBy(() -> signIn("kontor", DatabaseBootstrap.OWNER, "first"))
                .hasMessageContaining("authentication failed");
    }

    @Test
    void lets_nobody_sign_in_any_more_as_the_one_who_could_enter_every_role() throws SQLException {
        assertThatThrownBy(() -> signIn("kontor", DatabaseBootstrap.APPLICATION, "as before"))
                .isInstanceOf(SQLException.class);
        try (Connection superuser = server.connect("postgres");
                Statement statement = superuser.createStatement();
                ResultSet row =
                        statement.executeQuery("select rolcanlogin from pg_roles where rolname = 'kontor_app'")) {
            row.next();
            assertThat(row.getBoolean(1)).isFalse();
        }
    }

    private static Connection signIn(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), user, password);
    }
}
