package eu.kontor.portalkit.lists;

import eu.kontor.portalkit.i18n.Formats;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A minute of the past, as a person chose it and as the address keeps it. It counts to its end, so that 23:59 takes in the whole day.
 *
 * @param zone in which the person tells the time
 */
public record AsOf(LocalDateTime minute, ZoneId zone) {

    /** How the address names it. */
    static final String CHOICE = "asOf";

    /** To the microsecond, as moments are stored. */
    private static final Duration TO_ITS_END = Duration.ofMinutes(1).minus(1, ChronoUnit.MICROS);

    private static final LocalTime LAST = LocalTime.of(23, 59);
    private static final int LAST_YEAR = 9_999;

    public AsOf {
        minute = minute.truncatedTo(ChronoUnit.MINUTES);
    }

    /** What an address asks for; empty for now, and for what is no moment. */
    public static Optional<AsOf> in(Address address, ZoneId zone) {
        return address.choice(CHOICE).flatMap(text -> parse(text, zone));
    }

    /** The address that asks for it; for now when empty. */
    public static Address into(Address address, Optional<AsOf> asOf) {
        return address.with(CHOICE, asOf.map(AsOf::text).orElse(""));
    }

    private static Optional<AsOf> parse(String text, ZoneId zone) {
        try {
            LocalDateTime minute = LocalDateTime.parse(text);
            return minute.getYear() < 1 || minute.getYear() > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(new AsOf(minute, zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day's last minute; of today the one that runs. */
    public static AsOf endOf(LocalDate day, ZoneId zone, Instant now) {
        LocalDateTime there = LocalDateTime.ofInstant(now, zone);
        return new AsOf(day.equals(there.toLocalDate()) ? there : day.atTime(LAST), zone);
    }

    /** {@code 2026-10-31T23:59}. */
    public String text() {
        return minute.toString();
    }

    /** For a link to the same moment: {@code ?asOf=2026-10-31T23:59}. */
    public String query() {
        return '?' + CHOICE + '=' + text();
    }

    /** The minute's end; now while it runs. After now only for a minute that has not begun. */
    public Instant moment(Instant now) {
        Instant begin = minute.atZone(zone).toInstant();
        Instant end = begin.plus(TO_ITS_END);
        return begin.isAfter(now) || end.isBefore(now) ? end : now;
    }

    /** {@code 31 October 2026, 23:59}. */
    public String inWords(Formats formats) {
        return formats.minute(minute);
    }
}
