package eu.kontor.server;

import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: all schemas are current and the tenants are known. */
@Readiness
@Service
public class MigrationsCheck implements HealthCheck {

    private final AtomicReference<MigrationsDone> done = new AtomicReference<>();

    void remember(@Observes MigrationsDone event) {
        done.set(event);
    }

    @Override
    public HealthCheckResponse call() {
        MigrationsDone event = done.get();
        return event == null
                ? HealthCheckResponse.named("migrations").down().build()
                : HealthCheckResponse.named("migrations")
                        .up()
                        .withData("tenants", event.tenants())
                        .build();
    }
}
