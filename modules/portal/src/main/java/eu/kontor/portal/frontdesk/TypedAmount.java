package eu.kontor.portal.frontdesk;

import com.vaadin.flow.data.binder.Result;
import com.vaadin.flow.data.converter.Converter;
import com.vaadin.flow.function.SerializableSupplier;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an amount as cashiers type it: {@code 12.40}, {@code 12,40}, {@code 12}, {@code 1.234,50}, {@code 1,234.50}.
 *
 * <p>The last comma or point with as many digits behind it as the currency has decimals, or fewer, is the decimal sign; others group
 * thousands. So {@code 1.234} is more than a thousand in euros and yen, and little more than one in dinar. More decimals than the currency
 * has are no amount.
 */
final class TypedAmount {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,3}(?:[.,' ]\\d{3})*|\\d+)");
    private static final Pattern LAST_SIGN = Pattern.compile("(.*)[.,](\\d+)");

    private TypedAmount() {}

    /** Empty for what is no amount in the currency. */
    static Optional<BigDecimal> parse(String typed, Currency currency) {
        int most = currency.getDefaultFractionDigits();
        String text = typed.strip();
        Matcher sign = LAST_SIGN.matcher(text);
        boolean hasDecimals = sign.matches() && sign.group(2).length() <= most && !isGrouped(text, sign);
        String whole = hasDecimals ? sign.group(1) : text;
        if (!SHAPE.matcher(whole).matches()) {
            return Optional.empty();
        }
        String decimals = hasDecimals ? sign.group(2) : "";
        return Optional.of(new BigDecimal(whole.replaceAll("\\D", "") + '.' + decimals).setScale(most));
    }

    /** With three digits behind it, a sign that was there before groups thousands: {@code 1.234.567}. */
    private static boolean isGrouped(String text, Matcher sign) {
        char last = text.charAt(sign.end(1));
        return sign.group(2).length() == 3 && sign.group(1).indexOf(last) >= 0;
    }

    /** For a binder: an amount, or the sentence. */
    static Converter<String, BigDecimal> amount(SerializableSupplier<Currency> currency, String unreadable) {
        return Converter.from(typed -> read(typed, currency.get(), unreadable), BigDecimal::toPlainString);
    }

    /** The same for a field that may stay empty, which is zero. */
    static Converter<String, BigDecimal> amountOrNone(SerializableSupplier<Currency> currency, String unreadable) {
        return Converter.from(
                typed -> typed.isEmpty() ? Result.ok(BigDecimal.ZERO) : read(typed, currency.get(), unreadable),
                BigDecimal::toPlainString);
    }

    private static Result<BigDecimal> read(String typed, Currency currency, String unreadable) {
        return parse(typed, currency).map(Result::ok).orElseGet(() -> Result.error(unreadable));
    }
}
