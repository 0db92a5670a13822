package eu.kontor.tenancy.application;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.persistence.DatabaseLogins;
import eu.kontor.tenancy.persistence.TenantSchemas;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Schemas and roles of tenants, over the owner's door to the database, or, where that is shut, looked at only. */
@Service
public class TenantDatabases {

    private final Supplier<DataSource> door;
    private final boolean isOwner;
    private final DatabaseLogins logins;
    private final Clock clock;
    private TenantSchemas schemas;

    @Inject
    public TenantDatabases(DatabaseWiring databases, Clock clock) {
        this(
                () -> databases.isOwner() ? databases.owner() : databases.operatorWithoutPool(),
                databases.isOwner(),
                databases.logins(),
                clock);
    }

    /**
     * @param door signs in as {@code kontor_owner}, or as {@code kontor_operator}, who sees which migrations there are
     * @param isOwner which of them
     */
    public TenantDatabases(Supplier<DataSource> door, boolean isOwner, DatabaseLogins logins, Clock clock) {
        this.door = door;
        this.isOwner = isOwner;
        this.logins = logins;
        this.clock = clock;
    }

    /** Whether this server has the owner's login. */
    boolean isOwner() {
        return isOwner;
    }

    /** To look at. Reads the migrations at the first call, after the coalition's own were applied. */
    synchronized TenantSchemas schemas() {
        if (schemas == null) {
            schemas = new TenantSchemas(door.get(), clock, logins);
        }
        return schemas;
    }

    /**
     * To change.
     *
     * @throws Refusal {@code PROVISIONING_ELSEWHERE} on a server without the owner's login
     */
    TenantSchemas owned() {
        if (!isOwner) {
            throw new Refusal(RefusalCode.PROVISIONING_ELSEWHERE);
        }
        return schemas();
    }
}
