package eu.kontor.feeds.domain;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates and times by a mapping's patterns, tried in their order; and the same for patterns that a person only thinks of. */
public final class FeedMoments {

    /** Tells day from month from year, and morning from evening. */
    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2026, 11, 3, 21, 5, 9, 0, ZoneOffset.UTC);

    private static final ZonedDateTime LAST_OF_YEAR = ZonedDateTime.of(2026, 12, 31, 18, 30, 59, 0, ZoneOffset.UTC);

    private static final List<String> USUAL_TIMES = List.of("H:mm[:ss[.SSS]]", "h:mm[:ss] a", "h:mma", "HHmm[ss]");

    /** Means one thing whatever the mapping says; the cells of a workbook come so. */
    private static final List<String> ISO = List.of("uuuu-MM-dd['T'HH:mm[:ss]]");

    /** The end of the day at the till, which is still that day. */
    private static final Pattern MIDNIGHT = Pattern.compile("24[:.]?00([:.]?00)?");

    private static final Pattern MIDNIGHT_OF_A_DAY = Pattern.compile("(?<=[\\sT,_])24([:.]?)00(?:\\1(00))?(?!\\d)");

    private static final Pattern LITERAL = Pattern.compile("'[^']*'");
    private static final Pattern CLOCK = Pattern.compile("[hHkKm]");
    private static final Pattern ZONE = Pattern.compile("[xXzZvVO]");

    private final List<DateTimeFormatter> dates;
    private final List<DateTimeFormatter> times;
    private final ValueFormats formats;

    /** What a field says; the time only where its pattern has one. */
    record Moment(LocalDate date, Optional<LocalTime> time) {}

    FeedMoments(ValueFormats formats) {
        this.formats = formats;
        this.dates = Stream.concat(formats.datePatterns().stream(), ISO.stream())
                .map(FeedMoments::strict)
                .toList();
        List<String> patterns = formats.timePatterns().isEmpty() ? USUAL_TIMES : formats.timePatterns();
        this.times = patterns.stream().map(FeedMoments::strict).toList();
    }

    Optional<Moment> date(String written) {
        String text = withPlainSpaces(written);
        return read(written)
                .or(() -> text.equals(written) ? Optional.empty() : read(text))
                .or(() -> lastMinute(text).flatMap(this::read));
    }

    private static Optional<String> lastMinute(String text) {
        Matcher midnight = MIDNIGHT_OF_A_DAY.matcher(text);
        if (!midnight.find()) {
            return Optional.empty();
        }
        String mark = midnight.group(1);
        return Optional.of(midnight.replaceFirst("23" + mark + "59" + (midnight.group(2) == null ? "" : mark + "59")));
    }

    private static String withPlainSpaces(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private Optional<Moment> read(String text) {
        for (DateTimeFormatter each : dates) {
            Optional<Moment> found = parsed(each, text).flatMap(this::moment);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    Optional<LocalTime> time(String written) {
        String text = withPlainSpaces(written);
        if (MIDNIGHT.matcher(text).matches()) {
            return Optional.of(LocalTime.MAX.withNano(0));
        }
        for (DateTimeFormatter each : times) {
            Optional<LocalTime> found = parsed(each, text).map(parsed -> parsed.query(TemporalQueries.localTime()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** For the sentence that refuses another one. */
    String dateExample() {
        return example(formats.datePatterns().getFirst());
    }

    private static String example(String pattern) {
        try {
            return strict(pattern).format(LAST_OF_YEAR);
        } catch (DateTimeException e) {
            return pattern;
        }
    }

    /** Whether a date, and the time if there is one, can be read with it and means what it says. */
    public static boolean readsDates(String pattern) {
        String letters = LITERAL.matcher(pattern).replaceAll("");
        boolean countsDaysOfYear = letters.contains("D") && letters.contains("M");
        boolean isWeekYear = letters.contains("Y") && !letters.contains("w");
        boolean hasTime = CLOCK.matcher(letters).find();
        return !countsDaysOfYear
                && !isWeekYear
                && readsBack(
                        pattern,
                        parsed -> SAMPLE.toLocalDate().equals(parsed.query(TemporalQueries.localDate()))
                                && (!hasTime || isSample(parsed.query(TemporalQueries.localTime()))));
    }

    /** Whether every one of these is a date by the pattern. */
    static boolean readsAll(String pattern, Collection<String> dates) {
        DateTimeFormatter formatter = strict(pattern);
        return dates.stream().allMatch(text -> parsed(formatter, text)
                .filter(parsed -> parsed.query(TemporalQueries.localDate()) != null)
                .isPresent());
    }

    /** Whether what is written by it says where its clock stands. */
    public static boolean saysZone(String pattern) {
        return ZONE.matcher(LITERAL.matcher(pattern).replaceAll("")).find();
    }

    public static boolean readsTimes(String pattern) {
        return readsBack(pattern, parsed -> isSample(parsed.query(TemporalQueries.localTime())));
    }

    /** What was probably meant by a pattern of dates that says something else; empty when nobody can guess. */
    public static Optional<String> meant(String pattern) {
        String better = pattern.replace('Y', 'u').replace('D', 'd');
        if (!better.contains("G")) {
            better = better.replace('y', 'u');
        }
        if (!better.contains("M")) {
            better = better.replaceFirst("mm", "MM");
        }
        if (!better.contains("a")) {
            better = better.replace('h', 'H');
        }
        better = better.replace("HH:MM", "HH:mm");
        return readsDates(better) ? Optional.of(better) : Optional.empty();
    }

    private static boolean isSample(LocalTime time) {
        return time != null && time.getHour() == SAMPLE.getHour() && time.getMinute() == SAMPLE.getMinute();
    }

    private static boolean readsBack(String pattern, java.util.function.Predicate<TemporalAccessor> isRight) {
        try {
            DateTimeFormatter formatter = strict(pattern);
            return parsed(formatter, formatter.format(SAMPLE)).filter(isRight).isPresent();
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static Optional<TemporalAccessor> parsed(DateTimeFormatter formatter, String text) {
        try {
            ParsePosition position = new ParsePosition(0);
            TemporalAccessor parsed = formatter.parse(text, position);
            return position.getIndex() == text.length() ? Optional.of(parsed) : Optional.empty();
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Optional<Moment> moment(TemporalAccessor parsed) {
        LocalDate date = parsed.query(TemporalQueries.localDate());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        if (date == null) {
            return Optional.empty();
        }
        if (time == null) {
            return Optional.of(new Moment(date, Optional.empty()));
        }
        ZoneId written = parsed.query(TemporalQueries.zone());
        return Optional.of(atTheOutlet(date, time, Optional.ofNullable(written).or(formats::fileZone)));
    }

    /** Whether days and times that the file has in columns of their own are of another clock than the outlets'. */
    boolean isFromElsewhere() {
        return formats.fileZone().isPresent() && formats.zone().isPresent();
    }

    /** What two columns say together. */
    Moment moment(LocalDate date, LocalTime time) {
        return atTheOutlet(date, time, formats.fileZone());
    }

    private Moment atTheOutlet(LocalDate date, LocalTime time, Optional<ZoneId> from) {
        if (from.isEmpty() || formats.zone().isEmpty()) {
            return new Moment(date, Optional.of(time));
        }
        LocalDateTime there = LocalDateTime.of(date, time)
                .atZone(from.get())
                .withZoneSameInstant(formats.zone().get())
                .toLocalDateTime();
        return new Moment(there.toLocalDate(), Optional.of(there.toLocalTime()));
    }
}
