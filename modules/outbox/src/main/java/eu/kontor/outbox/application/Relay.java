package eu.kontor.outbox.application;

import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Relays messages in the background on the one server that holds the lease, from the moment the coalition's schema is up to date until
 * the server stops. A round begins deliveries and does not wait for them.
 */
@Service
public class Relay {

    /** What is posted is filed and seen within a second; an idle round is one query over the list of tenants. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Delivery delivery;
    private final LeasedRounds rounds;
    private final AtomicBoolean isAway = new AtomicBoolean();
    private volatile boolean stopping;

    @Inject
    public Relay(Delivery delivery, LeasedRounds rounds) {
        this.delivery = delivery;
        this.rounds = rounds;
    }

    void start(@Observes MigrationsDone event) {
        start();
    }

    void start() {
        rounds.begin("Relay of messages", PAUSE, PAUSE, this::round);
    }

    /** The batch under way is not interrupted: it is committed, or rolled back and carried after the next start. */
    @PreDestroy
    void stop() {
        stopping = true;
    }

    /** Said once, not with every round, while the database is away. */
    private void round() {
        try {
            delivery.begin(() -> stopping);
            if (isAway.compareAndSet(true, false)) {
                LOG.info("Messages are relayed again");
            }
        } catch (RuntimeException failure) {
            if (!stopping && isAway.compareAndSet(false, true)) {
                LOG.error("Messages cannot be relayed; trying again every {} ms", PAUSE.toMillis(), failure);
            }
        }
    }
}
