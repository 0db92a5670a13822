package eu.kontor.ledger.seal;

import eu.kontor.ledger.api.Seals;
import eu.kontor.tenancy.api.MigrationsDone;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals in the background while the server runs. */
@ApplicationScoped
public class SealKeeper {

    /** How long a posting may lie unsealed; a seal for every posting would only make the chain long. */
    private static final int SEAL_EVERY_SECONDS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(SealKeeper.class);

    private Seals seals;
    private ScheduledExecutorService schedule;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory managedThreads;

    @Inject
    public SealKeeper(Seals seals) {
        this.seals = seals;
    }

    protected SealKeeper() {}

    void start(@Observes MigrationsDone event) {
        start(managedThreads);
    }

    synchronized void start(ThreadFactory threads) {
        if (schedule == null) {
            schedule = Executors.newSingleThreadScheduledExecutor(threads);
            schedule.scheduleWithFixedDelay(this::seal, SEAL_EVERY_SECONDS, SEAL_EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (schedule != null) {
            schedule.shutdownNow();
        }
    }

    private void seal() {
        try {
            seals.seal();
        } catch (RuntimeException e) {
            LOG.warn("What was posted could not be sealed now; the next attempt will do it", e);
        }
    }
}
