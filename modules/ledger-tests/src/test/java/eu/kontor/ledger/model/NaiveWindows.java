package eu.kontor.ledger.model;

import eu.kontor.kernel.RefusalCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeSet;

/** Months that close one after the other. */
final class NaiveWindows {

    final YearMonth first;
    private final TreeSet<YearMonth> closed = new TreeSet<>();

    NaiveWindows(YearMonth first) {
        this.first = first;
    }

    YearMonth earliestOpen() {
        YearMonth window = first;
        while (closed.contains(window)) {
            window = window.plusMonths(1);
        }
        return window;
    }

    /** @return {@code closed} or the refusal */
    String close(YearMonth window, LocalDate today) {
        if (window.isBefore(first)) {
            return RefusalCode.WINDOW_UNKNOWN.name();
        }
        if (closed.contains(window)) {
            return RefusalCode.WINDOW_ALREADY_CLOSED.name();
        }
        if (!YearMonth.from(today).isAfter(window)) {
            return RefusalCode.WINDOW_NOT_OVER.name();
        }
        if (!window.equals(earliestOpen())) {
            return RefusalCode.WINDOW_EARLIER_OPEN.name();
        }
        closed.add(window);
        return "closed";
    }

    /** Where something of that day settles. */
    YearMonth of(LocalDate day, LocalDate today) {
        if (day.isAfter(today.plusDays(1))) {
            throw new NaiveRefusal(RefusalCode.DATE_IN_THE_FUTURE, Map.of("date", day.toString()));
        }
        if (YearMonth.from(day).isBefore(first)) {
            throw new NaiveRefusal(
                    RefusalCode.DATE_TOO_OLD,
                    Map.of("date", day.toString(), "earliest", first.atDay(1).toString()));
        }
        return closed.contains(YearMonth.from(day)) ? earliestOpen() : YearMonth.from(day);
    }
}
