package eu.kontor.portal.frontdesk;

import com.vaadin.flow.data.binder.Result;
import com.vaadin.flow.data.converter.Converter;
import com.vaadin.flow.function.SerializableSupplier;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an amount as it is written in the reader's language: in English {@code 12.40} and {@code 1,234.50}, in Spanish {@code 12,40} and
 * {@code 1.234,50}. Nothing is guessed: {@code 12.505} is twelve thousand in Spanish, and in English no amount of euros, because it has three
 * decimals.
 *
 * <p>One thing of the other language is read, because it can mean nothing else: its decimal sign where nothing is grouped and fewer than
 * three digits follow, such as the point of a number pad in Spanish, {@code 12.40}.
 */
final class TypedAmount {

    /** Behind so many digits a sign of the other language could group thousands. */
    private static final int DIGITS_OF_A_GROUP = 3;

    private static final Pattern OF_ANOTHER_LANGUAGE = Pattern.compile("(\\d+)[.,](\\d+)");

    private TypedAmount() {}

    /** Empty for what is no amount in the currency. */
    static Optional<BigDecimal> parse(String typed, Currency currency, Locale language) {
        int most = currency.getDefaultFractionDigits();
        String text = typed.strip();
        Matcher own = shape(language).matcher(text);
        if (own.matches()) {
            return amount(own.group(1), own.group(2) == null ? "" : own.group(2), most);
        }
        Matcher other = OF_ANOTHER_LANGUAGE.matcher(text);
        return other.matches() && other.group(2).length() < DIGITS_OF_A_GROUP
                ? amount(other.group(1), other.group(2), most)
                : Optional.empty();
    }

    private static Optional<BigDecimal> amount(String whole, String decimals, int most) {
        return decimals.length() > most
                ? Optional.empty()
                : Optional.of(new BigDecimal(whole.replaceAll("\\D", "") + '.' + decimals).setScale(most));
    }

    /** Thousands may be grouped by the language's own sign or by spaces, and then all of them. */
    private static Pattern shape(Locale language) {
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(language);
        String group = "[" + Pattern.quote(String.valueOf(signs.getGroupingSeparator())) + " \\u00a0\\u202f']";
        String decimal = Pattern.quote(String.valueOf(signs.getDecimalSeparator()));
        return Pattern.compile("(\\d{1,3}(?:" + group + "\\d{3})+|\\d+)(?:" + decimal + "(\\d+))?");
    }

    /** For a binder: an amount, or the sentence. */
    static Converter<String, BigDecimal> amount(Desk desk, SerializableSupplier<Currency> currency) {
        return Converter.from(typed -> read(desk, typed, currency.get()), BigDecimal::toPlainString);
    }

    /** The same for a field that may stay empty, which is zero. */
    static Converter<String, BigDecimal> amountOrNone(Desk desk, SerializableSupplier<Currency> currency) {
        return Converter.from(
                typed -> typed.isEmpty() ? Result.ok(BigDecimal.ZERO) : read(desk, typed, currency.get()),
                BigDecimal::toPlainString);
    }

    private static Result<BigDecimal> read(Desk desk, String typed, Currency currency) {
        return parse(typed, currency, desk.words().language())
                .map(Result::ok)
                .orElseGet(() -> Result.error(unreadable(desk, currency)));
    }

    /** How an amount of the currency is written, by example. */
    static String unreadable(Desk desk, Currency currency) {
        BigDecimal example =
                new BigDecimal("1234.567").setScale(currency.getDefaultFractionDigits(), java.math.RoundingMode.DOWN);
        return desk.text("amountUnreadable", desk.words().formats().amount(example));
    }
}
