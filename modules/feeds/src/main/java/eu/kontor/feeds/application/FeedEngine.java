package eu.kontor.feeds.application;

import eu.kontor.feeds.persistence.FeedFolders;
import eu.kontor.kernel.TenantId;
import eu.kontor.routes.api.Routes;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the feeds going while the server runs: a route per active tenant, and workers for tenants that have files waiting. Starts when
 * the migrations are done; whatever a crash left half done is finished first.
 */
@Service
public class FeedEngine {

    /** Two tenants' files at once keep two database connections busy; a third would wait for the ledger's locks. */
    private static final int WORKERS = 2;

    /** New tenants, files that another node left, faults that are over: seconds matter to none of them. */
    private static final int TICK_SECONDS = 3;

    private static final int STOP_SECONDS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(FeedEngine.class);

    private final FeedSettings settings;
    private final Tenants tenants;
    private final FeedIntake intake;
    private final FeedWorker worker;
    private final Routes camel;
    private final Set<TenantId> busy = new HashSet<>();

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory managedThreads;

    private FeedRoutes routes;
    private ScheduledExecutorService ticker;
    private ExecutorService workers;
    private ExecutorService readers;
    private volatile boolean isStopping;

    @Inject
    public FeedEngine(FeedSettings settings, Tenants tenants, FeedIntake intake, FeedWorker worker, Routes camel) {
        this.settings = settings;
        this.tenants = tenants;
        this.intake = intake;
        this.worker = worker;
        this.camel = camel;
    }

    void start(@Observes MigrationsDone event) {
        start(managedThreads);
    }

    /** @param threads the server's own, so that the work sees the application's class loader and resources */
    synchronized void start(ThreadFactory threads) {
        if (ticker != null) {
            return;
        }
        routes = new FeedRoutes(intake, this::wake, camel);
        workers = Executors.newFixedThreadPool(WORKERS, threads);
        readers = Executors.newCachedThreadPool(threads);
        ticker = Executors.newSingleThreadScheduledExecutor(threads);
        tenants.all().stream().filter(FeedEngine::isActive).forEach(this::recover);
        ticker.scheduleWithFixedDelay(this::tick, 0, TICK_SECONDS, TimeUnit.SECONDS);
    }

    /** There may be work: looks at once. */
    public void wake() {
        if (!isStopping && ticker != null) {
            ticker.execute(this::dispatch);
        }
    }

    /** Ends after the batches under way. */
    @PreDestroy
    public synchronized void stop() {
        if (ticker == null) {
            return;
        }
        isStopping = true;
        routes.stop();
        ticker.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A feed's batch is still under way; its transaction will be rolled back and repeated");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        readers.shutdownNow();
    }

    private void tick() {
        try {
            for (Tenant tenant : tenants.all()) {
                if (isActive(tenant)) {
                    FeedFolders folders = new FeedFolders(settings.directory(), tenant.slug()).create();
                    routes.open(
                            tenant,
                            new FeedSource(
                                    tenant.slug(), folders, settings.source(tenant.slug()), settings.quietSeconds()));
                } else {
                    routes.close(tenant.id());
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The feeds' routes could not be looked after; trying again in {} seconds", TICK_SECONDS, e);
        }
        dispatch();
    }

    private void dispatch() {
        try {
            for (TenantId tenant : worker.tenantsWithWork()) {
                if (isActive(tenants.get(tenant)) && begin(tenant)) {
                    workers.execute(() -> workOff(tenant));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Waiting feeds could not be looked up; trying again in {} seconds", TICK_SECONDS, e);
        }
    }

    private void workOff(TenantId tenant) {
        try {
            worker.workOff(tenant, readers, () -> isStopping);
        } catch (RuntimeException e) {
            LOG.warn("The feeds of tenant {} could not be worked off; trying again", tenant.value(), e);
        } finally {
            end(tenant);
        }
    }

    private synchronized boolean begin(TenantId tenant) {
        return !isStopping && busy.add(tenant);
    }

    private synchronized void end(TenantId tenant) {
        busy.remove(tenant);
    }

    private void recover(Tenant tenant) {
        try {
            worker.tidy(tenant, intake.recover(tenant));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The feeds' folders of {} could not be recovered", tenant.slug(), e);
        }
    }

    private static boolean isActive(Tenant tenant) {
        return tenant.state() == Tenant.State.ACTIVE;
    }
}
