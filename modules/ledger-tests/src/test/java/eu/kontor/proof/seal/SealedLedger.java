package eu.kontor.proof.seal;

import eu.kontor.kernel.TenantId;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A ledger in a database of its own, because its tests change history as a superuser. */
final class SealedLedger {

    static final SealedLedger SHARED = new SealedLedger();

    /** Few, so that some postings make many seals. */
    private static final int MOST_TRANSFERS_OF_A_SEAL = 5;

    final KontorDatabase database = KontorDatabase.fresh();
    final TenantId hotel = database.tenant("hotel");
    final TenantId cafe = database.tenant("cafe");
    final TenantId shop = database.tenant("shop");
    final CheckedLedger ledger = new CheckedLedger(database);
    final LedgerSeals seals = new LedgerSeals(database.transactions(), ledger.clock, MOST_TRANSFERS_OF_A_SEAL);

    SealedLedger() {
        ledger.windows.all();
    }

    /** As a superuser, past rights, policies and triggers. */
    void change(String sql) {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    long count(String sql) {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
