package eu.kontor.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** How numbers, money, days and months are written in one of the house's languages: the same on screens and on paper. */
public final class WrittenFigures {

    /** A true minus sign lines up with plus and digits. */
    private static final String MINUS = "−";

    /** Keeps a number and its currency on one line. */
    private static final char NO_BREAK_SPACE = '\u00a0';

    /** Currencies whose sign no other has. */
    private static final Map<String, String> SIGNS = Map.of("EUR", "€", "GBP", "£", "INR", "₹", "KRW", "₩");

    private final Locale language;
    private final DateTimeFormatter longDay;
    private final DateTimeFormatter month;

    private WrittenFigures(Locale language) {
        this.language = language;
        boolean chinese = "zh".equals(language.getLanguage());
        boolean spanish = "es".equals(language.getLanguage());
        this.longDay = pattern(chinese ? "y年M月d日" : spanish ? "d 'de' MMMM 'de' y" : "d MMMM y");
        this.month = pattern(chinese ? "y年M月" : spanish ? "MMMM 'de' y" : "MMMM y");
    }

    public static WrittenFigures in(Locale language) {
        return new WrittenFigures(language);
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language);
    }

    /** {@code 1,240}; grouped from four digits on in every language, so that columns line up. */
    public String count(long number) {
        return (number < 0 ? MINUS : "") + grouped(0).format(Math.abs(number));
    }

    /** An amount with the decimals it has. */
    public String amount(BigDecimal amount) {
        return (amount.signum() < 0 ? MINUS : "") + grouped(amount.scale()).format(amount.abs());
    }

    /**
     * {@code €12.40}, in Spanish {@code 12,40 €}; {@code 12.40 USD} where several currencies share a sign, as dollars and pesos do.
     */
    public String money(MoneyAmount money) {
        return (money.amount().signum() < 0 ? MINUS : "") + money(money.amount().abs(), money.currency());
    }

    /** {@code €0.012}: a price with the decimals it has, not negative. */
    public String money(BigDecimal price, Currency currency) {
        String sign = SIGNS.get(currency.getCurrencyCode());
        if (sign == null) {
            return amount(price) + NO_BREAK_SPACE + currency.getCurrencyCode();
        }
        return "es".equals(language.getLanguage()) ? amount(price) + NO_BREAK_SPACE + sign : sign + amount(price);
    }

    /** {@code €}, or {@code USD} where several currencies share a sign. */
    public String sign(Currency currency) {
        return SIGNS.getOrDefault(currency.getCurrencyCode(), currency.getCurrencyCode());
    }

    /** {@code 4 October 2026}. */
    public String day(LocalDate date) {
        return longDay.format(date);
    }

    /** {@code October 2026}. */
    public String month(YearMonth window) {
        return month.format(window.atDay(1));
    }

    private NumberFormat grouped(int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        if (format instanceof DecimalFormat decimal) {
            decimal.setMinimumFractionDigits(decimals);
            decimal.setMaximumFractionDigits(decimals);
            decimal.setRoundingMode(RoundingMode.HALF_UP);
        }
        return format;
    }
}
