package eu.kontor.portal.frontdesk;

import com.vaadin.flow.data.binder.Result;
import com.vaadin.flow.data.converter.Converter;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an amount as cashiers type it: {@code 12.40}, {@code 12,40}, {@code 12}, {@code 1.234,50}, {@code 1,234.50}.
 *
 * <p>The last comma or point with one or two digits behind it is the decimal sign; others group thousands. What could be read in
 * two ways, such as {@code 1.234}, counts as grouped only if every group has three digits.
 */
final class TypedAmount {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,3}(?:[.,' ]\\d{3})*|\\d+)(?:[.,](\\d{1,2}))?");

    private TypedAmount() {}

    /** Empty for what is no amount. */
    static Optional<BigDecimal> parse(String typed) {
        Matcher matcher = SHAPE.matcher(typed.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String whole = matcher.group(1).replaceAll("\\D", "");
        String decimals = matcher.group(2) == null ? "00" : (matcher.group(2) + "0").substring(0, 2);
        return Optional.of(new BigDecimal(whole + '.' + decimals));
    }

    /** For a binder: an amount, or the sentence. */
    static Converter<String, BigDecimal> amount(String unreadable) {
        return Converter.from(typed -> read(typed, unreadable), BigDecimal::toPlainString);
    }

    /** The same for a field that may stay empty, which is zero. */
    static Converter<String, BigDecimal> amountOrNone(String unreadable) {
        return Converter.from(
                typed -> typed.isEmpty() ? Result.ok(BigDecimal.ZERO) : read(typed, unreadable),
                BigDecimal::toPlainString);
    }

    private static Result<BigDecimal> read(String typed, String unreadable) {
        return parse(typed).map(Result::ok).orElseGet(() -> Result.error(unreadable));
    }
}
