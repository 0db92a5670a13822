package eu.kontor.feeds.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as tills and spreadsheets write them. What can mean two things is none: {@code 1,234} is a thousand only where the mapping
 * says which mark is the decimal one.
 */
final class Amounts {

    /** Twelve digits before and four after the mark; more is a slipped field. */
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,12}(\\.\\d{1,4})?");

    private static final Pattern WITH_POINT = Pattern.compile("\\d{1,12}\\.(\\d{1,2}|\\d{4})");

    private static final Pattern WHOLE = Pattern.compile("\\d{1,12}");

    /** A spreadsheet wrote a whole number with a decimal: nothing is lost. */
    private static final Pattern WHOLE_WITH_ZEROS = Pattern.compile("(\\d{1,12})[.,]0{1,4}");

    private static final Pattern PARENTHESES = Pattern.compile("\\((.+)\\)");
    private static final Pattern SIGN = Pattern.compile("[-\\u2212\\u2013]");
    private static final Pattern CURRENCY = Pattern.compile("^(\\p{Sc}|[A-Z]{3})\\s*|\\s*(\\p{Sc}|[A-Z]{3})$");
    private static final Pattern THOUSANDS =
            Pattern.compile("\\d{1,3}(?:([.,' \\u2019])\\d{3})(?:\\1\\d{3})*(?=\\D|$)");

    private final char decimalMark;
    private final boolean isGrouped;

    Amounts(ValueFormats formats) {
        this.decimalMark = formats.decimalMark();
        this.isGrouped = formats.isGrouped();
    }

    /** @param currency that the line is in; a sign of another one is a mistake */
    Optional<BigDecimal> decimal(String text, String currency) {
        if (decimalMark == '.' && PLAIN.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text));
        }
        String number = text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
        boolean isNegative = false;
        Matcher parentheses = PARENTHESES.matcher(number);
        if (parentheses.matches()) {
            isNegative = true;
            number = parentheses.group(1).strip();
        }
        Optional<String> bare = withoutCurrency(number, currency);
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        number = bare.get();
        Matcher sign = SIGN.matcher(number);
        if (sign.find()) {
            boolean isAtAnEnd = sign.start() == 0 || sign.end() == number.length();
            if (isNegative || !isAtAnEnd) {
                return Optional.empty();
            }
            isNegative = true;
            number = sign.replaceFirst("").strip();
            bare = withoutCurrency(number, currency);
            if (bare.isEmpty()) {
                return Optional.empty();
            }
            number = bare.get();
        }
        return positive(number).map(isNegative ? BigDecimal::negate : each -> each);
    }

    /** Digits, perhaps with {@code .0} behind them. */
    static Optional<Long> whole(String text) {
        if (WHOLE.matcher(text).matches()) {
            return Optional.of(Long.parseLong(text));
        }
        Matcher zeros = WHOLE_WITH_ZEROS.matcher(text);
        return zeros.matches() ? Optional.of(Long.parseLong(zeros.group(1))) : Optional.empty();
    }

    /** For the sentence that refuses another one. */
    String example() {
        return "1234" + decimalMark + "50";
    }

    private Optional<BigDecimal> positive(String text) {
        String number = text;
        if (isGrouped) {
            Matcher thousands = THOUSANDS.matcher(number);
            if (thousands.lookingAt() && thousands.group(1).charAt(0) != decimalMark) {
                String mark = thousands.group(1);
                number = thousands.group().replace(mark, "") + number.substring(thousands.end());
            }
        }
        if (decimalMark != '.') {
            number = number.replace('.', '?').replace(decimalMark, '.');
        }
        if (PLAIN.matcher(number).matches()) {
            return Optional.of(new BigDecimal(number));
        }
        // Not thousands, wherever it was written; the cells of a workbook come so.
        return isGrouped && WITH_POINT.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<String> withoutCurrency(String number, String currency) {
        Matcher sign = CURRENCY.matcher(number);
        if (!sign.find()) {
            return Optional.of(number);
        }
        String found = sign.group().strip();
        return means(found, currency) ? Optional.of(sign.replaceFirst("").strip()) : Optional.empty();
    }

    /** Whether a sign may stand for a currency: many call theirs a dollar, one alone is the euro. */
    private static boolean means(String sign, String currency) {
        return switch (sign) {
            case "€" -> currency.equals("EUR");
            case "£" -> currency.equals("GBP");
            case "¥", "￥" -> currency.equals("JPY") || currency.equals("CNY");
            case "₫" -> currency.equals("VND");
            default -> sign.length() == 1 || sign.equals(currency);
        };
    }
}
