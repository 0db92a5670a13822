package eu.kontor.kernel;

import java.util.OptionalInt;

/**
 * Policy: which characters a text may have, wherever it comes from. What one of those cannot carry that keep or pass on our texts is refused
 * at the door, by name, instead of being changed in silence or failing behind it:
 *
 * <ul>
 *   <li>U+0000: PostgreSQL keeps it in no text ("The character with the code zero cannot be stored", PostgreSQL 18, 8.3) and refuses its
 *       escape in {@code jsonb} (8.14); XML 1.0 has it not even as a reference.
 *   <li>Other control characters (Unicode's category Cc: U+0001 to U+001F, U+007F to U+009F): XML 1.0 (production 2, {@code Char}) excludes
 *       the first range and advises against the second one; in CSV and on a terminal they cut a line or overwrite it. Tab, line feed and
 *       carriage return are allowed where a text may have several lines.
 *   <li>Lone surrogates (U+D800 to U+DFFF): no code points of a text (Unicode 16, 3.9, D76); UTF-8 (RFC 3629, 3), {@code jsonb} and XML refuse
 *       them.
 *   <li>Noncharacters (U+FDD0 to U+FDEF and the last two of each plane): reserved for a program's inside (Unicode 16, 23.7); XML refuses
 *       U+FFFE and U+FFFF.
 *   <li>Embeddings, overrides and isolates of the bidirectional algorithm (U+202A to U+202E, U+2066 to U+2069; UAX #9, table 4): invisible,
 *       they turn round what stands behind them, so that a reference reads as another one (UTR #36, 2.5). The marks U+200E, U+200F and
 *       U+061C, which only say a direction, are allowed.
 *   <li>Line and paragraph separators (U+2028, U+2029) in a text of one line: they are line breaks (UAX #14, class BK).
 * </ul>
 *
 * <p>Unassigned characters are allowed: a later Unicode assigns them.
 */
public enum TextPolicy {
    /** A name, a reference, a code, a reason: one line. */
    LINE,
    /** A note: several lines, with tabs. */
    LINES;

    /** What a person sees in the place of a character that no text may have. */
    private static final char SHOWN = '\uFFFD';

    private static final int LAST_TWO_OF_A_PLANE = 0xFFFE;

    /** Where the first character stands that the text may not have. */
    public OptionalInt forbidden(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit >= ' ' && unit < '\u007f') {
                continue;
            }
            int character = text.codePointAt(at);
            if (forbids(character)) {
                return OptionalInt.of(at);
            }
            at += Character.charCount(character) - 1;
        }
        return OptionalInt.empty();
    }

    /**
     * The text as it is.
     *
     * @param field as the sender calls it
     * @throws Refusal {@code FIELD_CHARACTER_FORBIDDEN} that names field, character and place
     */
    public String checked(String field, String text) {
        OptionalInt at = forbidden(text);
        if (at.isPresent()) {
            throw refusal(field, text, at.getAsInt());
        }
        return text;
    }

    /** @param at where the character stands, as {@link #forbidden} says */
    public static Refusal refusal(String field, String text, int at) {
        return new Refusal(
                RefusalCode.FIELD_CHARACTER_FORBIDDEN,
                "field",
                shown(field),
                "character",
                name(text.codePointAt(at)),
                "position",
                text.codePointCount(0, at) + 1);
    }

    /** The text as it may be shown, logged and answered: with a mark in the place of each character that it may not have. */
    public static String shown(String text) {
        if (LINES.forbidden(text).isEmpty()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(character -> shown.appendCodePoint(LINES.forbids(character) ? SHOWN : character));
        return shown.toString();
    }

    /** As Unicode writes it: {@code U+202E}. */
    public static String name(int character) {
        return String.format("U+%04X", character);
    }

    private boolean forbids(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> this == LINE || character != '\t' && character != '\n' && character != '\r';
            case Character.SURROGATE -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> this == LINE;
            case Character.FORMAT -> isDirection(character);
            case Character.UNASSIGNED -> isNoncharacter(character);
            default -> false;
        };
    }

    private static boolean isDirection(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }

    private static boolean isNoncharacter(int character) {
        return character >= 0xFDD0 && character <= 0xFDEF || (character & LAST_TWO_OF_A_PLANE) == LAST_TWO_OF_A_PLANE;
    }
}
