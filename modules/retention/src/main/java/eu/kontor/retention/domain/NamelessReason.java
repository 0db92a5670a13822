package eu.kontor.retention.domain;

import java.util.List;
import java.util.Locale;

/** A reason for an erasure is kept for good, and so must not say what is erased. */
public final class NamelessReason {

    /** Shorter words are parts of too many others. */
    private static final int SHORTEST_WORD = 3;

    private NamelessReason() {}

    /** @param words names, mail, phone; empty ones say nothing */
    public static boolean repeats(String reason, List<String> words) {
        String said = reason.toLowerCase(Locale.ROOT);
        return words.stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .anyMatch(word -> word.codePointCount(0, word.length()) >= SHORTEST_WORD && said.contains(word));
    }
}
