package eu.kontor.proof.seal;

import eu.kontor.proof.api.Seals;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals in the background while the server runs. */
@Service
public class SealKeeper {

    /** How long a posting may lie unsealed; a seal for every posting would only make the chain long. */
    private static final int SEAL_EVERY_SECONDS = 20;

    private static final String SETTING = "kontor.seals.seconds";

    private static final Logger LOG = LoggerFactory.getLogger(SealKeeper.class);

    private final Seals seals;
    private final int everySeconds;
    private ScheduledExecutorService schedule;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory managedThreads;

    /** @param everySeconds at most between two seals; {@value #SEAL_EVERY_SECONDS} unless set otherwise */
    @Inject
    public SealKeeper(
            Seals seals, @ConfigProperty(name = SETTING, defaultValue = "" + SEAL_EVERY_SECONDS) int everySeconds) {
        this.seals = seals;
        this.everySeconds = everySeconds;
    }

    void start(@Observes MigrationsDone event) {
        start(managedThreads);
    }

    synchronized void start(ThreadFactory threads) {
        if (schedule == null) {
            schedule = Executors.newSingleThreadScheduledExecutor(threads);
            Duration longest = Duration.ofSeconds(everySeconds);
            sealAfter(longest, new SealPace(longest));
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (schedule != null) {
            schedule.shutdownNow();
        }
    }

    private synchronized void sealAfter(Duration distance, SealPace pace) {
        if (!schedule.isShutdown()) {
            schedule.schedule(() -> sealAfter(pace.next(seal()), pace), distance.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** @return how many transfers; none when it could not be done */
    private long seal() {
        try {
            return seals.seal();
        } catch (RuntimeException e) {
            LOG.warn("What was posted could not be sealed now; the next attempt will do it", e);
            return 0;
        }
    }
}
