package eu.kontor.tenancy.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
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
        unit.jdbi()
                .createUpdate(RECORD)
                .bind("tenant", caller.tenant().map(TenantId::value))
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("actor", caller.subject())
                .bind("actorName", caller.name())
                .bind("action", action)
                .bind("subject", subject)
                .bind("details", json.toString())
                .bind("client", caller.origin().client())
                .bind("address", caller.origin().address())
                .execute();
    }
}
