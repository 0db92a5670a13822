package eu.kontor.kernel;

import java.util.regex.Pattern;

/**
 * The number on a card: 16 digits, the issuer's prefix first and an ISO/IEC 7812-1 (Luhn) check digit last.
 *
 * @param value the digits without spaces
 */
public record CardNumber(String value) implements Comparable<CardNumber> {

    public static final int DIGITS = 16;

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0-]");

    public CardNumber {
        if (value == null || value.length() != DIGITS || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Refusal(RefusalCode.CARD_NUMBER_MALFORMED, "card", String.valueOf(value));
        }
        if (checkDigit(value.substring(0, DIGITS - 1)) != value.charAt(DIGITS - 1)) {
            throw new Refusal(RefusalCode.CARD_CHECK_DIGIT_WRONG, "card", value);
        }
    }

    /** Reads what a person typed or a scanner sent: spaces and hyphens are dropped. Throws {@link Refusal} as above. */
    public static CardNumber parse(String text) {
        return new CardNumber(text == null ? "" : SEPARATORS.matcher(text).replaceAll(""));
    }

    /** Appends the check digit to {@code prefix + serial}, which together have 15 digits. */
    public static CardNumber issue(String prefix, long serial) {
        String body = prefix + String.format("%0" + (DIGITS - 1 - prefix.length()) + "d", serial);
        return new CardNumber(body + checkDigit(body));
    }

    /** As printed: groups of four. */
    public String grouped() {
        return value.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /**
     * Enough to tell which of a guest's cards is meant, and too little to find it by: numbers were issued one after the other, and of
     * those four digits would be as good as all.
     */
    public String ending() {
        return value.substring(DIGITS - 2);
    }

    private static char checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    @Override
    public int compareTo(CardNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
