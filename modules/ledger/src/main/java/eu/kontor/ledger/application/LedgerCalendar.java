package eu.kontor.ledger.application;

import eu.kontor.kernel.Activity;
import eu.kontor.ledger.domain.WindowCalendar;
import eu.kontor.ledger.persistence.WindowRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** The coalition's time as the ledger uses it: now, today in its zone, and windows that are opened ahead. */
@Service
public class LedgerCalendar {

    /** Kiritimati's. */
    private static final ZoneOffset FURTHEST_EAST = ZoneOffset.ofHours(14);

    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public LedgerCalendar(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** In microseconds, as the database keeps it: the first answer and its replay are equal. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** False until the operator's configuration was applied for the first time. */
    public boolean isKnown() {
        return tenants.isConfigured();
    }

    public LocalDate today() {
        return tenants.coalition().dayOf(now());
    }

    /** Tomorrow, or the day it is furthest east: for some hours that is two days ahead of a coalition far in the west. */
    private LocalDate latest() {
        LocalDate tomorrow = today().plusDays(1);
        LocalDate furthestEast = now().atOffset(FURTHEST_EAST).toLocalDate();
        return furthestEast.isAfter(tomorrow) ? furthestEast : tomorrow;
    }

    /** Which activities keep points alive. */
    Set<Activity> keepingAlive() {
        return tenants.coalition().expiry().activities();
    }

    /** Nothing expires that was not announced so many days before. */
    int noticeDays() {
        return tenants.coalition().expiry().noticeDays();
    }

    /**
     * The windows a batch may post into. If nobody opened today's or tomorrow's yet, opens them up to the month after
     * this one, in the batch's transaction.
     */
    WindowCalendar over(UnitOfWork unit, List<LocalDate> open) {
        WindowCalendar windows = new WindowCalendar(tenants.coalition().firstWindow(), open, today(), latest());
        if (!windows.lacksWindows()) {
            return windows;
        }
        WindowRows rows = new WindowRows(unit.jdbi());
        openAhead(rows);
        return new WindowCalendar(tenants.coalition().firstWindow(), rows.open(), today(), latest());
    }

    /** Opens every window that is missing, from the coalition's first to the month after this one. */
    void openAhead(WindowRows rows) {
        rows.openThrough(
                tenants.coalition().firstWindow(), YearMonth.from(today()).plusMonths(1));
    }
}
