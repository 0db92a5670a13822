package eu.kontor.feeds.application;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.Tenant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;

/** Camel, with one route per tenant that may send files. There is no CDI module for Camel 4, hence by hand. */
final class FeedRoutes {

    /** A copy into the work folder takes seconds. */
    private static final int SHUTDOWN_SECONDS = 10;

    private final FeedIntake intake;
    private final Runnable wake;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Map<TenantId, FeedSource> open = new HashMap<>();

    FeedRoutes(FeedIntake intake, Runnable wake, ThreadFactory threads) {
        this.intake = intake;
        this.wake = wake;
        camel.disableJMX();
        camel.setApplicationContextClassLoader(FeedRoutes.class.getClassLoader());
        camel.getShutdownStrategy().setTimeout(SHUTDOWN_SECONDS);
        camel.getExecutorServiceManager().setThreadPoolFactory(new ServersThreads(threads));
        camel.start();
    }

    /** Opens the tenant's route, or changes it when its source has changed. */
    void open(Tenant tenant, FeedSource source) {
        FeedSource current = open.get(tenant.id());
        if (current != null && current.address().equals(source.address())) {
            return;
        }
        close(tenant);
        try {
            camel.addRoutes(new FeedRoute(source, new FeedDoor(intake, tenant, wake)));
            open.put(tenant.id(), source);
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the route " + source.routeId() + " cannot be started: " + e.getMessage(), e);
        }
    }

    void close(Tenant tenant) {
        FeedSource source = open.remove(tenant.id());
        if (source == null) {
            return;
        }
        try {
            camel.getRouteController().stopRoute(source.routeId());
            camel.removeRoute(source.routeId());
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the route " + source.routeId() + " cannot be stopped: " + e.getMessage(), e);
        }
    }

    void stop() {
        camel.stop();
    }

    CamelContext camel() {
        return camel;
    }

    /** Camel's pools on the server's threads. */
    private static final class ServersThreads extends DefaultThreadPoolFactory {
        private final ThreadFactory threads;

        ServersThreads(ThreadFactory threads) {
            this.threads = threads;
        }

        @Override
        public ExecutorService newCachedThreadPool(ThreadFactory camels) {
            return super.newCachedThreadPool(threads);
        }

        @Override
        public ExecutorService newThreadPool(ThreadPoolProfile profile, ThreadFactory camels) {
            return super.newThreadPool(profile, threads);
        }

        @Override
        public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory camels) {
            return super.newScheduledThreadPool(profile, threads);
        }
    }
}
