package eu.kontor.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the database's catalog says about the rights of everyone who is not its owner. */
class TheLedgerIsWrittenOnceTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();

    /** Every role that the application can enter, over every table of the ledger and every partition of transfers. */
    private static final String RIGHTS =
            """
            select roles.rolname, tables.relname
              from pg_roles as roles
             cross join pg_class as tables
              left join pg_inherits on pg_inherits.inhrelid = tables.oid
             where pg_has_role('kontor_app', roles.oid, 'set')
               and not roles.rolsuper
               and tables.relkind in ('r', 'p')
               and (tables.oid = any (?::regclass[]) or pg_inherits.inhparent = any (?::regclass[]))
               and (has_table_privilege(roles.oid, tables.oid, ?) or ? = 'UPDATE' and has_any_column_privilege(roles.oid, tables.oid, 'UPDATE'))
             order by 2, 1""";

    /** Inserted by every brand's courier. */
    private static final String UNDELIVERED = "coalition.undelivered_notice";

    private static final List<String> WRITTEN_ONCE = List.of(
            "coalition.transfer",
            "coalition.request",
            "coalition.hold",
            "coalition.hold_outcome",
            "coalition.reversal",
            "coalition.window_position",
            "coalition.expiry_notice",
            "coalition.seal",
            "coalition.sealed_page",
            "coalition.ledger_verification",
            "coalition.coherence_walk",
            "coalition.balance_snapshot",
            "coalition.balance_snapshot_progress",
            "coalition.position_watermark",
            "coalition.position_snapshot");

    @Test
    void nobody_can_update_delete_truncate_or_switch_triggers() throws SQLException {
        for (String right : List.of("UPDATE", "DELETE", "TRUNCATE", "TRIGGER")) {
            assertThat(holders(right, WRITTEN_ONCE)).as(right).isEmpty();
            assertThat(holders(right, List.of(UNDELIVERED))).as(right).isEmpty();
        }
    }

    @Test
    void only_the_poster_inserts_and_only_the_operator_freezes_positions_and_tells_members() throws SQLException {
        assertThat(holders("INSERT", WRITTEN_ONCE))
                .containsExactlyInAnyOrder(
                        "kontor_poster transfer",
                        "kontor_poster request",
                        "kontor_poster hold",
                        "kontor_poster hold_outcome",
                        "kontor_poster reversal",
                        "kontor_operator window_position",
                        "kontor_operator expiry_notice",
                        "kontor_operator seal",
                        "kontor_operator sealed_page",
                        "kontor_operator ledger_verification",
                        "kontor_operator coherence_walk",
                        "kontor_operator balance_snapshot",
                        "kontor_operator balance_snapshot_progress",
                        "kontor_operator position_watermark",
                        "kontor_operator position_snapshot");
    }

    @Test
    void only_couriers_say_that_a_notice_did_not_arrive() throws SQLException {
        assertThat(holders("INSERT", List.of(UNDELIVERED))).isNotEmpty().allMatch(holder -> holder.startsWith("c_"));
    }

    @Test
    void balances_and_debts_are_updated_by_the_poster_alone_and_never_deleted() throws SQLException {
        List<String> running = List.of("coalition.balance", "coalition.debt");
        assertThat(holders("UPDATE", running)).containsExactlyInAnyOrder("kontor_poster balance", "kontor_poster debt");
        assertThat(holders("DELETE", running)).isEmpty();
        assertThat(holders("TRUNCATE", running)).isEmpty();
    }

    private static List<String> holders(String right, List<String> tables) throws SQLException {
        DATABASE.tenant("hotel");
        try (Connection superuser = DATABASE.superuser();
                PreparedStatement statement = superuser.prepareStatement(RIGHTS)) {
            statement.setArray(1, superuser.createArrayOf("text", tables.toArray()));
            statement.setArray(2, superuser.createArrayOf("text", tables.toArray()));
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
