package eu.kontor.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.Transactions.Work;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class ATransactionHasLimitsTest {

    private static final String SHOW =
            """
            select concat_ws(' ', current_setting('statement_timeout'), current_setting('lock_timeout'),
                             current_setting('idle_in_transaction_session_timeout'))""";

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("limits-hotel");

    /** One connection, so that a transaction meets what the one before left behind. */
    private final Transactions transactions = DATABASE.transactions(DATABASE.applicationPool(1));

    @Test
    void each_kind_has_its_own() {
        assertThat(transactions.asOperator(says(SHOW))).isEqualTo("1h 30s 5min");
        assertThat(transactions.asPoster(says(SHOW))).isEqualTo("10s 5s 1min");
        assertThat(transactions.asTenant(HOTEL, says(SHOW))).isEqualTo("1min 5s 5min");
        assertThat(transactions.asRelay(HOTEL, says(SHOW))).isEqualTo("10s 5s 10s");
        assertThat(transactions.asAuditor(says(SHOW))).isEqualTo("1h 30s 5min");
    }

    @Test
    void a_statement_that_takes_too_long_fails_and_the_connection_serves_the_next() {
        assertThatThrownBy(() -> transactions.asPoster(unit -> {
                    says("select set_config('statement_timeout', '100ms', true)")
                            .run(unit);
                    return says("select pg_catalog.pg_sleep(30)").run(unit);
                }))
                .isInstanceOfSatisfying(DatabaseFailure.class, failure -> {
                    assertThat(failure.sqlState()).isEqualTo("57014");
                    assertThat(failure.isPassing()).isTrue();
                });
        assertThat(transactions.asPoster(says("select 'served'"))).isEqualTo("served");
    }

    @Test
    void a_connection_that_the_database_ended_is_said_as_it_was_and_replaced() {
        assertThatThrownBy(() -> transactions.asOperator(unit -> {
                    String backend = says("select pg_catalog.pg_backend_pid()").run(unit);
                    try (Connection superuser = DATABASE.superuser();
                            Statement statement = superuser.createStatement()) {
                        statement.execute("select pg_terminate_backend(" + backend + ", 5000)");
                    }
                    return says("select 'too late'").run(unit);
                }))
                .isInstanceOfSatisfying(DatabaseFailure.class, failure -> {
                    assertThat(failure.sqlState()).isEqualTo("57P01");
                    assertThat(failure.isPassing()).isTrue();
                });
        assertThat(transactions.asOperator(says("select 'served'"))).isEqualTo("served");
    }

    @Test
    void a_pool_that_gives_nothing_passes_and_a_wrong_statement_does_not() {
        assertThat(new DatabaseFailure(new SQLTransientConnectionException("none is free")).isPassing())
                .isTrue();
        assertThatThrownBy(() -> transactions.asOperator(says("select nonsense")))
                .isInstanceOfSatisfying(DatabaseFailure.class, failure -> assertThat(failure.isPassing())
                        .isFalse());
    }

    private static Work<String> says(String query) {
        return unit -> {
            try (Statement statement = unit.connection().createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        };
    }
}
