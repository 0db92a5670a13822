package eu.kontor.it.isolation;

import eu.kontor.kernel.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts a row of each tenant into any table, whatever its columns: as superuser, without checks and references, since only
 * {@code tenant_id} matters to who sees it.
 */
final class OneRowPerTenant {

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("smallint", "1"),
            Map.entry("integer", "%d"),
            Map.entry("bigint", "%d"),
            Map.entry("numeric", "1"),
            Map.entry("text", "'x%d'"),
            Map.entry("character", "'x'"),
            Map.entry("character varying", "'x%d'"),
            Map.entry("\"char\"", "'x'"),
            Map.entry("boolean", "false"),
            Map.entry("date", "'2026-01-01'"),
            Map.entry("time without time zone", "'12:00'"),
            Map.entry("timestamp with time zone", "'2026-01-01 12:00Z'"),
            Map.entry("bytea", "decode(lpad('%d', 8, '0'), 'hex')"),
            Map.entry("jsonb", "'{}'"),
            Map.entry("json", "'{}'"),
            Map.entry("xid8", "'%d'"),
            Map.entry("ARRAY", "'{}'"));

    private static final String COLUMNS =
            """
            select column_name, data_type from information_schema.columns
             where table_schema = 'coalition' and table_name = '%s' and is_generated = 'NEVER' and is_identity = 'NO'""";

    private static final String CHECKS =
            """
            select conname from pg_constraint
             where conrelid = 'coalition.%s'::regclass and contype = 'c' and coninhcount = 0""";

    private OneRowPerTenant() {}

    static void into(Connection superuser, String table, List<TenantId> tenants) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            // The ledger's transfers live in one partition per window; the rows' dates lie in this one.
            statement.execute("select coalition.open_windows('2026-01-01', '2026-01-01')");
            statement.execute("set session_replication_role = replica");
            for (String check : texts(statement, CHECKS.formatted(table), 1)) {
                statement.execute("alter table coalition." + table + " drop constraint " + check);
            }
            List<String> columns = texts(statement, COLUMNS.formatted(table), 1);
            List<String> types = texts(statement, COLUMNS.formatted(table), 2);
            for (TenantId tenant : tenants) {
                List<String> values = new ArrayList<>();
                for (String type : types) {
                    if (!VALUES.containsKey(type)) {
                        throw new IllegalStateException("a value for the type " + type + " is needed here");
                    }
                    values.add(VALUES.get(type).formatted(tenant.value()));
                }
                statement.execute("insert into coalition." + table + " (" + String.join(", ", columns) + ") values ("
                        + String.join(", ", values) + ") on conflict do nothing");
            }
        }
    }

    private static List<String> texts(Statement statement, String query, int column) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(column));
            }
        }
        return texts;
    }
}
