package eu.kontor.ledger.application;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the database's catalog says about the rights of everyone who is not its owner. */
class TheLedgerIsWrittenOnceTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();

    /** Every role that signs in to serve, over every table of the ledger and every partition of transfers. */
    private static final String RIGHTS =
            """
            select roles.rolname, tables.relname
              from pg_roles as roles
             cross join pg_class as tables
              left join pg_inherits on pg_inherits.inhrelid = tables.oid
             where roles.rolcanlogin and roles.rolname not in ('kontor_owner', 'keycloak')
               and not roles.rolsuper
               and tables.relkind in ('r', 'p')
               and (tables.oid = any (?::regclass[]) or pg_inherits.inhparent = any (?::regclass[]))
               and (has_table_privilege(roles.oid, tables.oid, ?) or ? = 'UPDATE' and has_any_column_privilege(roles.oid, tables.oid, 'UPDATE'))
             order by 2, 1""";

    private static final String TABLES =
            """
            select relname from pg_class
             where relnamespace = 'coalition'::regnamespace and relkind in ('r', 'p') and not relispartition
             order by relname""";

    /** What nobody changes once it is there, and the one who writes it. */
    private static final Map<String, String> WRITTEN_ONCE = Map.ofEntries(
            entry("transfer", "kontor_poster"),
            entry("request", "kontor_poster"),
            entry("hold", "kontor_poster"),
            entry("hold_outcome", "kontor_poster"),
            entry("reversal", "kontor_poster"),
            entry("reversal_line", "kontor_poster"),
            entry("redemption_return", "kontor_poster"),
            entry("gift", "kontor_poster"),
            entry("passing", "kontor_poster"),
            entry("passed_debt", "kontor_poster"),
            entry("award_part", "kontor_poster"),
            entry("window_position", "kontor_operator"),
            entry("expiry_notice", "kontor_operator"),
            entry("seal", "kontor_operator"),
            entry("sealed_page", "kontor_operator"),
            entry("ledger_verification", "kontor_operator"),
            entry("coherence_walk", "kontor_operator"),
            entry("coherence_sum", "kontor_operator"),
            entry("balance_snapshot", "kontor_operator"),
            entry("balance_snapshot_progress", "kontor_operator"),
            entry("position_watermark", "kontor_operator"),
            entry("window_seal", "kontor_operator"),
            entry("position_snapshot", "kontor_operator"));

    /** Likewise, but inserted by every tenant's relay. */
    private static final Set<String> TOLD_BY_RELAYS = Set.of("handed_over_notice", "undelivered_notice");

    /** Written by migrations alone. */
    private static final Set<String> GIVEN = Set.of("account", "transfer_kind", "flyway_schema_history");

    /** Sums of the above, and what becomes of a window and a run. */
    private static final Set<String> RUNNING =
            Set.of("balance", "debt", "settlement_window", "expiry_run", "account_link");

    /** Who caused a posting: only the name can be changed, so that it can be erased. */
    private static final Set<String> NAMED = Set.of("actor");

    /** Of the modules that the ledger stands on. */
    private static final Set<String> ELSEWHERE = Set.of(
            "coalition",
            "database_login",
            "ended_access",
            "tenant",
            "tenant_migration",
            "tenant_migration_failure",
            "lease",
            "outlet",
            "applied_section",
            "audit_entry",
            "outbox");

    /** What nobody changes, for whoever wants to try. */
    static List<String> unchangeable() {
        return Stream.of(WRITTEN_ONCE.keySet(), TOLD_BY_RELAYS, GIVEN)
                .flatMap(Set::stream)
                .sorted()
                .toList();
    }

    @Test
    void every_table_is_known_here() throws SQLException {
        List<String> known = Stream.of(WRITTEN_ONCE.keySet(), TOLD_BY_RELAYS, GIVEN, RUNNING, NAMED, ELSEWHERE)
                .flatMap(Set::stream)
                .toList();
        try (Connection superuser = DATABASE.superuser();
                PreparedStatement statement = superuser.prepareStatement(TABLES);
                ResultSet row = statement.executeQuery()) {
            List<String> tables = new ArrayList<>();
            while (row.next()) {
                tables.add(row.getString(1));
            }
            assertThat(known).containsExactlyInAnyOrderElementsOf(tables);
        }
    }

    @Test
    void nobody_can_update_delete_truncate_or_switch_triggers() throws SQLException {
        for (String right : List.of("UPDATE", "DELETE", "TRUNCATE", "TRIGGER")) {
            assertThat(holders(right, unchangeable())).as(right).isEmpty();
        }
    }

    @Test
    void each_is_written_by_one_role_and_what_is_given_by_none() throws SQLException {
        List<String> writers = WRITTEN_ONCE.entrySet().stream()
                .map(table -> table.getValue() + " " + table.getKey())
                .toList();
        assertThat(holders("INSERT", unchangeable()))
                .filteredOn(holder -> TOLD_BY_RELAYS.stream().noneMatch(holder::endsWith))
                .containsExactlyInAnyOrderElementsOf(writers);
    }

    @Test
    void only_relays_say_that_a_notice_did_not_arrive() throws SQLException {
        assertThat(holders("INSERT", List.copyOf(TOLD_BY_RELAYS)))
                .isNotEmpty()
                .allMatch(holder -> holder.startsWith("c_"));
    }

    @Test
    void balances_and_debts_are_updated_by_the_poster_alone_and_never_deleted() throws SQLException {
        List<String> running = List.of("balance", "debt");
        assertThat(holders("UPDATE", running)).containsExactlyInAnyOrder("kontor_poster balance", "kontor_poster debt");
        assertThat(holders("DELETE", running)).isEmpty();
        assertThat(holders("TRUNCATE", running)).isEmpty();
    }

    private static List<String> holders(String right, List<String> tables) throws SQLException {
        DATABASE.tenant("hotel");
        try (Connection superuser = DATABASE.superuser();
                PreparedStatement statement = superuser.prepareStatement(RIGHTS)) {
            Object[] names = tables.stream().map("coalition."::concat).toArray();
            statement.setArray(1, superuser.createArrayOf("text", names));
            statement.setArray(2, superuser.createArrayOf("text", names));
            statement.setString(3, right);
            statement.setString(4, right);
            try (ResultSet row = statement.executeQuery()) {
                List<String> holders = new ArrayList<>();
                while (row.next()) {
                    holders.add(row.getString(1) + " " + row.getString(2));
                }
                return holders;
            }
        }
    }
}
