package eu.kontor.feeds.application;

import eu.kontor.kernel.TenantId;
import eu.kontor.routes.api.Routes;
import eu.kontor.tenancy.api.Tenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;

/** One route per tenant that may send files, all of one template. */
final class FeedRoutes {

    private static final String TEMPLATE = "feed-in";

    private final FeedIntake intake;
    private final Runnable wake;
    private final Routes routes;
    private final Map<TenantId, FeedSource> open = new HashMap<>();

    /** @param wake says that there is work */
    FeedRoutes(FeedIntake intake, Runnable wake, Routes routes) {
        this.intake = intake;
        this.wake = wake;
        this.routes = routes;
    }

    /** Opens the tenant's route, or changes it when its source has changed. */
    synchronized void open(Tenant tenant, FeedSource source) {
        FeedSource current = open.get(tenant.id());
        if (current != null && current.address().equals(source.address())) {
            return;
        }
        close(tenant.id());
        routes.describe(new FeedIn());
        routes.open(
                TEMPLATE,
                source.routeId(),
                Map.of("address", source.address(), "door", new FeedDoor(intake, tenant, wake)));
        open.put(tenant.id(), source);
    }

    synchronized void close(TenantId tenant) {
        FeedSource source = open.remove(tenant);
        if (source != null) {
            routes.close(source.routeId());
        }
    }

    void stop() {
        List.copyOf(open.keySet()).forEach(this::close);
    }

    /** From a tenant's inbox or its server into the intake. A file that fails stays where it is and is tried again. */
    private static final class FeedIn extends RouteBuilder {
        @Override
        public void configure() {
            routeTemplate(TEMPLATE)
                    .templateParameter("address")
                    .templateParameter("door")
                    .from("{{address}}")
                    .to("bean:{{door}}?method=take");
        }
    }
}
