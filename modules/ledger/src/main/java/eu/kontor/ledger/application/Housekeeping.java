package eu.kontor.ledger.application;

import eu.kontor.ledger.api.Holds;
import eu.kontor.ledger.api.Snapshots;
import eu.kontor.ledger.api.Windows;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the ledger does by the clock: every minute releases overdue holds and opens the windows ahead; once a day of the coalition
 * releases those that were left for days, and keeps balances and positions. What fails is tried again a minute later and keeps nothing else from being done;
 * what takes long once a day does not delay what is done every minute. One server does it at a time; all of it may be cut off anywhere:
 * it is done again, and what is done is not done twice.
 */
@Service
public class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** A guest whose redemption was given up waits a minute longer than the hold for the points. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Holds holds;
    private final Windows windows;
    private final LedgerCalendar calendar;
    private final Snapshots snapshots;
    private LocalDate releasedOn;
    private LocalDate keptOn;

    @Inject
    private LeasedRounds rounds;

    @Inject
    public Housekeeping(Holds holds, Windows windows, Snapshots snapshots, LedgerCalendar calendar) {
        this.holds = holds;
        this.windows = windows;
        this.snapshots = snapshots;
        this.calendar = calendar;
    }

    void begin(@Observes MigrationsDone event) {
        rounds.begin("Housekeeping of the ledger", Duration.ZERO, PAUSE, this::everyMinute);
        rounds.begin("Daily housekeeping of the ledger", Duration.ZERO, PAUSE, this::onceADay);
    }

    /** What fails is logged; the next round begins as if it had not been. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("The ledger's {} failed and will be tried again in {} seconds", what, PAUSE.toSeconds(), e);
        }
    }

    /** Before the operator described the coalition there is no time zone and nothing to keep. */
    void everyMinute() {
        if (calendar.isKnown()) {
            attempt("release of overdue holds", holds::releaseOverdue);
            attempt("opening of windows", windows::all);
        }
    }

    void onceADay() {
        if (calendar.isKnown()) {
            LocalDate today = calendar.today();
            attempt("release of holds that were left", () -> releaseLongOverdue(today));
            attempt("snapshot", () -> keep(today));
        }
    }

    private void releaseLongOverdue(LocalDate today) {
        if (!today.equals(releasedOn)) {
            holds.releaseLongOverdue();
            releasedOn = today;
        }
    }

    private void keep(LocalDate today) {
        if (!today.equals(keptOn)) {
            snapshots.take(today);
            keptOn = today;
        }
    }
}
