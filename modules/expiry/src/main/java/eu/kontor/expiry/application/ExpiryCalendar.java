package eu.kontor.expiry.application;

import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The coalition's time, and how long before points expire it must have been announced. */
@Service
public class ExpiryCalendar {

    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public ExpiryCalendar(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** In microseconds, as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** False until the operator's configuration was applied for the first time. */
    boolean isKnown() {
        return tenants.isConfigured();
    }

    LocalDate today() {
        return tenants.coalition().dayOf(now());
    }

    /** Nothing expires that was not announced so many days before. */
    int noticeDays() {
        return tenants.coalition().expiry().noticeDays();
    }
}
