package eu.kontor.rest.metrics;

import eu.kontor.tenancy.api.AccessRefusals;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** How often this server refused somebody for lack of right, over the API and in the portal: a figure that jumps is somebody who tries doors. */
@Service
public class AccessMetrics {

    private final MetricRegistry registry;
    private final AccessRefusals refusals;

    @Inject
    public AccessMetrics(MetricRegistry registry, AccessRefusals refusals) {
        this.registry = registry;
        this.refusals = refusals;
    }

    void begin(@Observes MigrationsDone done) {
        registry.gauge(
                Metadata.builder()
                        .withName("kontor_access_refused")
                        .withDescription("Requests and views refused for lack of right since this server began")
                        .build(),
                refusals::count);
    }
}
