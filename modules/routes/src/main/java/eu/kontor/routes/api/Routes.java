package eu.kontor.routes.api;

import eu.kontor.tenancy.api.Service;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;

/**
 * Camel, once per server. A way is described once, as a route template; routes are opened from it, one per partner, and closed again.
 */
@Service
public class Routes {

    /** A copy of a file takes seconds. */
    private static final int SHUTDOWN_SECONDS = 10;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory managedThreads;

    private ThreadFactory threads;
    private DefaultCamelContext camel;
    private ProducerTemplate producer;
    private final Set<Class<?>> described = new HashSet<>();

    @Inject
    public Routes() {}

    /** Outside a container. */
    public Routes(ThreadFactory threads) {
        this.threads = threads;
    }

    /** @param templates of which the second and later ones of the same class are passed over */
    public synchronized void describe(RouteBuilder templates) {
        if (described.add(templates.getClass())) {
            try {
                camel().addRoutes(templates);
            } catch (Exception e) {
                throw new IllegalStateException("the templates of routes cannot be read: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Opens a route; one that is open under the same name is left as it is.
     *
     * @param parameters of the template; what is no text is bound as a bean, whose name the parameter then is
     */
    public synchronized void open(String template, String routeId, Map<String, Object> parameters) {
        if (isOpen(routeId)) {
            return;
        }
        TemplatedRouteBuilder route =
                TemplatedRouteBuilder.builder(camel(), template).routeId(routeId);
        parameters.forEach((name, value) -> route.parameter(name, text(routeId, name, value)));
        try {
            route.add();
        } catch (RuntimeException e) {
            throw new IllegalStateException("the route " + routeId + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** A bean is found by a name of this route's own; opened again with another bean, it is that one's. */
    private String text(String routeId, String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        String bean = routeId + '-' + name;
        camel.getRegistry().bind(bean, value);
        return bean;
    }

    public synchronized boolean isOpen(String routeId) {
        return camel != null && camel.getRoute(routeId) != null;
    }

    /** Waits for what is under way on it. */
    public synchronized void close(String routeId) {
        if (!isOpen(routeId)) {
            return;
        }
        try {
            camel.getRouteController().stopRoute(routeId);
            camel.removeRoute(routeId);
        } catch (Exception e) {
            throw new IllegalStateException("the route " + routeId + " cannot be stopped: " + e.getMessage(), e);
        }
    }

    /**
     * Returns when the route has taken it.
     *
     * @throws org.apache.camel.CamelExecutionException when it did not
     */
    public void send(String endpoint, Object body, Map<String, Object> headers) {
        producer().sendBodyAndHeaders(endpoint, body, headers);
    }

    @PreDestroy
    public synchronized void stop() {
        if (camel != null) {
            camel.stop();
        }
    }

    private synchronized ProducerTemplate producer() {
        if (producer == null) {
            producer = camel().createProducerTemplate();
        }
        return producer;
    }

    private DefaultCamelContext camel() {
        if (camel == null) {
            DefaultCamelContext fresh = new DefaultCamelContext();
            fresh.disableJMX();
            fresh.setApplicationContextClassLoader(Routes.class.getClassLoader());
            fresh.getShutdownStrategy().setTimeout(SHUTDOWN_SECONDS);
            fresh.getExecutorServiceManager()
                    .setThreadPoolFactory(new ServersThreads(threads == null ? managedThreads : threads));
            fresh.start();
            camel = fresh;
        }
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
