package eu.kontor.ledger.application;

import eu.kontor.ledger.api.Verifications.Outcome;
import eu.kontor.tenancy.api.MigrationsDone;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the ledger verified once a day, counted from the last time, so that a server started every morning does it too. */
@ApplicationScoped
public class DailyVerification {

    private static final Logger LOG = LoggerFactory.getLogger(DailyVerification.class);

    static final Duration AT_MOST_OLD = Duration.ofHours(24);

    /** Reading everything takes minutes on a large ledger: not while a server has just started. */
    private static final long LOOK_EVERY_MINUTES = 60;

    private LedgerVerifications verifications;
    private Clock clock;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    private volatile ScheduledFuture<?> rounds;

    @Inject
    public DailyVerification(LedgerVerifications verifications, Clock clock) {
        this.verifications = verifications;
        this.clock = clock;
    }

    protected DailyVerification() {}

    void begin(@Observes MigrationsDone event) {
        rounds = executor.scheduleWithFixedDelay(
                this::roundThatGoesOn, LOOK_EVERY_MINUTES, LOOK_EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void end() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    private void roundThatGoesOn() {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.warn("Whether the ledger is to be verified could not be seen; it is asked again", e);
        }
    }

    void round() {
        boolean due = verifications
                .latest()
                .map(Outcome::endedAt)
                .filter(ended -> ended.isAfter(clock.instant().minus(AT_MOST_OLD)))
                .isEmpty();
        if (due) {
            verifications.begin(Optional.empty());
        }
    }
}
