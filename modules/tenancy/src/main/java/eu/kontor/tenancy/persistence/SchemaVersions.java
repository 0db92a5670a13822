package eu.kontor.tenancy.persistence;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.TenantUpdates.Progress;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which tenants have which migrations; needs the operator's role. */
public final class SchemaVersions {

    private static final String CURRENT = SqlFile.read("tenancy/tenants_with_migrations");
    private static final String PROGRESS = SqlFile.read("tenancy/migration_progress");

    /** @param versions that a current schema has */
    public Set<TenantId> current(UnitOfWork unit, List<Integer> versions) throws SQLException {
        Set<TenantId> tenants = new HashSet<>();
        try (PreparedStatement statement = asked(unit, CURRENT, versions);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tenants.add(new TenantId(rows.getInt("tenant_id")));
            }
        }
        return tenants;
    }

    /** @param versions that a current schema has */
    public Progress progress(UnitOfWork unit, List<Integer> versions) throws SQLException {
        try (PreparedStatement statement = asked(unit, PROGRESS, versions);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Progress(row.getInt("tenants"), row.getInt("waiting"), row.getInt("failed"));
        }
    }

    private static PreparedStatement asked(UnitOfWork unit, String sql, List<Integer> versions) throws SQLException {
        PreparedStatement statement = unit.connection().prepareStatement(sql);
        statement.setArray(1, unit.connection().createArrayOf("int4", versions.toArray()));
        statement.setInt(2, versions.size());
        return statement;
    }
}
