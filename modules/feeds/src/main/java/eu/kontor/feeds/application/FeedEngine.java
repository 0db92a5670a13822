package eu.kontor.feeds.application;

import eu.kontor.feeds.persistence.FeedFolders;
import eu.kontor.kernel.TenantId;
import eu.kontor.routes.api.Routes;
import eu.kontor.tenancy.api.BackgroundThreads;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the feeds going while the servers run. The one that holds the lease looks after the inboxes: a route per active tenant, and
 * before them whatever a crash left half done. Every server has workers for tenants that have files waiting; each file has a lease of
 * its own. Starts when the migrations are done.
 */
@Service
public class FeedEngine {

    /** Two tenants' files at once keep two database connections busy; a third would wait for the ledger's locks. */
    private static final int WORKERS = 2;

    /** New tenants, files that another node left, faults that are over: seconds matter to none of them. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private static final int STOP_SECONDS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(FeedEngine.class);

    private final FeedSettings settings;
    private final Tenants tenants;
    private final FeedIntake intake;
    private final FeedWorker worker;
    private final Routes camel;
    private final LeasedRounds rounds;
    private final BackgroundThreads threads;
    private final Set<TenantId> busy = new HashSet<>();

    /** Since this server looks after the inboxes. */
    private final Set<TenantId> recovered = new HashSet<>();

    private FeedRoutes routes;
    private ThreadFactory ours;
    private ExecutorService workers;
    private ExecutorService readers;
    private volatile boolean isStopping;

    @Inject
    public FeedEngine(
            FeedSettings settings,
            Tenants tenants,
            FeedIntake intake,
            FeedWorker worker,
            Routes camel,
            LeasedRounds rounds,
            BackgroundThreads threads) {
        this.settings = settings;
        this.tenants = tenants;
        this.intake = intake;
        this.worker = worker;
        this.camel = camel;
        this.rounds = rounds;
        this.threads = threads;
    }

    void start(@Observes MigrationsDone event) {
        start(threads.factory());
    }

    /** @param factory of threads on which the work sees the application's class loader and resources */
    synchronized void start(ThreadFactory factory) {
        if (workers != null) {
            return;
        }
        ours = factory;
        routes = new FeedRoutes(intake, this::wake, camel);
        workers = Executors.newFixedThreadPool(WORKERS, factory);
        readers = Executors.newCachedThreadPool(factory);
        rounds.begin("Intake of feeds", Duration.ZERO, PAUSE, this::lookAfterInboxes, this::leaveInboxes);
        rounds.beginEverywhere("Work on feeds", Duration.ZERO, PAUSE, this::dispatch);
    }

    /** There may be work: looks at once. */
    public void wake() {
        if (!isStopping && workers != null) {
            ours.newThread(this::dispatch).start();
        }
    }

    /** Ends after the batches under way. */
    @PreDestroy
    public synchronized void stop() {
        if (workers == null) {
            return;
        }
        isStopping = true;
        routes.stop();
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

    private void lookAfterInboxes() {
        try {
            for (Tenant tenant : tenants.all()) {
                lookAfter(tenant);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lookAfter(Tenant tenant) throws IOException {
        if (isActive(tenant) && !isStopping && (recovered.contains(tenant.id()) || recover(tenant))) {
            FeedFolders folders = new FeedFolders(settings.directory(), tenant.slug()).create();
            routes.open(
                    tenant,
                    new FeedSource(tenant.slug(), folders, settings.source(tenant.slug()), settings.quietSeconds()));
        } else {
            routes.close(tenant.id());
        }
    }

    private void leaveInboxes() {
        routes.stop();
        recovered.clear();
    }

    private void dispatch() {
        try {
            for (TenantId tenant : isStopping ? List.<TenantId>of() : worker.tenantsWithWork()) {
                if (isActive(tenants.get(tenant)) && begin(tenant)) {
                    workers.execute(() -> workOff(tenant));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Waiting feeds could not be looked up; trying again in {} seconds", PAUSE.toSeconds(), e);
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

    /** @return false when it has to be tried again */
    private boolean recover(Tenant tenant) {
        try {
            worker.tidy(tenant, intake.recover(tenant));
            recovered.add(tenant.id());
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.warn("The feeds' folders of {} could not be recovered", tenant.slug(), e);
            return false;
        }
    }

    private static boolean isActive(Tenant tenant) {
        return tenant.state() == Tenant.State.ACTIVE;
    }
}
