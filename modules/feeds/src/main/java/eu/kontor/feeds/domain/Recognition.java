package eu.kontor.feeds.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sample of a file suggests about how to read it; a person decides.
 *
 * @param columns layout's name → column of the file
 * @param constants that were taken from what the tenant is: its only outlet, its currency
 * @param datePattern of the dates in the sample; empty when none fits them all
 * @param decimalMark when the numbers show one that needs saying
 * @param values layout's name → (text in the file → what it probably means)
 * @param missing layout's names for which nothing was found
 */
public record Recognition(
        Layout layout,
        Map<String, String> columns,
        Map<String, String> constants,
        Optional<String> datePattern,
        Optional<Character> decimalMark,
        Map<String, Map<String, String>> values,
        List<String> missing,
        List<Doubt> doubts) {

    /** What a person should look at before a file is posted. */
    public record Doubt(DoubtKind kind, String column, String value) {}

    public enum DoubtKind {
        /** Every day of the sample could be a month: {@code value} is the other pattern. */
        DAY_OR_MONTH,
        /** No pattern reads all dates of the column. */
        DATE_NOT_READ,
        /** Nobody knows what this word of a kind or state means. */
        WORD_UNKNOWN,
        /** None of the tenant's outlets is called this. */
        OUTLET_UNKNOWN,
        /** The price list lacks this item. */
        PRICE_MISSING,
        /** No value of the column is a card's number. */
        NO_CARD_SEEN
    }
}
