package eu.kontor.launcher.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Moves the raw data's dates by whole weeks, so that weekdays stay and each data set ends in the last week of the last month. Fixed at
 * the first import of an installation; later months stay the user's own.
 *
 * @param lastMonth the last full month when the sample was first imported
 */
record SampleCalendar(YearMonth lastMonth) {

    private static final int DAYS_OF_WEEK = 7;

    /** Last days of the data sets: departures, tickets, purchases. */
    static final LocalDate LAST_STAY = LocalDate.of(2017, 9, 14);

    static final LocalDate LAST_TICKET = LocalDate.of(2017, 4, 9);
    static final LocalDate LAST_PURCHASE = LocalDate.of(1998, 6, 30);

    /** The first departure; the other data sets begin later once they are moved. */
    static final LocalDate FIRST_STAY = LocalDate.of(2015, 7, 1);

    /** @param lastOfSet the last day of the data set that {@code date} belongs to */
    LocalDate shifted(LocalDate date, LocalDate lastOfSet) {
        long days = ChronoUnit.DAYS.between(lastOfSet, lastMonth.atEndOfMonth());
        return date.plusDays(days - Math.floorMod(days, DAYS_OF_WEEK));
    }

    /** The first settlement window that the sample needs. */
    YearMonth firstMonth() {
        return YearMonth.from(shifted(FIRST_STAY, LAST_STAY));
    }
}
