package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.FeedPosting.Corrections;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a tenant's files of one kind are to be read.
 *
 * @param name the tenant's own name for it
 * @param files a pattern for file names with {@code *} and {@code ?}; empty fits every name
 * @param separator between fields; empty means that the header decides
 * @param encoding unless the file begins with a byte order mark
 * @param columns layout's name → columns of the file, where they differ; the values of several are joined with hyphens
 * @param constants layout's name → value for all lines
 * @param values layout's name → (text in the file → what it means)
 * @param items for {@link Layout#TICKETS}: what is sold, by the name in the file
 * @param corrections what becomes of lines that would take back what was posted
 * @param expected when such a file is to be there
 */
public record FeedMapping(
        String name,
        Layout layout,
        Optional<String> files,
        Optional<Character> separator,
        Charset encoding,
        ValueFormats formats,
        RowRules rows,
        Map<String, List<String>> columns,
        Map<String, String> constants,
        Map<String, Map<String, String>> values,
        Map<String, Item> items,
        Corrections corrections,
        Optional<ExpectedFile> expected) {

    private static final Pattern WRAPPING = Pattern.compile("(?i)\\.(gz|zip)$");

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
                ValueFormats.STANDARD,
                RowRules.NONE,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Corrections.POST,
                Optional.empty());
    }

    /** The columns of the file that hold what the layout calls {@code name}; usually one. */
    public List<String> columnsOf(String name) {
        return columns.getOrDefault(name, List.of(name));
    }

    /** As the sender calls it. */
    public String column(String name) {
        return String.join(" + ", columnsOf(name));
    }

    /** A file that came compressed is called as it would be without. */
    public boolean fitsName(String fileName) {
        return files.map(FeedMapping::expression)
                .map(expression -> expression.matcher(fileName).matches()
                        || expression
                                .matcher(WRAPPING.matcher(fileName).replaceFirst(""))
                                .matches())
                .orElse(true);
    }

    private static Pattern expression(String pattern) {
        return Pattern.compile(pattern.chars()
                .mapToObj(each -> switch (each) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(each));
                })
                .collect(Collectors.joining()));
    }
}
