package eu.kontor.checkout.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.launcher.DatabaseBootstrap;
import eu.kontor.launcher.PostgresServer;
import eu.kontor.tenancy.persistence.CoalitionMigrations;
import eu.kontor.tenancy.persistence.DatabaseLogins;
import eu.kontor.tenancy.testing.TestConnections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * A redemption waits whose reference PostgreSQL keeps nowhere; until then nobody had refused it, and nothing that reads it as what it says
 * may come before it is mended.
 */
class AnOutboxOfBeforeIsBroughtUpToDateTest {

    private static final String NAME = "kontor";
    private static final String OWNER_PASSWORD = "owner";

    /** The last of them before texts were refused that cannot be kept. */
    private static final String BEFORE = "131";

    @Test
    void by_all_migrations_one_after_the_other() throws SQLException {
        PostgresServer server = PostgresServer.temporary();
        DatabaseBootstrap.kontor(server, NAME, OWNER_PASSWORD);
        try (TestConnections owner =
                TestConnections.of(server.jdbcUrl(NAME), DatabaseBootstrap.OWNER, OWNER_PASSWORD, 2)) {
            bringTo(owner, BEFORE);
            try (Connection superuser = server.connect(NAME);
                    Statement statement = superuser.createStatement()) {
                statement.execute(
                        """
                        insert into coalition.outbox (tenant_id, message_key, topic, reference, payload)
                        values (1, '7', 'redemption-held', 3, '{"r":"a\\u0000b","o":1,"b":"2026-03-15"}')""");

                assertThat(new CoalitionMigrations(owner, new DatabaseLogins("the secret")).migrate())
                        .isPositive();

                try (ResultSet row = statement.executeQuery(
                        "select payload::jsonb ->> 'r', to_regclass('coalition.outbox_of_holds_by_reference')"
                                + " from coalition.outbox")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo("a\ufffdb");
                    assertThat(row.getString(2)).isNotNull();
                }
            }
        } finally {
            server.close();
        }
    }

    private static void bringTo(TestConnections owner, String version) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/coalition")
                .schemas("coalition")
                .defaultSchema("coalition")
                .placeholderReplacement(false)
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }
}
