package eu.kontor.kernel;

import java.util.regex.Pattern;

/**
 * Text from outside on its way into a cell of a table that people open in a spreadsheet, where a text that begins like a formula is one. Such a
 * text gets an apostrophe in front, which spreadsheets take for "this is text", and which a machine takes away again:
 *
 * <pre>
 * =HYPERLINK("…")   becomes   '=HYPERLINK("…")
 * '=1+1             becomes   ''=1+1            so that it, too, comes back as it was
 * -12.50            stays: a number is no formula
 * </pre>
 *
 * <p>After OWASP's "CSV injection". Numbers, dates and names that are ours need none of this.
 */
public final class CellText {

    private static final char MARK = '\'';

    /** What spreadsheets begin a formula with, in the width of either typewriter, and what they pass over before it. */
    private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9., ]*%?");

    private CellText() {}

    /** @return the text, marked if a spreadsheet would take it for a formula */
    public static String harmless(String text) {
        return isLikeAFormula(text) ? MARK + text : text;
    }

    /** @return what {@link #harmless} was given */
    public static String original(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == MARK && isLikeAFormula(cell) ? cell.substring(1) : cell;
    }

    /** Marks in front do not count, so that a text that came with one gets one more. */
    public static boolean isLikeAFormula(String text) {
        int begin = 0;
        while (begin < text.length() && text.charAt(begin) == MARK) {
            begin++;
        }
        return begin < text.length()
                && BEGINNINGS.indexOf(text.charAt(begin)) >= 0
                && !NUMBER.matcher(text.substring(begin)).matches();
    }
}
