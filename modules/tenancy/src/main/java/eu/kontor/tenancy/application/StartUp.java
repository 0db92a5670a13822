package eu.kontor.tenancy.application;

import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.CoalitionMigrations;
import eu.kontor.tenancy.persistence.TenantMigrationRun;
import eu.kontor.tenancy.persistence.TenantRecords;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens before anything else: the schemas are brought up to date and the registry is read; then the others hear of it. */
@Service
public class StartUp {

    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);

    private final DatabaseWiring databases;
    private final TenantDatabases tenantDatabases;
    private final Transactions transactions;
    private final TenantRecords records;
    private final Event<MigrationsDone> migrationsDone;

    @Inject
    public StartUp(
            DatabaseWiring databases,
            TenantDatabases tenantDatabases,
            Transactions transactions,
            TenantRecords records,
            Event<MigrationsDone> migrationsDone) {
        this.databases = databases;
        this.tenantDatabases = tenantDatabases;
        this.transactions = transactions;
        this.records = records;
        this.migrationsDone = migrationsDone;
    }

    void migrate(@Observes Startup event) {
        int coalition = new CoalitionMigrations(databases.owner()).migrate();
        List<TenantRecords.TenantRecord> tenants = transactions.asOperator(records::all);
        int applied = new TenantMigrationRun(tenantDatabases.schemas(), LOG::info).migrate(created(tenants));
        LOG.info("{} migrations of the coalition and {} of {} tenants applied", coalition, applied, tenants.size());
        migrationsDone.fire(new MigrationsDone(tenants.size()));
    }

    /** A tenant whose provisioning was interrupted may not have a schema yet; applying its file again goes on with it. */
    private static List<TenantRecords.TenantRecord> created(List<TenantRecords.TenantRecord> tenants) {
        return tenants.stream()
                .filter(tenant -> !tenant.configuration().isEmpty())
                .toList();
    }
}
