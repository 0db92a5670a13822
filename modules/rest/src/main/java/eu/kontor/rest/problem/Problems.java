package eu.kontor.rest.problem;

import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TextPolicy;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Builds problem documents as RFC 9457 describes them; a refusal's details are members of their own. */
public final class Problems {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The types' common beginning; the slug of the refusal's code follows. */
    public static final String TYPE_PREFIX = "https://kontor.eu/problems/";

    private Problems() {}

    /** @param instance of this occurrence, usually the path that was called */
    public static Map<String, Object> of(Refusal refusal, String instance, Locale language) {
        String slug = refusal.code().slug();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", TYPE_PREFIX + slug);
        document.put("title", title(slug));
        document.put("status", refusal.code().httpStatus());
        document.put("detail", refusal.sentence(language));
        document.put("instance", refusal.details().getOrDefault("instance", TextPolicy.shown(instance)));
        refusal.details().forEach((name, value) -> document.putIfAbsent(name, plain(value, language)));
        return document;
    }

    private static String title(String slug) {
        return Character.toUpperCase(slug.charAt(0)) + slug.substring(1).replace('-', ' ');
    }

    private static Object plain(Object value, Locale language) {
        if (value instanceof Phrase phrase) {
            return phrase.text(language);
        }
        return value instanceof Number || value instanceof Boolean ? value : TextPolicy.shown(String.valueOf(value));
    }
}
