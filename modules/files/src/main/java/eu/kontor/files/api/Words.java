package eu.kontor.files.api;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts of a file as people compare them: case, outer spaces and the kind of a gap do not matter. */
public final class Words {

    private static final Pattern GAPS = Pattern.compile("[\\s\\u00a0_-]+");

    private Words() {}

    /** A value such as {@code Check-Out}. */
    public static String plain(String text) {
        return strip(text).toLowerCase(Locale.ROOT);
    }

    /** A column's name: {@code Business Date}, {@code business_date} and {@code BUSINESS-DATE} are one. */
    public static String column(String name) {
        return GAPS.matcher(strip(name)).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** Also without the spaces of typesetters, which spreadsheets add. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isGap(text.charAt(from))) {
            from++;
        }
        while (to > from && isGap(text.charAt(to - 1))) {
            to--;
        }
        return from == 0 && to == text.length() ? text : text.substring(from, to);
    }

    private static boolean isGap(char each) {
        return Character.isWhitespace(each) || each == '\u00a0' || each == '\u202f' || each == '\ufeff';
    }
}
