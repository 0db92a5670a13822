package eu.kontor.tenancy.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Trail.Entry;
import eu.kontor.tenancy.api.Trail.Wanted;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Reads {@code coalition.audit_entry}. */
public final class TrailRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRAIL = SqlFile.read("tenancy/trail");
    private static final String ACTIONS = SqlFile.read("tenancy/trail_actions");

    private final Handle jdbi;

    public TrailRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    private record Row(
            long auditEntryId,
            Instant at,
            Optional<TenantId> tenantId,
            String actor,
            String actorName,
            String action,
            String subject,
            String details,
            Optional<String> client,
            Optional<String> address) {

        Entry entry() {
            return new Entry(
                    auditEntryId, at, tenantId, actor, actorName, action, subject, told(details), client, address);
        }

        private static Map<String, String> told(String json) {
            try {
                return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
            } catch (JsonProcessingException e) {
                return Map.of("details", json);
            }
        }
    }

    /** Newest first. */
    public List<Entry> before(long number, Wanted wanted, int most) {
        return jdbi.createQuery(TRAIL)
                .bind("before", number)
                .bind("tenant", wanted.tenant().map(TenantId::value))
                .bind("action", wanted.action())
                .bind("from", wanted.from().map(at -> at.atOffset(ZoneOffset.UTC)))
                .bind("until", wanted.until().map(at -> at.atOffset(ZoneOffset.UTC)))
                .bind("person", wanted.person())
                .bind("text", wanted.text())
                .bind("most", most)
                .mapTo(Row.class)
                .map(Row::entry)
                .list();
    }

    public List<String> actions() {
        return jdbi.createQuery(ACTIONS).mapTo(String.class).list();
    }
}
