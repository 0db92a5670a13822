package eu.kontor.feeds.domain;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the fields of records by the layout's names, through a tenant's mapping. Every mistake is a {@link Refusal} that names
 * the column as the sender calls it.
 */
public final class LineFields {

    /** Longer than any code, number or reference of a till; a shifted column is noticed. */
    public static final int MAX_FIELD_LENGTH = 100;

    /** Twelve digits before and four after the mark; more is a slipped field. */
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,4})?");

    private static final Pattern WHOLE = Pattern.compile("\\d{1,12}");

    private final FeedMapping mapping;
    private final Map<String, Integer> positions;
    private final DateTimeFormatter dates;
    private String lastDateText = "";
    private LocalDate lastDate;

    public LineFields(FeedMapping mapping, Header header) {
        this.mapping = mapping;
        this.positions = new HashMap<>();
        for (String name : mapping.layout().names()) {
            header.position(mapping.column(name)).ifPresent(position -> positions.put(name, position));
        }
        this.dates = DateTimeFormatter.ofPattern(mapping.datePattern()).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The value without outer spaces, translated by the mapping's values; empty text when there is none. */
    public String text(FeedRecord line, String name) {
        Integer position = positions.get(name);
        String text = position == null ? "" : line.fields().get(position).strip();
        if (text.isEmpty()) {
            text = mapping.constants().getOrDefault(name, "");
        }
        if (text.length() > MAX_FIELD_LENGTH) {
            throw new Refusal(RefusalCode.FIELD_TOO_LONG, "field", mapping.column(name), "limit", MAX_FIELD_LENGTH);
        }
        Map<String, String> meanings = mapping.values().get(name);
        return meanings == null ? text : meanings.getOrDefault(text, text);
    }

    public String needed(FeedRecord line, String name) {
        String text = text(line, name);
        if (text.isEmpty()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", mapping.column(name));
        }
        return text;
    }

    public BigDecimal decimal(FeedRecord line, String name) {
        String text = needed(line, name);
        String plain =
                mapping.decimalMark() == '.' ? text : text.replace('.', '?').replace(mapping.decimalMark(), '.');
        if (!DECIMAL.matcher(plain).matches()) {
            throw malformed(name, text, "a number such as 1234" + mapping.decimalMark() + "50");
        }
        return new BigDecimal(plain);
    }

    public long whole(FeedRecord line, String name) {
        String text = needed(line, name);
        if (!WHOLE.matcher(text).matches()) {
            throw malformed(name, text, "a whole number");
        }
        return Long.parseLong(text);
    }

    public LocalDate date(FeedRecord line, String name) {
        String text = needed(line, name);
        if (!text.equals(lastDateText)) {
            try {
                lastDate = LocalDate.parse(text, dates);
                lastDateText = text;
            } catch (DateTimeException e) {
                throw malformed(name, text, "a date such as " + dates.format(LocalDate.of(2026, 12, 31)));
            }
        }
        return lastDate;
    }

    public Optional<LocalTime> time(FeedRecord line, String name) {
        String text = text(line, name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException e) {
            throw malformed(name, text, "a time such as 18:30 or 18:30:59");
        }
    }

    Refusal malformed(String name, String text, String expected) {
        return new Refusal(
                RefusalCode.FIELD_MALFORMED, "field", mapping.column(name), "value", text, "expected", expected);
    }
}
