package eu.kontor.server;

import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.TenantUpdates;
import eu.kontor.tenancy.api.TenantUpdates.Progress;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the coalition's schema is current. Tenants whose own is not are counted, and refused one by one. */
@Readiness
@Service
public class MigrationsCheck implements HealthCheck {

    private final TenantUpdates updates;
    private volatile boolean isDone;

    @Inject
    public MigrationsCheck(TenantUpdates updates) {
        this.updates = updates;
    }

    void remember(@Observes MigrationsDone event) {
        isDone = true;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("migrations").status(isDone);
        if (isDone) {
            count(response);
        }
        return response.build();
    }

    /** Another check tells that the database is away. */
    private void count(HealthCheckResponseBuilder response) {
        try {
            Progress progress = updates.progress();
            response.withData("tenants", progress.tenants())
                    .withData("waiting", progress.waiting())
                    .withData("failed", progress.failed());
        } catch (DatabaseFailure away) {
            response.withData("tenants", "unknown");
        }
    }
}
