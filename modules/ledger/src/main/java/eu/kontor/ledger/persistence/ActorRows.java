package eu.kontor.ledger.persistence;

import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Actor;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.PostedBy;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** {@code coalition.actor}. */
public final class ActorRows {

    /** A client that calls itself by more tills than that is not believed any more. */
    public static final int MOST_TILLS = 2_000;

    private static final String KNOWN_OR_ADDED = SqlFile.read("ledger/actor/known_or_added");
    private static final String FIND = SqlFile.read("ledger/actor/find");
    private static final String NAME_OF = SqlFile.read("ledger/actor/name_of");
    private static final String ERASE_NAME = SqlFile.read("ledger/actor/erase_name");

    /** No brand's rows, and for every brand to read. */
    private static final Map<ActorId, PostedBy> OF_THE_SYSTEM = Map.of(
            ActorId.OVERDUE_HOLDS, system(ActorId.OVERDUE_HOLDS, "overdue holds"),
            ActorId.DAILY_EXPIRY, system(ActorId.DAILY_EXPIRY, "daily expiry"));

    private final Handle jdbi;

    public ActorRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    private record Row(
            Optional<TenantId> tenantId,
            String subject,
            Optional<String> name,
            String client,
            String role,
            String till,
            String file) {

        Actor actor() {
            return new Actor(tenantId, subject, name, client, role, till, file);
        }
    }

    /** Empty when another server adds it at this moment, which is seen by asking again; or when its client has too many tills. */
    public Optional<ActorId> knownOrAdded(Actor actor) {
        return jdbi.createQuery(KNOWN_OR_ADDED)
                .bind("fingerprint", actor.fingerprint())
                .bind("tenant", actor.tenant().map(TenantId::value))
                .bind("subject", actor.subject())
                .bind("name", actor.name())
                .bind("client", actor.client())
                .bind("role", actor.role())
                .bind("till", actor.till())
                .bind("file", actor.file())
                .bind("mostTills", MOST_TILLS)
                .mapTo(Integer.class)
                .findOne()
                .map(ActorId::new);
    }

    public Optional<Actor> find(ActorId id) {
        return jdbi.createQuery(FIND)
                .bind("actor", id.number())
                .mapTo(Row.class)
                .findOne()
                .map(Row::actor);
    }

    /** The latest that is known; of those whom the role may see. */
    public Optional<String> nameOf(String subject) {
        return jdbi.createQuery(NAME_OF)
                .bind("subject", subject)
                .mapTo(String.class)
                .findOne();
    }

    /** @param tenant empty for all */
    public int eraseName(Optional<TenantId> tenant, String subject) {
        return jdbi.createUpdate(ERASE_NAME)
                .bind("tenant", tenant.map(TenantId::value))
                .bind("subject", subject)
                .execute();
    }

    /** Of a row that has the columns {@code actor_…}, which are null where the reader may not see them. */
    static PostedBy postedBy(ResultSet row) throws SQLException {
        ActorId id = new ActorId(row.getInt("actor_id"));
        String subject = row.getString("actor_subject");
        if (!id.isKnown()) {
            return PostedBy.NOBODY_KNOWN;
        }
        PostedBy system = OF_THE_SYSTEM.get(id);
        if (system != null) {
            return system;
        }
        if (subject == null) {
            return new PostedBy(id, Optional.empty());
        }
        int tenant = row.getInt("actor_tenant");
        return new PostedBy(
                id,
                Optional.of(new Actor(
                        tenant == 0 ? Optional.empty() : Optional.of(new TenantId(tenant)),
                        subject,
                        Optional.ofNullable(row.getString("actor_name")),
                        row.getString("actor_client"),
                        row.getString("actor_role"),
                        row.getString("actor_till"),
                        row.getString("actor_file"))));
    }

    private static PostedBy system(ActorId id, String what) {
        return new PostedBy(
                id,
                Optional.of(new Actor(Optional.empty(), Actor.SYSTEM, Optional.of(what), what, Actor.SYSTEM, "", "")));
    }
}
