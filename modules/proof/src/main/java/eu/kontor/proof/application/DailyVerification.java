package eu.kontor.proof.application;

import eu.kontor.proof.api.Verifications.Outcome;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Has the ledger verified once a day, counted from the last time, so that a server started every morning does it too. */
@Service
public class DailyVerification {

    static final Duration AT_MOST_OLD = Duration.ofHours(24);

    /** Reading everything takes minutes on a large ledger: not while a server has just started. */
    private static final Duration PAUSE = Duration.ofHours(1);

    private final LedgerVerifications verifications;
    private final Clock clock;

    @Inject
    private LeasedRounds rounds;

    @Inject
    public DailyVerification(LedgerVerifications verifications, Clock clock) {
        this.verifications = verifications;
        this.clock = clock;
    }

    void begin(@Observes MigrationsDone event) {
        rounds.begin("The daily verification of the ledger", PAUSE, PAUSE, this::round);
    }

    void round() {
        boolean due = verifications
                .latest()
                .map(Outcome::endedAt)
                .filter(ended -> ended.isAfter(clock.instant().minus(AT_MOST_OLD)))
                .isEmpty();
        if (due) {
            verifications.daily();
        }
    }
}
