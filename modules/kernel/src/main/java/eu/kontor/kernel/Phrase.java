package eu.kontor.kernel;

import java.util.List;
import java.util.Locale;

/**
 * A few words inside a refusal's sentence, in the language of its reader: what was expected, why something cannot be read. Texts that a
 * person gave, numbers and names are details as they are.
 *
 * @param key in the bundles {@code eu/kontor/kernel/phrases*.properties}
 * @param values in place of {@code {0}}, {@code {1}} and so on; a phrase among them is said in the same language
 */
public record Phrase(String key, List<Object> values) {

    public Phrase {
        values = List.copyOf(values);
    }

    public static Phrase of(String key, Object... values) {
        return new Phrase(key, List.of(values));
    }

    public String text(Locale language) {
        return RefusalTexts.phrase(this, language);
    }

    /** For a log. */
    @Override
    public String toString() {
        return text(Locale.ENGLISH);
    }
}
