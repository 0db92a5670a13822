package eu.kontor.tenancy.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.Caller;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;

/** Writes {@code coalition.audit_entry}. Nobody has the right to change or delete an entry. */
@Service
public class AuditTrail implements Audit {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String RECORD = SqlFile.read("tenancy/record_audit_entry");

    private final Clock clock;

    @Inject
    public AuditTrail(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void record(UnitOfWork unit, Caller caller, String action, String subject, Map<String, String> details) {
        ObjectNode json = JSON.createObjectNode();
        details.forEach(json::put);
        try (PreparedStatement statement = unit.connection().prepareStatement(RECORD)) {
            if (caller.tenant().isPresent()) {
                statement.setInt(1, caller.tenant().get().value());
            } else {
                statement.setNull(1, Types.INTEGER);
            }
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setString(3, caller.subject());
            statement.setString(4, caller.name());
            statement.setString(5, action);
            statement.setString(6, subject);
            statement.setString(7, json.toString());
            statement.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
