package eu.kontor.outbox.application;

import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries messages in the background on every node, from the moment the schemas are up to date until the server stops. */
@Service
public class Relay {

    /** What is posted is filed and seen within a second; an idle round is one query over the list of tenants. */
    private static final long PAUSE_MILLISECONDS = 300;

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Delivery delivery;
    private final AtomicBoolean isAway = new AtomicBoolean();

    @Resource
    private ManagedScheduledExecutorService executor;

    private volatile ScheduledFuture<?> rounds;
    private volatile boolean stopping;

    @Inject
    public Relay(Delivery delivery) {
        this.delivery = delivery;
    }

    void start(@Observes MigrationsDone event) {
        rounds = executor.scheduleWithFixedDelay(
                this::round, PAUSE_MILLISECONDS, PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** The batch under way is not interrupted: it is committed, or rolled back and carried after the next start. */
    @PreDestroy
    void stop() {
        stopping = true;
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** An exception would end the rounds for good; the database being away must not. */
    private void round() {
        try {
            delivery.begin(() -> stopping);
            if (isAway.compareAndSet(true, false)) {
                LOG.info("messages are relayed again");
            }
        } catch (RuntimeException failure) {
            if (stopping) {
                LOG.info(
                        "the round under way was given up, because the server stops; its messages are carried after the next start");
            } else if (isAway.compareAndSet(false, true)) {
                LOG.error("messages cannot be relayed; trying again every {} ms", PAUSE_MILLISECONDS, failure);
            }
        }
    }
}
