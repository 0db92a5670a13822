package eu.kontor.tenancy.application;

import eu.kontor.tenancy.persistence.TenantSchemas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Schemas and roles of tenants, over the owner's door to the database. */
@ApplicationScoped
public class TenantDatabases {

    private final DatabaseWiring databases;
    private final Clock clock;
    private TenantSchemas schemas;

    protected TenantDatabases() {
        this(null, null);
    }

    @Inject
    public TenantDatabases(DatabaseWiring databases, Clock clock) {
        this.databases = databases;
        this.clock = clock;
    }

    /** Reads the migrations at the first call, after the coalition's own were applied. */
    synchronized TenantSchemas schemas() {
        if (schemas == null) {
            schemas = new TenantSchemas(databases.owner(), clock);
        }
        return schemas;
    }
}
