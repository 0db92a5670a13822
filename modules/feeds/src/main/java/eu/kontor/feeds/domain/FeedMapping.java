package eu.kontor.feeds.domain;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * How a tenant's files of one kind are to be read.
 *
 * @param name the tenant's own name for it
 * @param files a pattern for file names with {@code *} and {@code ?}; empty fits every name
 * @param separator between fields; empty means that the header decides among comma, semicolon and tab
 * @param decimalMark {@code .} or {@code ,}
 * @param datePattern as {@link java.time.format.DateTimeFormatter} understands it
 * @param columns layout's name → column of the file, where they differ
 * @param constants layout's name → value for all lines
 * @param values layout's name → (text in the file → what it means)
 * @param items for {@link Layout#TICKETS}: what is sold, by the name in the file
 */
public record FeedMapping(
        String name,
        Layout layout,
        Optional<String> files,
        Optional<Character> separator,
        Charset encoding,
        char decimalMark,
        String datePattern,
        Map<String, String> columns,
        Map<String, String> constants,
        Map<String, Map<String, String>> values,
        Map<String, Item> items) {

    public static final String ISO_DATE = "uuuu-MM-dd";

    /** @param price of one piece, in the mapping's currency; a product without a price earns nothing and is skipped */
    public record Item(Optional<BigDecimal> price, String category) {}

    /** A layout as it is documented, with its own column names. */
    public static FeedMapping standard(Layout layout) {
        return new FeedMapping(
                layout.slug(),
                layout,
                Optional.empty(),
                Optional.empty(),
                StandardCharsets.UTF_8,
                '.',
                ISO_DATE,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    /** The column of the file that holds what the layout calls {@code name}. */
    public String column(String name) {
        return columns.getOrDefault(name, name);
    }

    public boolean fitsName(String fileName) {
        return files.map(pattern -> fileName.matches(
                        pattern.replace(".", "\\.").replace("*", ".*").replace("?", ".")))
                .orElse(true);
    }
}
