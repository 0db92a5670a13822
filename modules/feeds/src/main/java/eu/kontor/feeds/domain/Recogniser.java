package eu.kontor.feeds.domain;

import eu.kontor.files.api.Excel;
import eu.kontor.files.api.Words;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.program.api.LineKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the layout, the columns and the formats of a file by its header and its first lines. */
public final class Recogniser {

    /** More kinds of the same thing tell a person nothing more. */
    private static final int MOST_DOUBTS_OF_A_KIND = 20;

    private static final List<String> DATE_PATTERNS = List.of(
            "uuuu-MM-dd",
            "dd.MM.uuuu",
            "d.M.uuuu",
            "dd/MM/uuuu",
            "d/M/uuuu",
            "MM/dd/uuuu",
            "M/d/uuuu",
            "dd-MM-uuuu",
            "uuuu/MM/dd",
            "dd.MM.uu",
            "d/M/uu",
            "M/d/uu",
            "uuuuMMdd",
            "d MMM uuuu",
            "MMM d, uuuu",
            "uuuu年M月d日");

    private static final List<String> TIMES_BEHIND = List.of(
            "",
            " HH:mm",
            " HH:mm:ss",
            " H:mm",
            " h:mm a",
            " h:mm:ss a",
            "'T'HH:mm:ss",
            "'T'HH:mm:ssXXX",
            " HH:mm:ss Z",
            " HH:mm:ss XXX");

    private static final Pattern WITH_COMMA = Pattern.compile("[^,]*\\d(\\.\\d{3})*,\\d{1,2}(\\D.*)?");
    private static final Pattern UNUSUAL = Pattern.compile(".*[^\\d.\\-].*");

    /** What shops that repeat an order's total on its first line call it. */
    private static final Set<String> ORDERS_TOTAL = Set.of("total", "total amount", "sale total");

    private static final Set<String> GROSS = Set.of("gross", "brutto");

    private final Set<String> outletCodes;
    private final Map<String, String> outletsByName;
    private final String currency;

    /**
     * @param outlets code → name
     * @param currency the tenant's first
     */
    public Recogniser(Map<String, String> outlets, String currency) {
        this.outletCodes = outlets.keySet();
        this.outletsByName = new LinkedHashMap<>();
        outlets.forEach((code, name) -> {
            outletsByName.put(Words.plain(name), code);
            outletsByName.put(Words.plain(code), code);
        });
        this.currency = currency;
    }

    /** @param rows of the sample, each as wide as the header */
    public Recognition recognise(List<String> header, List<List<String>> rows) {
        Sample sample = new Sample(header, rows);
        return List.of(Layout.values()).stream()
                .map(layout -> recognise(layout, sample))
                .min(Comparator.<Recognition>comparingInt(
                                found -> found.missing().size())
                        .thenComparingInt(found -> -found.columns().size()))
                .orElseThrow();
    }

    private record Sample(List<String> header, List<List<String>> rows) {

        Optional<Integer> position(String name) {
            for (String known : RecognisedNames.of(name)) {
                for (int i = 0; i < header.size(); i++) {
                    if (RecognisedNames.plain(header.get(i)).equals(known)) {
                        return Optional.of(i);
                    }
                }
            }
            return Optional.empty();
        }

        /** Different ones that are not empty, in their order. */
        Set<String> values(int position) {
            Set<String> values = new LinkedHashSet<>();
            for (List<String> row : rows) {
                String value = position < row.size() ? Excel.unwrapped(Words.strip(row.get(position))) : "";
                if (!value.isEmpty()) {
                    values.add(value);
                }
            }
            return values;
        }
    }

    private Recognition recognise(Layout layout, Sample sample) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (String name : layout.names()) {
            Optional<Integer> position = name.equals("card") ? card(sample) : sample.position(name);
            position.ifPresent(found -> positions.put(name, found));
        }
        chooseOnePrice(sample, positions);
        Map<String, String> constants = constants(positions);
        List<Recognition.Doubt> doubts = new ArrayList<>();
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        words(sample, positions, doubts);
        outlets(sample, positions, values, doubts);
        Optional<String> date = date(sample, positions, doubts);
        if (layout == Layout.TICKETS) {
            each(sample, positions, "item")
                    .forEach(item -> doubts.add(new Recognition.Doubt(
                            Recognition.DoubtKind.PRICE_MISSING, name(sample, positions, "item"), item)));
        }
        cards(sample, positions, doubts);
        Map<String, String> columns = new LinkedHashMap<>();
        positions.forEach((name, position) ->
                columns.put(name, sample.header().get(position).strip()));
        return new Recognition(
                layout,
                columns,
                constants,
                date,
                decimalMark(sample, positions),
                values,
                layout.missing(name -> positions.containsKey(name) || constants.containsKey(name)),
                doubts);
    }

    /**
     * A price of one piece is no use beside a line's amount, but says more than an order's total. A discount comes off what is gross; a net
     * amount is without it already.
     */
    private static void chooseOnePrice(Sample sample, Map<String, Integer> positions) {
        if (!positions.containsKey("amount")) {
            return;
        }
        String amount = RecognisedNames.plain(name(sample, positions, "amount"));
        if (ORDERS_TOTAL.contains(amount) && positions.containsKey("unit_price") && positions.containsKey("quantity")) {
            positions.remove("amount");
            return;
        }
        positions.remove("unit_price");
        if (GROSS.stream().noneMatch(amount::contains)) {
            positions.remove("discount");
        }
    }

    /** By what stands in it before by what it is called. */
    private static Optional<Integer> card(Sample sample) {
        for (int i = 0; i < sample.header().size(); i++) {
            if (sample.values(i).stream().anyMatch(Recogniser::isCard)) {
                return Optional.of(i);
            }
        }
        return sample.position("card");
    }

    private static boolean isCard(String text) {
        try {
            CardNumber.parse(text);
            return true;
        } catch (Refusal none) {
            return false;
        }
    }

    private Map<String, String> constants(Map<String, Integer> positions) {
        Map<String, String> constants = new LinkedHashMap<>();
        if (!positions.containsKey("outlet") && outletCodes.size() == 1) {
            constants.put("outlet", outletCodes.iterator().next());
        }
        if (!positions.containsKey("currency")) {
            constants.put("currency", currency);
        }
        return constants;
    }

    private static void words(Sample sample, Map<String, Integer> positions, List<Recognition.Doubt> doubts) {
        for (String name : List.of("line_kind", "status")) {
            Set<String> words = each(sample, positions, name);
            words.removeIf(word ->
                    FeedLineKind.of(word).isPresent() || LineKind.of(word).isPresent());
            words.forEach(word -> doubts.add(
                    new Recognition.Doubt(Recognition.DoubtKind.WORD_UNKNOWN, name(sample, positions, name), word)));
        }
    }

    private void outlets(
            Sample sample,
            Map<String, Integer> positions,
            Map<String, Map<String, String>> values,
            List<Recognition.Doubt> doubts) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (String text : each(sample, positions, "outlet")) {
            if (outletCodes.contains(text)) {
                continue;
            }
            Optional<String> code = Optional.ofNullable(outletsByName.get(Words.plain(text)))
                    .or(() -> outletCodes.size() == 1
                            ? Optional.of(outletCodes.iterator().next())
                            : Optional.empty());
            code.ifPresentOrElse(
                    found -> meanings.put(text, found),
                    () -> doubts.add(new Recognition.Doubt(
                            Recognition.DoubtKind.OUTLET_UNKNOWN, name(sample, positions, "outlet"), text)));
        }
        if (!meanings.isEmpty()) {
            values.put("outlet", meanings);
        }
    }

    private static Optional<String> date(
            Sample sample, Map<String, Integer> positions, List<Recognition.Doubt> doubts) {
        Optional<String> name = List.of("business_date", "date", "departure_date").stream()
                .filter(positions::containsKey)
                .findFirst();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Set<String> dates = sample.values(positions.get(name.get()));
        List<String> fitting = new ArrayList<>();
        for (String date : DATE_PATTERNS) {
            for (String time : TIMES_BEHIND) {
                if (!dates.isEmpty() && FeedMoments.readsAll(date + time, dates)) {
                    fitting.add(date + time);
                }
            }
        }
        String column = name(sample, positions, name.get());
        if (fitting.isEmpty() && !dates.isEmpty()) {
            doubts.add(new Recognition.Doubt(
                    Recognition.DoubtKind.DATE_NOT_READ,
                    column,
                    dates.iterator().next()));
        }
        boolean isDayFirst = !fitting.isEmpty() && fitting.getFirst().startsWith("d");
        fitting.stream()
                .filter(pattern -> isDayFirst && pattern.startsWith("M"))
                .findFirst()
                .ifPresent(
                        other -> doubts.add(new Recognition.Doubt(Recognition.DoubtKind.DAY_OR_MONTH, column, other)));
        return fitting.stream().findFirst();
    }

    private static Optional<Character> decimalMark(Sample sample, Map<String, Integer> positions) {
        boolean hasComma = false;
        boolean isUnusual = false;
        for (String name : List.of("amount", "unit_price", "rate", "total", "discount")) {
            for (String text : each(sample, positions, name)) {
                hasComma |= WITH_COMMA.matcher(text).matches();
                isUnusual |= UNUSUAL.matcher(text).matches();
            }
        }
        return hasComma ? Optional.of(',') : isUnusual ? Optional.of('.') : Optional.empty();
    }

    private static void cards(Sample sample, Map<String, Integer> positions, List<Recognition.Doubt> doubts) {
        Set<String> cards = each(sample, positions, "card");
        if (!cards.isEmpty() && cards.stream().noneMatch(Recogniser::isCard)) {
            doubts.add(new Recognition.Doubt(
                    Recognition.DoubtKind.NO_CARD_SEEN,
                    name(sample, positions, "card"),
                    cards.iterator().next()));
        }
    }

    private static Set<String> each(Sample sample, Map<String, Integer> positions, String name) {
        Set<String> found = new LinkedHashSet<>();
        if (positions.containsKey(name)) {
            sample.values(positions.get(name)).stream()
                    .limit(MOST_DOUBTS_OF_A_KIND)
                    .forEach(found::add);
        }
        return found;
    }

    private static String name(Sample sample, Map<String, Integer> positions, String name) {
        return sample.header().get(positions.get(name)).strip();
    }
}
