package eu.kontor.ledger.application;

import eu.kontor.kernel.Caller;
import eu.kontor.ledger.api.Expiry;
import eu.kontor.ledger.api.Expiry.RunState;
import eu.kontor.ledger.api.Holds;
import eu.kontor.ledger.api.Snapshots;
import eu.kontor.ledger.api.Windows;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Rounds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What the ledger does by the clock: releases overdue holds and opens the windows ahead every minute, and lapses points once
 * a day of the coalition. All of it may run on several nodes and be cut off anywhere: it is done again, and what is done is not
 * done twice.
 */
@ApplicationScoped
public class Housekeeping {

    /** A guest whose redemption was given up waits a minute longer than the hold for the points. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Caller BY_THE_CLOCK = Caller.system("ledger housekeeping");

    private Holds holds;
    private Windows windows;
    private Expiry expiry;
    private LedgerCalendar calendar;
    private Snapshots snapshots;
    private LocalDate lapsedOn;
    private LocalDate keptOn;

    @Inject
    private Rounds rounds;

    @Inject
    public Housekeeping(Holds holds, Windows windows, Expiry expiry, Snapshots snapshots, LedgerCalendar calendar) {
        this.holds = holds;
        this.windows = windows;
        this.expiry = expiry;
        this.snapshots = snapshots;
        this.calendar = calendar;
    }

    protected Housekeeping() {}

    void begin(@Observes MigrationsDone event) {
        rounds.begin("Housekeeping of the ledger", Duration.ZERO, PAUSE, this::round);
    }

    /** Before the operator described the coalition there is no time zone and nothing to keep. */
    void round() {
        if (!calendar.isKnown()) {
            return;
        }
        holds.releaseOverdue();
        LocalDate today = calendar.today();
        if (!today.equals(keptOn)) {
            snapshots.take(today);
            keptOn = today;
        }
        if (!today.equals(lapsedOn) && windows.areClosedBefore(YearMonth.from(today))) {
            lapse(today);
            lapsedOn = today;
        }
    }

    /** A run that a person stopped is for a person to go on with. */
    private void lapse(LocalDate today) {
        boolean isStopped = expiry.progress(BY_THE_CLOCK)
                .filter(progress -> progress.state() == RunState.STOPPED)
                .isPresent();
        if (!isStopped) {
            expiry.run(BY_THE_CLOCK, today);
        }
    }
}
