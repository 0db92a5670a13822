package eu.kontor.settlement.application;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of a printed statement, one bundle per language; a language that has none is answered in English. */
final class StatementWords {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;

    StatementWords(Locale language) {
        texts = ResourceBundle.getBundle(
                "eu.kontor.settlement.statement", language, StatementWords.class.getClassLoader(), NO_FALLBACK);
    }

    String of(String key, Object... values) {
        String text = texts.getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + '}', String.valueOf(values[i]));
        }
        return text;
    }
}
