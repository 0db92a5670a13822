package eu.kontor.feeds.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a spreadsheet does to numbers that are names: undone where that is certain, recognised where it is not. */
final class Excel {

    private static final Pattern FORMULA = Pattern.compile("=\"(.*)\"");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d([.,]\\d+)?[eE]\\+\\d{1,2}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern CARD_WITH_ZERO = Pattern.compile("(\\d{16})[.,]0+");

    /** A spreadsheet keeps so many digits of a number; the rest becomes zeros. */
    private static final int DIGITS_KEPT = 15;

    private Excel() {}

    /** {@code ="0123"} is how exports keep a zero at the beginning. */
    static String unwrapped(String text) {
        if (text.length() < 3 || text.charAt(0) != '=') {
            return text;
        }
        Matcher formula = FORMULA.matcher(text);
        return formula.matches() ? formula.group(1).replace("\"\"", "\"") : text;
    }

    static String card(String text) {
        Matcher zero = CARD_WITH_ZERO.matcher(text);
        return zero.matches() ? zero.group(1) : text;
    }

    /** Digits are lost for ever: nobody can say which number it was. */
    static boolean isScientific(String text) {
        return text.length() > 3 && SCIENTIFIC.matcher(text).matches();
    }

    /** @return the number as it may have been, when a card's number looks as if it had lost what only a spreadsheet loses */
    static Optional<String> lostOf(String card, int digits) {
        if (!DIGITS.matcher(card).matches()) {
            return Optional.empty();
        }
        boolean hasLostZero = card.length() == digits - 1;
        boolean isRounded =
                card.length() == digits && card.substring(DIGITS_KEPT).chars().allMatch(c -> c == '0');
        return hasLostZero ? Optional.of("0" + card) : isRounded ? Optional.of(card) : Optional.empty();
    }
}
