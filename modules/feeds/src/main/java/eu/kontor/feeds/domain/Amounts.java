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

    /** A spreadsheet wrote a whole number with a decimal: nothing is lost. Three zeros may be thousands. */
    private static final Pattern WHOLE_WITH_ZEROS = Pattern.compile("(-?\\d{1,12})[.,](?:0{1,2}|0{4})");

    private static final Pattern COUNTED =
            Pattern.compile("[-\\u2212\\u2013(]?\\s*\\d[\\d.,' \\u2019]*[-\\u2212\\u2013)]?");

    private static final Pattern ONE_OR_A_THOUSAND = Pattern.compile("(?<![\\d.,])[1-9]\\d{0,2}[.,]000(?!\\d|[.,]\\d)");

    /** A currency that divides into thousandths writes three decimals. */
    private static final int THOUSANDTHS = 3;

    private static final Pattern PARENTHESES = Pattern.compile("\\((.+)\\)");
    private static final Pattern SIGN = Pattern.compile("[-\\u2212\\u2013]");
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
        String number = withPlainSpaces(text);
        boolean isNegative = false;
        Matcher parentheses = PARENTHESES.matcher(number);
        if (parentheses.matches()) {
            isNegative = true;
            number = parentheses.group(1).strip();
        }
        number = CurrencySigns.without(number, currency);
        Matcher sign = SIGN.matcher(number);
        if (sign.find()) {
            boolean isAtAnEnd = sign.start() == 0 || sign.end() == number.length();
            if (isNegative || !isAtAnEnd) {
                return Optional.empty();
            }
            isNegative = true;
            number = CurrencySigns.without(sign.replaceFirst("").strip(), currency);
        }
        return positive(number).map(isNegative ? BigDecimal::negate : each -> each);
    }

    /** Digits, perhaps with {@code .0} behind them or with thousands marked; below zero as amounts are. */
    Optional<Long> whole(String text) {
        if (WHOLE.matcher(text).matches()) {
            return Optional.of(Long.parseLong(text));
        }
        Matcher zeros = WHOLE_WITH_ZEROS.matcher(text);
        if (zeros.matches()) {
            return Optional.of(Long.parseLong(zeros.group(1)));
        }
        String number = withPlainSpaces(text);
        return COUNTED.matcher(number).matches()
                ? decimal(number, "")
                        .filter(each -> each.stripTrailingZeros().scale() <= 0)
                        .map(BigDecimal::longValueExact)
                : Optional.empty();
    }

    /**
     * Whether it is one or a thousand, and no mapping says which mark is the decimal one.
     *
     * @param currency of an amount: one that has three decimals is written with them; empty text for what is no amount
     */
    boolean isAmbiguous(String text, String currency) {
        return !isGrouped
                && text.contains("000")
                && ONE_OR_A_THOUSAND
                        .matcher(CurrencySigns.without(withPlainSpaces(text), currency))
                        .find()
                && CurrencySigns.decimals(currency) != THOUSANDTHS;
    }

    private static String withPlainSpaces(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
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
}
