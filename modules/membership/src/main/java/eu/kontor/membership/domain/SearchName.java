package eu.kontor.membership.domain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A name as it is searched for: family name first, lower case, without accents, every word with a space before it, so that
 * {@code " si"} means "a word that begins with si".
 *
 * @param value such as {@code " conceicao silva ana"}
 */
public record SearchName(String value) {

    public static SearchName of(String givenName, String familyName) {
        return new SearchName(" " + String.join(" ", words(familyName + " " + givenName)));
    }

    /** The words of a text, folded the same way; punctuation separates words, and Chinese characters are one word. */
    public static List<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "")
                .strip();
        return folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" "));
    }
}
