package eu.kontor.ledger.application;

import eu.kontor.kernel.Caller;
import eu.kontor.ledger.api.Expiry;
import eu.kontor.ledger.api.Expiry.RunState;
import eu.kontor.ledger.api.Holds;
import eu.kontor.ledger.api.Snapshots;
import eu.kontor.ledger.api.Windows;
import eu.kontor.tenancy.api.MigrationsDone;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the ledger does by the clock: releases overdue holds and opens the windows ahead every minute, and lapses points once
 * a day of the coalition. All of it may run on several nodes and be cut off anywhere: it is done again, and what is done is not
 * done twice.
 */
@ApplicationScoped
public class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** A guest whose redemption was given up waits a minute longer than the hold for the points. */
    private static final long ROUND_SECONDS = 60;

    private static final Caller BY_THE_CLOCK = Caller.system("ledger housekeeping");

    private Holds holds;
    private Windows windows;
    private Expiry expiry;
    private LedgerCalendar calendar;
    private Snapshots snapshots;
    private LocalDate lapsedOn;
    private LocalDate keptOn;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    private ScheduledFuture<?> rounds;

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
        rounds = executor.scheduleWithFixedDelay(this::roundThatGoesOn, 0, ROUND_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** A round that fails is logged; the next one begins as if it had not been. */
    private void roundThatGoesOn() {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.warn("Housekeeping of the ledger failed and is tried again in {} seconds", ROUND_SECONDS, e);
        }
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
