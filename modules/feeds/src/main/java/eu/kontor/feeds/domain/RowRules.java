package eu.kontor.feeds.domain;

import eu.kontor.files.api.Words;
import java.util.List;
import java.util.Set;

/**
 * Which lines of a file are no sales, though they stand among them.
 *
 * @param skip lines that fit any of these are skipped and counted
 * @param totals words with which the first filled field of a line of sums begins, such as {@code Total}
 */
public record RowRules(List<Condition> skip, List<String> totals) {

    public static final RowRules NONE = new RowRules(List.of(), List.of());

    /**
     * @param column of the file
     * @param words compared without regard to case and outer spaces; an empty one is an empty field
     * @param isNegated fits every value but these
     */
    public record Condition(String column, Set<String> words, boolean isNegated) {

        boolean fits(String value) {
            return words.contains(Words.plain(value)) != isNegated;
        }
    }
}
