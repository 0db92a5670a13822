package eu.kontor.tenancy.persistence;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which content of each section was last applied from files, in {@code coalition.applied_section}; needs the operator's role. */
@Service
public class AppliedSections {

    private static final String READ = SqlFile.read("tenancy/applied_sections");
    private static final String REMEMBER = SqlFile.read("tenancy/remember_section");

    private final Clock clock;

    @Inject
    public AppliedSections(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param tenant empty for the coalition's own file
     * @return digests by section; a section that was never applied has none
     */
    public Map<String, byte[]> of(UnitOfWork unit, Optional<TenantId> tenant) throws SQLException {
        Map<String, byte[]> digests = new HashMap<>();
        try (PreparedStatement statement = unit.connection().prepareStatement(READ)) {
            setTenant(statement, tenant);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    digests.put(row.getString("section"), row.getBytes("digest"));
                }
            }
        }
        return digests;
    }

    public void remember(UnitOfWork unit, Optional<TenantId> tenant, String section, byte[] digest)
            throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(REMEMBER)) {
            setTenant(statement, tenant);
            statement.setString(2, section);
            statement.setBytes(3, digest);
            statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            statement.execute();
        }
    }

    private static void setTenant(PreparedStatement statement, Optional<TenantId> tenant) throws SQLException {
        if (tenant.isPresent()) {
            statement.setInt(1, tenant.get().value());
        } else {
            statement.setNull(1, Types.INTEGER);
        }
    }
}
