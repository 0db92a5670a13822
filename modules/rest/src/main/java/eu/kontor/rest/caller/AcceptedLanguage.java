package eu.kontor.rest.caller;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** The language of an answer: the first of Accept-Language that we speak, otherwise English. */
public final class AcceptedLanguage {

    private static final Set<String> SPOKEN = Set.of("en", "es", "zh");

    private AcceptedLanguage() {}

    public static Locale of(HttpHeaders headers) {
        return of(headers::getAcceptableLanguages);
    }

    /** @param wanted fails where the header cannot be read: then nobody knows what is wanted */
    static Locale of(Supplier<List<Locale>> wanted) {
        List<Locale> languages;
        try {
            languages = wanted.get();
        } catch (RuntimeException unreadable) {
            return Locale.ENGLISH;
        }
        return of(languages);
    }

    public static Locale of(List<Locale> wanted) {
        return wanted.stream()
                .filter(language -> SPOKEN.contains(language.getLanguage()))
                .findFirst()
                .map(language -> language.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : language)
                .orElse(Locale.ENGLISH);
    }
}
