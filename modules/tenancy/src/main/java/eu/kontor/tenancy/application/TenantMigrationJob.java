package eu.kontor.tenancy.application;

import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.LeasedRounds.Work;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.persistence.TenantMigrationRun;
import eu.kontor.tenancy.persistence.TenantMigrationRun.MigrationFailed;
import eu.kontor.tenancy.persistence.TenantRecords.TenantRecord;
import eu.kontor.tenancy.persistence.TenantSchemas;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tenants' schemas up to date beside the work of those that are. One server does it; another one goes on where it was when
 * it ended. While two versions of the product run side by side, each has a lease of its own: only the newer one knows what is missing.
 */
@Service
public class TenantMigrationJob {

    /** Whoever is missing was added or could not be migrated a minute ago. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(TenantMigrationJob.class);

    private final TenantDatabases databases;
    private final TenantReadiness readiness;
    private final LeasedRounds rounds;

    @Inject
    public TenantMigrationJob(TenantDatabases databases, TenantReadiness readiness, LeasedRounds rounds) {
        this.databases = databases;
        this.readiness = readiness;
        this.rounds = rounds;
    }

    void begin(@Observes MigrationsDone event) {
        begin();
    }

    /** A server without the owner's login leaves it to one that has it. */
    void begin() {
        if (!databases.isOwner()) {
            return;
        }
        TenantSchemas schemas = databases.schemas();
        String name = "Migration of tenants to " + schemas.newest();
        rounds.begin(new Work(name, Duration.ZERO, PAUSE, () -> round(schemas), () -> {}));
    }

    private Duration round(TenantSchemas schemas) {
        List<TenantRecord> waiting = readiness.waiting();
        if (waiting.isEmpty()) {
            return PAUSE;
        }
        LOG.info("The schemas of {} tenants are brought up to date", waiting.size());
        try {
            int applied = new TenantMigrationRun(schemas, LOG::info).migrate(waiting);
            LOG.info("{} migrations were applied to {} tenants", applied, waiting.size());
        } catch (MigrationFailed failed) {
            LOG.error("It is tried again in {} seconds: {}", PAUSE.toSeconds(), failed.getMessage(), failed);
        }
        return PAUSE;
    }
}
