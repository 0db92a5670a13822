package eu.kontor.tenancy.persistence;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.SqlFile;
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
    private static final String FAILED = SqlFile.read("tenancy/tenants_whose_migration_failed");

    /** @param versions that a current schema has */
    public Set<TenantId> current(UnitOfWork unit, List<Integer> versions) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(CURRENT)) {
            statement.setArray(1, unit.connection().createArrayOf("int4", versions.toArray()));
            statement.setInt(2, versions.size());
            return tenants(statement);
        }
    }

    public Set<TenantId> failed(UnitOfWork unit) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(FAILED)) {
            return tenants(statement);
        }
    }

    private static Set<TenantId> tenants(PreparedStatement statement) throws SQLException {
        Set<TenantId> tenants = new HashSet<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tenants.add(new TenantId(rows.getInt("tenant_id")));
            }
        }
        return tenants;
    }
}
