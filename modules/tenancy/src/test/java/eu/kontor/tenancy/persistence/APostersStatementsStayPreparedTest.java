package eu.kontor.tenancy.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.Transactions.Work;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A batch of postings is a dozen statements; parsing and planning them would cost more than a small batch itself. */
class APostersStatementsStayPreparedTest {

    /** The driver prepares a statement on the server when it is executed for the fifth time. */
    private static final int UNTIL_PREPARED = 6;

    private static final int MORE = 20;

    private static final String STATEMENT = "select count(*) from coalition.tenant where tenant_id = any (?)";

    private static final String PLANS =
            """
            select generic_plans, custom_plans
              from pg_catalog.pg_prepared_statements
             where statement like 'select count(*) from coalition.tenant where%'""";

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("prepared-hotel");

    /** One connection for posters, which meets every transaction, and one for tenants. */
    private final Transactions transactions = DATABASE.transactions(DATABASE.applicationPool(2));

    @Test
    void from_one_transaction_to_the_next_with_one_plan() {
        execute(UNTIL_PREPARED + MORE);
        Plans plans = transactions.asPoster(plans());
        assertThat(plans.once()).as("executed with the plan that was made once").isGreaterThanOrEqualTo(MORE);
        assertThat(plans.each()).as("planned for the values at hand").isZero();
    }

    @Test
    void whatever_tenants_do_meanwhile() {
        execute(UNTIL_PREPARED + MORE);
        transactions.asTenant(HOTEL, unit -> null);
        execute(MORE);
        assertThat(transactions.asPoster(plans()).once()).isGreaterThanOrEqualTo(MORE + MORE);
    }

    @Test
    void because_posters_sign_in_with_the_search_path_that_they_work_with() throws SQLException {
        try (Connection signedIn = DATABASE.logins().signIn(DATABASE.applicationPool(1), DatabaseRole.POSTER);
                Statement statement = signedIn.createStatement();
                ResultSet row = statement.executeQuery("show search_path")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("pg_catalog, pg_temp");
        }
    }

    @Test
    void and_so_do_a_tenants_own() {
        for (int time = 0; time < UNTIL_PREPARED + MORE; time++) {
            transactions.asTenant(HOTEL, unit -> count(unit.connection().prepareStatement(STATEMENT)));
        }
        Plans plans = transactions.asTenant(HOTEL, plans());
        assertThat(plans.once() + plans.each()).isGreaterThanOrEqualTo(MORE);
    }

    private void execute(int times) {
        for (int time = 0; time < times; time++) {
            transactions.asPoster(unit -> count(unit.connection().prepareStatement(STATEMENT)));
        }
    }

    private static boolean count(PreparedStatement prepared) throws SQLException {
        try (PreparedStatement statement = prepared) {
            statement.setObject(1, new int[] {1, 2, 3});
            return statement.execute();
        }
    }

    /** How often the prepared statement was executed with either kind of plan. */
    private record Plans(int once, int each) {}

    private static Work<Plans> plans() {
        return unit -> {
            try (PreparedStatement statement = unit.connection().prepareStatement(PLANS);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return new Plans(row.getInt(1), row.getInt(2));
            }
        };
    }
}
