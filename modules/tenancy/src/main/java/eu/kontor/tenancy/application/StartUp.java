package eu.kontor.tenancy.application;

import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.persistence.CoalitionMigrations;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens before anything else: the coalition's schema is brought up to date, or, on a server without the owner's login, found to be; then the others hear of it, among them who does the
 * same for the tenants ({@link TenantMigrationJob}).
 */
@Service
public class StartUp {

    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);

    private final DatabaseWiring databases;
    private final TenantDatabases tenantDatabases;
    private final TenantReadiness readiness;
    private final TenantRegistry registry;
    private final Event<MigrationsDone> migrationsDone;

    @Inject
    public StartUp(
            DatabaseWiring databases,
            TenantDatabases tenantDatabases,
            TenantReadiness readiness,
            TenantRegistry registry,
            Event<MigrationsDone> migrationsDone) {
        this.databases = databases;
        this.tenantDatabases = tenantDatabases;
        this.readiness = readiness;
        this.registry = registry;
        this.migrationsDone = migrationsDone;
    }

    void migrate(@Observes Startup event) {
        if (databases.isOwner()) {
            int coalition = new CoalitionMigrations(databases.owner(), databases.logins()).migrate();
            LOG.info("{} migrations of the coalition applied", coalition);
        } else {
            CoalitionMigrations.requireAll(databases.operatorWithoutPool());
        }
        readiness.require(tenantDatabases.schemas().versions());
        databases.prepare();
        registry.reload();
        migrationsDone.fire(new MigrationsDone());
    }
}
