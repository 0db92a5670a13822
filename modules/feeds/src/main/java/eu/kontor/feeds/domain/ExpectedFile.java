package eu.kontor.feeds.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a file is to be there: {@code daily by 06:00}, {@code weekdays by 23:30}, {@code monday, thursday by 12:00}; on the clocks of the
 * tenant.
 *
 * @param days on which it is due
 */
public record ExpectedFile(Set<DayOfWeek> days, LocalTime by) {

    /** What people are shown who wrote something else. */
    public static final String EXAMPLES =
            "daily by 06:00, weekdays by 23:30, or days such as monday, thursday by 12:00";

    private static final Pattern SHAPE = Pattern.compile("([a-z, ]+?) +by +(\\d{2}:\\d{2})");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final Map<String, DayOfWeek> BY_NAME = Stream.of(DayOfWeek.values())
            .collect(Collectors.toMap(day -> day.name().toLowerCase(Locale.ROOT), day -> day));

    public ExpectedFile {
        days = Set.copyOf(days);
    }

    /** Empty for what says no days or no time. */
    public static Optional<ExpectedFile> parse(String text) {
        Matcher shape = SHAPE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            LocalTime by = LocalTime.parse(shape.group(2), TIME);
            return days(shape.group(1).strip()).map(days -> new ExpectedFile(days, by));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<Set<DayOfWeek>> days(String text) {
        if (text.equals("daily")) {
            return Optional.of(EnumSet.allOf(DayOfWeek.class));
        }
        if (text.equals("weekdays")) {
            return Optional.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String name : text.split(",")) {
            DayOfWeek day = BY_NAME.get(name.strip());
            if (day == null) {
                return Optional.empty();
            }
            days.add(day);
        }
        return Optional.of(days);
    }

    /** The last moment by which one was due, now or before. */
    public ZonedDateTime lastDue(ZonedDateTime now) {
        ZonedDateTime due = at(now, now.toLocalDate());
        LocalDate day = due.isAfter(now) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        while (!days.contains(day.getDayOfWeek())) {
            day = day.minusDays(1);
        }
        return at(now, day);
    }

    public ZonedDateTime nextDue(ZonedDateTime due) {
        LocalDate day = due.toLocalDate().plusDays(1);
        while (!days.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        return at(due, day);
    }

    /** A time that a change of clocks leaves out is an hour later then. */
    private ZonedDateTime at(ZonedDateTime zone, LocalDate day) {
        return day.atTime(by).atZone(zone.getZone());
    }
}
