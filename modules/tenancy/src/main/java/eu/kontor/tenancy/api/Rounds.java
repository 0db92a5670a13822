package eu.kontor.tenancy.api;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a bean does in the background again and again, until it ends with the server; to be begun at {@link MigrationsDone}. A round
 * that fails is logged, and the next one begins as if it had not been.
 */
@Dependent
public class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    private volatile ScheduledFuture<?> rounds;

    /** @param what names the work in the log */
    public void begin(String what, Duration first, Duration pause, Runnable round) {
        rounds = executor.scheduleWithFixedDelay(
                () -> goOn(what, pause, round), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void goOn(String what, Duration pause, Runnable round) {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.warn("{} failed and is tried again in {} seconds", what, pause.toSeconds(), e);
        }
    }

    @PreDestroy
    void end() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }
}
