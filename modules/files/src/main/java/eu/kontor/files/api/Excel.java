package eu.kontor.files.api;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a spreadsheet does to numbers that are names: undone where that is certain, told where it is not. */
public final class Excel {

    private static final Pattern FORMULA = Pattern.compile("=\"(.*)\"");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d([.,]\\d+)?[eE]\\+\\d{1,2}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern WITH_ZERO = Pattern.compile("(\\d+)[.,]0{1,2}");
    private static final Pattern CARD_WITH_ZERO = Pattern.compile("(\\d{16})[.,]0+");

    /** A spreadsheet keeps so many digits of a number; the rest becomes zeros. */
    private static final int DIGITS_KEPT = 15;

    private Excel() {}

    /** {@code ="0123"} is how exports keep a zero at the beginning. */
    public static String unwrapped(String text) {
        if (text.length() < 3 || text.charAt(0) != '=') {
            return text;
        }
        Matcher formula = FORMULA.matcher(text);
        return formula.matches() ? formula.group(1).replace("\"\"", "\"") : text;
    }

    /**
     * A name that a spreadsheet may have calculated with.
     *
     * @throws Refusal {@code FEED_SPOILED_BY_EXCEL}: digits are lost for ever, nobody can say which number it was
     */
    public static String unspoiled(String name, String column) {
        if (name.length() > 3 && SCIENTIFIC.matcher(name).matches()) {
            throw spoiled(name, column);
        }
        return name;
    }

    /**
     * A name that consists of digits: a decimal behind them is the spreadsheet's.
     *
     * @throws Refusal {@code FEED_SPOILED_BY_EXCEL}
     */
    public static String digits(String name, String column) {
        Matcher zero = WITH_ZERO.matcher(unspoiled(name, column));
        return zero.matches() ? zero.group(1) : name;
    }

    /**
     * A card's number; empty text is none.
     *
     * @throws Refusal {@code FEED_SPOILED_BY_EXCEL} also for one that looks as if it had lost what only a spreadsheet loses
     */
    public static String card(String text, String column) {
        Matcher zero = CARD_WITH_ZERO.matcher(unspoiled(text, column));
        String card = zero.matches() ? zero.group(1) : text;
        if (looksSpoiled(card) && !isCard(card)) {
            throw spoiled(card, column);
        }
        return card;
    }

    private static boolean looksSpoiled(String card) {
        boolean hasLostZero = card.length() == CardNumber.DIGITS - 1;
        boolean isRounded = card.length() == CardNumber.DIGITS
                && card.substring(DIGITS_KEPT).chars().allMatch(c -> c == '0');
        return (hasLostZero || isRounded) && DIGITS.matcher(card).matches();
    }

    private static boolean isCard(String text) {
        try {
            return new CardNumber(text).value().equals(text);
        } catch (Refusal wrong) {
            return false;
        }
    }

    private static Refusal spoiled(String value, String column) {
        return new Refusal(RefusalCode.FEED_SPOILED_BY_EXCEL, "column", column, "value", value);
    }
}
