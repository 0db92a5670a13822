package eu.kontor.membership.domain;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/** What guests are asked where their brand has no words of its own. */
public final class ConsentWords {

    /** Changes with the texts in the bundle. */
    public static final String VERSION = "house-1";

    private static final Set<String> OTHER_LANGUAGES = Set.of("es", "zh");
    private static final String BUNDLE = "eu.kontor.membership.consent";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ConsentWords() {}

    /** The language, or English where the house does not speak it. */
    public static Locale spoken(Locale language) {
        return OTHER_LANGUAGES.contains(language.getLanguage())
                ? Locale.forLanguageTag(language.getLanguage())
                : Locale.ENGLISH;
    }

    public static String of(String purpose, String brand, Locale language) {
        return MessageFormat.format(
                ResourceBundle.getBundle(BUNDLE, language, NO_FALLBACK).getString(purpose), brand);
    }
}
