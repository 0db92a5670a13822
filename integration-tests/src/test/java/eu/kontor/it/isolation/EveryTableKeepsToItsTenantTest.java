package eu.kontor.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Generated from the database's own catalog, so that a table which a later migration adds is tested without a word here. */
class EveryTableKeepsToItsTenantTest {

    /** SQL standard, as PostgreSQL's appendix A lists it: insufficient privilege. */
    private static final String NOT_PERMITTED = "42501";

    private static final List<String> SLUGS = List.of("alpha-hotel", "beta-cafe", "gamma-shop");
    private static final KontorDatabase DATABASE = KontorDatabase.fresh();
    private static final List<TenantId> TENANTS =
            SLUGS.stream().map(DATABASE::tenant).toList();
    private static final Transactions TRANSACTIONS = DATABASE.transactions();

    private static final String TABLES_OF_SCHEMA =
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = '%s' and c.relkind in ('r', 'p') order by 1""";

    private static final String COALITION_TABLES_WITH_TENANT =
            """
            select c.relname
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'coalition'
              join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
             where c.relkind in ('r', 'p') and not c.relispartition
             order by 1""";

    private static final String UNPROTECTED =
            """
            select c.relname
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'coalition'
              join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
             where c.relkind in ('r', 'p') and not c.relispartition and not (c.relrowsecurity and c.relforcerowsecurity)
             order by 1""";

    private static final String OPEN_PARTITIONS =
            """
            select p.grantee || ' ' || p.privilege_type || ' ' || p.table_name
              from information_schema.role_table_grants p
              join pg_class c on c.relname = p.table_name and c.relispartition
             where p.table_schema = 'coalition' and p.grantee <> 'kontor_owner'""";

    private static final String CHANGEABLE_HISTORY =
            """
            select grantee || ' ' || privilege_type || ' ' || table_name
              from information_schema.role_table_grants
             where table_schema = 'coalition'
               and table_name in ('audit_entry', 'transfer')
               and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
               and grantee <> 'kontor_owner'""";

    @TestFactory
    Stream<DynamicTest> a_tenants_own_tables_refuse_every_other_tenant() throws SQLException {
        List<DynamicTest> tests = new ArrayList<>();
        for (int owner = 0; owner < SLUGS.size(); owner++) {
            String schema = "t_" + SLUGS.get(owner).replace('-', '_');
            List<String> tables = names(TABLES_OF_SCHEMA.formatted(schema));
            assertThat(tables).isNotEmpty().hasSizeLessThanOrEqualTo(25);
            for (int other = 0; other < SLUGS.size(); other++) {
                if (owner == other) {
                    continue;
                }
                TenantId stranger = TENANTS.get(other);
                for (String table : tables) {
                    for (String statement : statements(schema + "." + table)) {
                        tests.add(DynamicTest.dynamicTest(SLUGS.get(other) + ": " + statement, () -> {
                            refuses(() -> TRANSACTIONS.asTenant(stranger, unit -> run(unit.connection(), statement)));
                            refuses(() -> TRANSACTIONS.asRelay(stranger, unit -> run(unit.connection(), statement)));
                        }));
                    }
                }
            }
            for (String table : tables) {
                String statement = "select * from " + schema + "." + table;
                tests.add(DynamicTest.dynamicTest("operator and poster: " + statement, () -> {
                    refuses(() -> TRANSACTIONS.asOperator(unit -> run(unit.connection(), statement)));
                    refuses(() -> TRANSACTIONS.asPoster(unit -> run(unit.connection(), statement)));
                }));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> the_coalitions_tables_show_a_tenant_its_own_rows_only() throws SQLException {
        return names(COALITION_TABLES_WITH_TENANT).stream()
                .map(table -> DynamicTest.dynamicTest(table, () -> {
                    try (Connection superuser = DATABASE.superuser()) {
                        OneRowPerTenant.into(superuser, table, TENANTS);
                    }
                    for (TenantId tenant : TENANTS) {
                        assertThat(tenantsSeen("coalition." + table, tenant)).isIn(List.of(), List.of(tenant.value()));
                    }
                }));
    }

    @Test
    void every_table_of_the_coalition_that_names_a_tenant_has_row_level_security_even_for_its_owner()
            throws SQLException {
        assertThat(names(UNPROTECTED)).isEmpty();
    }

    @Test
    void partitions_cannot_be_reached_past_their_table() throws SQLException {
        assertThat(names(OPEN_PARTITIONS)).isEmpty();
    }

    @Test
    void what_was_posted_or_audited_can_be_changed_by_nobody() throws SQLException {
        assertThat(names(CHANGEABLE_HISTORY)).isEmpty();
    }

    @Test
    void a_tenant_that_left_its_role_is_shown_nothing() throws SQLException {
        try (Connection connection = DATABASE.signedIn("t_" + SLUGS.getFirst().replace('-', '_'))) {
            assertThat(count(connection, "select count(*) from coalition.tenant"))
                    .isZero();
            assertThat(count(connection, "select count(*) from coalition.outlet"))
                    .isZero();
            assertThatThrownBy(() -> run(connection, "create temporary table shadow (x int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> statements(String table) {
        return List.of(
                "select * from " + table, "delete from " + table, "lock table " + table + " in access share mode");
    }

    private static void refuses(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(DatabaseFailure.class, e -> assertThat(e.sqlState())
                .isEqualTo(NOT_PERMITTED));
    }

    /** A table that the tenant may not read at all keeps to itself as well. */
    private static List<Integer> tenantsSeen(String table, TenantId tenant) {
        try {
            return TRANSACTIONS.asTenant(tenant, unit -> {
                List<Integer> seen = new ArrayList<>();
                try (Statement statement = unit.connection().createStatement();
                        ResultSet row = statement.executeQuery("select distinct tenant_id from " + table)) {
                    while (row.next()) {
                        seen.add(row.getInt(1));
                    }
                }
                assertThat(seen).as("the row that is its own").isNotEmpty();
                return seen;
            });
        } catch (DatabaseFailure refused) {
            assertThat(refused.sqlState()).isEqualTo(NOT_PERMITTED);
            return List.of();
        }
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return 0;
        }
    }

    private static List<String> names(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = DATABASE.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
