package eu.kontor.tenancy.application;

import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.persistence.TenantSchemas;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Schemas and roles of tenants, over the owner's door to the database. */
@Service
public class TenantDatabases {

    private final Supplier<DataSource> owner;
    private final Clock clock;
    private TenantSchemas schemas;

    @Inject
    public TenantDatabases(DatabaseWiring databases, Clock clock) {
        this(databases::owner, clock);
    }

    /** @param owner signs in as {@code kontor_owner} */
    public TenantDatabases(Supplier<DataSource> owner, Clock clock) {
        this.owner = owner;
        this.clock = clock;
    }

    /** Reads the migrations at the first call, after the coalition's own were applied. */
    synchronized TenantSchemas schemas() {
        if (schemas == null) {
            schemas = new TenantSchemas(owner.get(), clock);
        }
        return schemas;
    }
}
