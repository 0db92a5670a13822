package eu.kontor.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.launcher.DatabaseBootstrap;
import eu.kontor.launcher.PostgresServer;
import eu.kontor.tenancy.testing.TestConnections;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Its roles were entered by one login; each signs in itself afterwards, and what they kept is still theirs. */
class AnInstallationOfBeforeIsBroughtUpToDateTest {

    private static final String OWNER_PASSWORD = "owner";
    private static final DatabaseLogins LOGINS = new DatabaseLogins("the secret");
    private static final DatabaseLogins OTHERS = new DatabaseLogins("the next secret");

    private static PostgresServer server;
    private static TestConnections owner;

    @BeforeAll
    static void an_installation_of_before() throws SQLException {
        server = PostgresServer.temporary();
        DatabaseBootstrap.kontor(server, "kontor", OWNER_PASSWORD);
        owner = TestConnections.of(server.jdbcUrl("kontor"), DatabaseBootstrap.OWNER, OWNER_PASSWORD, 2);
        CoalitionMigrations.flyway(owner, "classpath:db/coalition")
                .target("164?")
                .load()
                .migrate();
        try (Connection connection = owner.getConnection()) {
            execute(
                    connection,
                    """
                    set role kontor_operator;
                    insert into coalition.tenant (slug, name, state, accent_colour, currencies, zone, language, configuration)
                    values ('old-cafe', 'Old Café', 'active', '#1f5f8b', array['EUR'], 'Europe/Lisbon', 'en', '{}');
                    reset role;
                    call coalition.create_tenant_schema('old-cafe');
                    create table t_old_cafe.kept (word text);
                    insert into t_old_cafe.kept values ('kept')""");
        }
        assertThat(number("select count(*) from pg_auth_members m join pg_roles r on r.oid = m.member where"
                        + " r.rolname = 'kontor_app'"))
                .isEqualTo(4);
        assertThat(new CoalitionMigrations(owner, LOGINS).migrate()).isPositive();
    }

    @AfterAll
    static void stop() throws SQLException {
        owner.close();
        server.close();
    }

    @Test
    void a_brands_role_signs_in_and_finds_what_it_kept() throws SQLException {
        try (Connection cafe = signIn(LOGINS, "t_old_cafe")) {
            assertThat(text(cafe, "select word from kept")).isEqualTo("kept");
        }
        try (Connection relay = signIn(LOGINS, "c_old_cafe")) {
            assertThat(text(relay, "select word from kept")).isEqualTo("kept");
        }
    }

    @Test
    void nobody_enters_anything_through_the_old_login() throws SQLException {
        assertThat(number("select count(*) from pg_auth_members m join pg_roles r on r.oid = m.member where"
                        + " r.rolname = 'kontor_app'"))
                .isZero();
    }

    @Test
    void the_next_start_finds_nothing_to_do() {
        assertThat(new LoginKeeper(owner, LOGINS).open()).isZero();
    }

    @Test
    void with_another_secret_all_have_other_passwords_and_with_the_first_again_the_first() throws SQLException {
        assertThat(new LoginKeeper(owner, OTHERS).open()).isEqualTo(4);
        assertThatThrownBy(() -> signIn(LOGINS, "kontor_poster")).hasMessageContaining("authentication failed");
        signIn(OTHERS, "kontor_poster").close();
        assertThat(new LoginKeeper(owner, LOGINS).open()).isEqualTo(4);
        signIn(LOGINS, "kontor_operator").close();
    }

    private static Connection signIn(DatabaseLogins logins, String role) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("kontor"), role, logins.password(role));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String query) throws SQLException {
        try (Connection superuser = server.connect("kontor")) {
            return Long.parseLong(text(superuser, query));
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
