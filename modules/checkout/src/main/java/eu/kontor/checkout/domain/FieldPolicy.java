package eu.kontor.checkout.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TextPolicy;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;

/** What single fields of a till's request must be, whatever they mean together. */
public final class FieldPolicy {

    /** Longer than any till's own words for anything. */
    public static final int MAX_TEXT = Purchase.MAX_TEXT;

    /** One line of a list, and enough to say why. */
    public static final int MAX_SENTENCE = 160;

    /** The ledger's limit for a request key. */
    public static final int MAX_KEY = eu.kontor.ledger.api.RequestKey.MAX_LENGTH;

    private FieldPolicy() {}

    /**
     * @return without spaces around it: a till that pads its numbers means the same ticket as the night's file, which does not
     * @throws Refusal {@code FIELD_MISSING} for null and blank, {@code FIELD_TOO_LONG}, {@code FIELD_CHARACTER_FORBIDDEN}
     */
    public static String required(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", field);
        }
        return notTooLong(field, value);
    }

    /** @return without spaces around it; empty text for null */
    public static String optional(String field, String value) {
        return value == null ? "" : notTooLong(field, value);
    }

    /**
     * What a person writes, for people to read.
     *
     * @return stripped, empty text for null
     */
    public static String sentence(String field, String value) {
        String text = value == null ? "" : value.strip();
        if (text.length() > MAX_SENTENCE) {
            throw new Refusal(RefusalCode.FIELD_TOO_LONG, "field", field, "limit", MAX_SENTENCE);
        }
        return text;
    }

    public static <T> T present(String field, T value) {
        if (value == null) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", field);
        }
        return value;
    }

    /** @throws Refusal {@code REQUEST_KEY_MISSING}, {@code FIELD_TOO_LONG}, {@code FIELD_CHARACTER_FORBIDDEN} */
    public static String requestKey(String key) {
        if (key == null || key.isBlank()) {
            throw new Refusal(RefusalCode.REQUEST_KEY_MISSING);
        }
        if (key.length() > MAX_KEY) {
            throw new Refusal(RefusalCode.FIELD_TOO_LONG, "field", "Idempotency-Key", "limit", MAX_KEY);
        }
        return TextPolicy.LINE.checked("Idempotency-Key", key);
    }

    /** @throws Refusal {@code FIELD_MISSING}, {@code CURRENCY_NOT_USED} naming those that the tenant uses */
    public static Currency currency(String code, List<Currency> used) {
        String wanted = required("currency", code);
        return used.stream()
                .filter(currency -> currency.getCurrencyCode().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        RefusalCode.CURRENCY_NOT_USED,
                        "currency",
                        wanted,
                        "allowed",
                        used.stream().map(Currency::getCurrencyCode).collect(Collectors.joining(", "))));
    }

    /** For an answer: a number of absurd length or exponent is cut, so that it cannot blow the answer up. */
    static String readable(BigDecimal number) {
        boolean isShort = number.precision() <= MAX_TEXT / 2 && Math.abs((long) number.scale()) <= MAX_TEXT / 2;
        String text = isShort ? number.toPlainString() : number.toString();
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + '…';
    }

    private static String notTooLong(String field, String value) {
        String text = value.strip();
        if (text.length() > MAX_TEXT) {
            throw new Refusal(RefusalCode.FIELD_TOO_LONG, "field", field, "limit", MAX_TEXT);
        }
        return TextPolicy.LINE.checked(field, text);
    }
}
