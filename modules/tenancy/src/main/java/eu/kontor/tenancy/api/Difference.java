package eu.kontor.tenancy.api;

import java.util.Locale;

/**
 * One thing that applying a configuration would make other than it is, in words of the business: "Bread of the day: 4 → 5 points per EUR".
 *
 * @param words a sentence, in the reader's language
 */
public record Difference(Act act, Words words) {

    /** What would become of it. */
    public enum Act {
        ADDED,
        CHANGED,
        REMOVED,
        /** Nothing, though the file has it otherwise: it is not the file's to decide. */
        KEPT
    }

    /** What is said to a reader of any of the house's languages. */
    @FunctionalInterface
    public interface Words {
        String in(Locale language);
    }
}
