package eu.kontor.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Transactions.Work;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tried as every role the application can be, and looked up in the catalog. */
class TheApplicationCannotRewriteHistoryTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final TenantId HOTEL = DATABASE.tenant("hotel");

    /** SQL standard, as PostgreSQL's appendix A lists it: insufficient privilege. */
    private static final String NOT_PERMITTED = "42501";

    private static final String THE_APPLICATIONS_ROLES =
            "select oid from pg_roles where rolcanlogin and not rolsuper and rolname not in ('kontor_owner',"
                    + " 'keycloak')";

    private static final String OWNED =
            """
            select relname from pg_class
             where relnamespace = 'coalition'::regnamespace
               and exists (select from (%s) as role where pg_has_role(role.oid, relowner, 'member'))"""
                    .formatted(THE_APPLICATIONS_ROLES);

    private static final String MIGHTY =
            """
            select rolname from pg_roles
             where oid in (%s)
               and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
                    or has_parameter_privilege(oid, 'session_replication_role', 'set'))"""
                    .formatted(THE_APPLICATIONS_ROLES);

    private static final String COLUMNS =
            "select quote_ident(attname) from pg_attribute where attrelid = 'coalition.%s'::regclass and attnum > 0"
                    + " and not attisdropped";

    @BeforeAll
    static void thereIsHistory() {
        new CheckedLedger(DATABASE).earn(TestLedger.newMember(), HOTEL, 10);
    }

    @Test
    void it_owns_no_table_of_the_coalition_and_is_no_member_of_its_owner() throws SQLException {
        assertThat(names(OWNED)).isEmpty();
    }

    @Test
    void none_of_its_roles_passes_policies_triggers_or_rights() throws SQLException {
        assertThat(names(MIGHTY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update coalition.transfer set points = points + 1",
                "delete from coalition.transfer",
                "truncate coalition.transfer",
                "alter table coalition.transfer disable trigger all",
                "alter table coalition.transfer disable row level security",
                "alter table coalition.transfer owner to kontor_poster",
                "drop table coalition.transfer",
                "set session_replication_role = replica",
                "update coalition.transfer_2026_03 set points = points + 1",
                "update coalition.expiry_notice set expires_on = expires_on - 30",
                "delete from coalition.balance"
            })
    void every_role_is_refused(String statement) {
        refusedToEveryRole(statement);
    }

    @ParameterizedTest
    @MethodSource("eu.kontor.ledger.application.TheLedgerIsWrittenOnceTest#unchangeable")
    void every_role_is_refused_to_change_take_away_or_empty(String table) throws SQLException {
        for (String column : names(COLUMNS.formatted(table))) {
            refusedToEveryRole("update coalition." + table + " set " + column + " = default");
        }
        refusedToEveryRole("delete from coalition." + table);
        refusedToEveryRole("truncate coalition." + table);
    }

    private static void refusedToEveryRole(String statement) {
        Work<Boolean> attempt = unit -> {
            try (Statement sql = unit.connection().createStatement()) {
                return sql.execute(statement);
            }
        };
        refused(() -> DATABASE.transactions().asOperator(attempt));
        refused(() -> DATABASE.transactions().asPoster(attempt));
        refused(() -> DATABASE.transactions().asTenant(HOTEL, attempt));
        refused(() -> DATABASE.transactions().asRelay(HOTEL, attempt));
    }

    private static void refused(Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(DatabaseFailure.class, failure -> assertThat(
                        ((SQLException) failure.getCause()).getSQLState())
                .isEqualTo(NOT_PERMITTED));
    }

    private static List<String> names(String sql) throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        }
    }
}
