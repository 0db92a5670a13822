package eu.kontor.feeds.domain;

import eu.kontor.files.api.Excel;
import eu.kontor.files.api.TableRecord;
import eu.kontor.files.api.Words;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the fields of records by the layout's names, through a tenant's mapping. Every mistake is a {@link Refusal} that names
 * the column as the sender calls it.
 */
public final class LineFields {

    /** Longer than any code, number or reference of a till; a shifted column is noticed. */
    public static final int MAX_FIELD_LENGTH = 100;

    /** What is a name although it looks like a number: a spreadsheet that calculates with it destroys it. */
    private static final Set<String> NAMES =
            Set.of("card", "reference", "ticket", "original_reference", "original_ticket");

    /** The layouts' names of days, and of the times beside them. */
    private static final Map<String, String> TIMES = Map.of("date", "time", "business_date", "business_time");

    private static final Set<String> YES =
            words("yes", "y", "true", "1", "x", "ja", "wahr", "sí", "si", "sim", "是", "对");
    private static final Set<String> NO = words("no", "n", "false", "0", "-", "nein", "falsch", "não", "nao", "否", "不");

    private final FeedMapping mapping;
    private final Map<String, int[]> positions = new HashMap<>();
    private final Map<String, String> called = new HashMap<>();
    private final Map<String, Map<String, String>> values = new HashMap<>();
    private final Amounts amounts;
    private final FeedMoments moments;
    private String lastDateText = "";
    private FeedMoments.Moment lastDate;

    public LineFields(FeedMapping mapping, Header header) {
        this.mapping = mapping;
        for (String name : mapping.layout().names()) {
            int[] found = mapping.columnsOf(name).stream()
                    .flatMap(column -> header.position(column).stream())
                    .mapToInt(Integer::intValue)
                    .toArray();
            if (found.length > 0) {
                positions.put(name, found);
            }
            called.put(name, mapping.column(name));
        }
        mapping.values().forEach((name, meanings) -> {
            Map<String, String> plain = new HashMap<>();
            meanings.forEach((text, meaning) -> plain.put(Words.plain(text), meaning));
            values.put(name, plain);
        });
        this.amounts = new Amounts(mapping.formats());
        this.moments = new FeedMoments(mapping.formats());
    }

    /** The value without outer spaces, translated by the mapping's values; empty text when there is none. */
    public String text(TableRecord line, String name) {
        int[] columns = positions.get(name);
        String text = columns == null
                ? ""
                : columns.length == 1 ? field(line, columns[0], name) : joined(line, columns, name);
        if (text.isEmpty()) {
            text = mapping.constants().getOrDefault(name, "");
        }
        if (text.length() > MAX_FIELD_LENGTH) {
            throw new Refusal(RefusalCode.FEED_VALUE_TOO_LONG, "column", column(name), "limit", MAX_FIELD_LENGTH);
        }
        Map<String, String> meanings = values.get(name);
        return meanings == null ? text : meanings.getOrDefault(Words.plain(text), text);
    }

    public String needed(TableRecord line, String name) {
        String text = text(line, name);
        if (text.isEmpty()) {
            throw new Refusal(RefusalCode.FEED_VALUE_MISSING, "column", column(name));
        }
        return NAMES.contains(name) ? Excel.unspoiled(text, column(name)) : text;
    }

    /** Empty when the guest showed none; what a spreadsheet did to it is undone or named. */
    public String card(TableRecord line) {
        return Excel.card(text(line, "card"), column("card"));
    }

    public BigDecimal decimal(TableRecord line, String name) {
        String text = needed(line, name);
        String currency = name.equals("quantity") ? "" : text(line, "currency");
        mustBeCertain(name, text, currency);
        return amounts.decimal(text, currency)
                .orElseThrow(() -> new Refusal(
                        RefusalCode.FEED_VALUE_NO_NUMBER,
                        "column",
                        column(name),
                        "value",
                        text,
                        "example",
                        amounts.example()));
    }

    public long whole(TableRecord line, String name) {
        return whole(line, name, 0);
    }

    /** Below zero where that many come back. */
    long points(TableRecord line) {
        return whole(line, "points", -Long.MAX_VALUE);
    }

    private long whole(TableRecord line, String name, long least) {
        String text = needed(line, name);
        mustBeCertain(name, text, "");
        return amounts.whole(text)
                .filter(number -> number >= least)
                .orElseThrow(() -> new Refusal(
                        RefusalCode.FEED_VALUE_NO_NUMBER, "column", column(name), "value", text, "example", "12"));
    }

    private void mustBeCertain(String name, String text, String currency) {
        if (amounts.isAmbiguous(text, currency)) {
            throw new Refusal(RefusalCode.FEED_NUMBER_AMBIGUOUS, "column", column(name), "value", text);
        }
    }

    /** Of a row that need not be readable: it is no part of anything any more. */
    boolean isBelowZero(TableRecord line, String name) {
        String text = has(name) ? text(line, name) : "";
        return amounts.decimal(text, text(line, "currency"))
                .filter(number -> number.signum() < 0)
                .isPresent();
    }

    public LocalDate date(TableRecord line, String name) {
        return moment(line, name).date();
    }

    /** From its own column, or from that of the date when that says it. */
    public Optional<LocalTime> time(TableRecord line, String name, String dateName) {
        Optional<LocalTime> written = written(line, name, dateName);
        return written.isEmpty() || isFromElsewhere(line, dateName)
                ? moment(line, dateName).time()
                : written;
    }

    /** What stands in its own column. */
    private Optional<LocalTime> written(TableRecord line, String name, String dateName) {
        String text = has(name) ? text(line, name) : "";
        if (text.isEmpty() || isSameColumn(name, dateName)) {
            return Optional.empty();
        }
        return Optional.of(moments.time(text)
                .orElseThrow(() -> new Refusal(
                        RefusalCode.FEED_VALUE_NO_TIME, "column", column(name), "value", text, "example", "18:30")));
    }

    /** Where the file's clock is not the outlets', day and time say only together which day it was. */
    private boolean isFromElsewhere(TableRecord line, String dateName) {
        return TIMES.containsKey(dateName)
                && moments.isFromElsewhere()
                && inColumn(line, dateName).time().isEmpty();
    }

    /** A word for yes; nothing, and a word for no, is none. */
    public boolean says(TableRecord line, String name) {
        String word = Words.plain(text(line, name));
        if (word.isEmpty() || NO.contains(word)) {
            return false;
        }
        if (!YES.contains(word)) {
            throw unknownWord(name, text(line, name), "yes, no");
        }
        return true;
    }

    /** Whether the file or the mapping says anything under this name. */
    public boolean has(String name) {
        return positions.containsKey(name) || mapping.constants().containsKey(name);
    }

    /** @param words that are understood */
    Refusal unknownWord(String name, String text, String words) {
        return new Refusal(RefusalCode.FEED_WORD_UNKNOWN, "column", column(name), "value", text, "words", words);
    }

    /** As the sender calls it. */
    String column(String name) {
        return called.get(name);
    }

    private FeedMoments.Moment moment(TableRecord line, String name) {
        FeedMoments.Moment date = inColumn(line, name);
        return isFromElsewhere(line, name)
                ? written(line, TIMES.get(name), name)
                        .map(time -> moments.moment(date.date(), time))
                        .orElse(date)
                : date;
    }

    private FeedMoments.Moment inColumn(TableRecord line, String name) {
        String text = needed(line, name);
        if (!text.equals(lastDateText)) {
            lastDate = moments.date(text)
                    .orElseThrow(() -> new Refusal(
                            RefusalCode.FEED_VALUE_NO_DATE,
                            "column",
                            column(name),
                            "value",
                            text,
                            "example",
                            moments.dateExample()));
            lastDateText = text;
        }
        return lastDate;
    }

    private boolean isSameColumn(String name, String other) {
        return positions.containsKey(name)
                && positions.containsKey(other)
                && java.util.Arrays.equals(positions.get(name), positions.get(other));
    }

    private String field(TableRecord line, int position, String name) {
        return Excel.unwrapped(line.text(position, column(name)));
    }

    private String joined(TableRecord line, int[] columns, String name) {
        List<String> parts = new ArrayList<>(columns.length);
        for (int column : columns) {
            parts.add(field(line, column, name));
        }
        return parts.stream().allMatch(String::isEmpty) ? "" : String.join("-", parts);
    }

    private static Set<String> words(String... words) {
        return Stream.of(words).map(Words::plain).collect(Collectors.toSet());
    }
}
