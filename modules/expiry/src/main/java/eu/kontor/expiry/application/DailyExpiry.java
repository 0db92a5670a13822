package eu.kontor.expiry.application;

import eu.kontor.expiry.api.Expiry;
import eu.kontor.expiry.api.Expiry.RunState;
import eu.kontor.kernel.Caller;
import eu.kontor.ledger.api.Windows;
import eu.kontor.tenancy.api.LeasedRounds;
import eu.kontor.tenancy.api.MigrationsDone;
import eu.kontor.tenancy.api.Service;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets points expire once a day of the coalition, as soon as no older window may still bring a visit. What fails is tried again a
 * minute later. One server does it at a time; it may be cut off anywhere: it is done again, and what is done is not done twice.
 */
@Service
public class DailyExpiry {

    private static final Logger LOG = LoggerFactory.getLogger(DailyExpiry.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Caller BY_THE_CLOCK = Caller.system("daily expiry");

    private final Expiry expiry;
    private final Windows windows;
    private final ExpiryCalendar calendar;
    private LocalDate expiredOn;

    @Inject
    private LeasedRounds rounds;

    @Inject
    public DailyExpiry(Expiry expiry, Windows windows, ExpiryCalendar calendar) {
        this.expiry = expiry;
        this.windows = windows;
        this.calendar = calendar;
    }

    void begin(@Observes MigrationsDone event) {
        rounds.begin("Daily expiry of points", Duration.ZERO, PAUSE, this::round);
    }

    /** Before the operator described the coalition there is no time zone and nothing to expire. */
    public void round() {
        if (calendar.isKnown()) {
            try {
                onceADay(calendar.today());
            } catch (RuntimeException e) {
                LOG.warn("Points could not expire now; it will be tried again in {} seconds", PAUSE.toSeconds(), e);
            }
        }
    }

    private void onceADay(LocalDate today) {
        if (!today.equals(expiredOn) && windows.areClosedBefore(YearMonth.from(today))) {
            expire(today);
            expiredOn = today;
        }
    }

    /** A run that a person stopped is for a person to go on with. */
    private void expire(LocalDate today) {
        boolean isStopped = expiry.progress(BY_THE_CLOCK)
                .filter(progress -> progress.state() == RunState.STOPPED)
                .isPresent();
        if (!isStopped) {
            expiry.run(BY_THE_CLOCK, today);
        }
    }
}
