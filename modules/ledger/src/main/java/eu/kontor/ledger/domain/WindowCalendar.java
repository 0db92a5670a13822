package eu.kontor.ledger.domain;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which window a transfer settles in: that of its business date if it is open, else the earliest open one. Made for one
 * batch, under the lock that keeps windows from closing meanwhile.
 */
public final class WindowCalendar {

    private final YearMonth firstWindow;
    private final NavigableSet<LocalDate> open;
    private final LocalDate today;
    private final LocalDate latest;

    /**
     * @param open first days of the open windows
     * @param today in the coalition's time zone
     * @param latest the last day that has begun anywhere, or may be taken for it. Whether it has at an outlet, the checkout says
     */
    public WindowCalendar(YearMonth firstWindow, Iterable<LocalDate> open, LocalDate today, LocalDate latest) {
        this.firstWindow = firstWindow;
        this.open = new TreeSet<>();
        open.forEach(this.open::add);
        this.today = today;
        this.latest = latest;
    }

    public LocalDate today() {
        return today;
    }

    /** True when nobody opened the windows that postings of today and of the latest day need. */
    public boolean lacksWindows() {
        return open.isEmpty() || open.last().isBefore(latest.withDayOfMonth(1));
    }

    /** @throws Refusal {@code DATE_IN_THE_FUTURE} behind the latest day, {@code DATE_TOO_OLD} */
    public LocalDate windowOf(LocalDate businessDate) {
        if (businessDate.isAfter(latest)) {
            throw new Refusal(RefusalCode.DATE_IN_THE_FUTURE, "date", businessDate);
        }
        if (businessDate.isBefore(firstWindow.atDay(1))) {
            throw new Refusal(RefusalCode.DATE_TOO_OLD, "date", businessDate, "earliest", firstWindow.atDay(1));
        }
        return settlesIn(businessDate);
    }

    /** @param known a day that some transfer has already */
    LocalDate settlesIn(LocalDate known) {
        LocalDate own = known.withDayOfMonth(1);
        return open.contains(own) ? own : open.first();
    }
}
