package eu.kontor.portalkit.i18n;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the portal, complete from the first view on. */
public final class Languages {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale SPANISH = Locale.forLanguageTag("es");
    public static final Locale CHINESE = Locale.forLanguageTag("zh");

    private static final List<Locale> ALL = List.of(ENGLISH, SPANISH, CHINESE);

    private Languages() {}

    /** In the order in which they are offered. */
    public static List<Locale> all() {
        return ALL;
    }

    /** What speakers call the language. */
    public static String nameOf(Locale language) {
        return switch (language.getLanguage()) {
            case "es" -> "Español";
            case "zh" -> "简体中文";
            default -> "English";
        };
    }

    /** The portal's language nearest to {@code wanted}: any regional variant is served by its language. */
    public static Optional<Locale> nearest(Locale wanted) {
        return wanted == null
                ? Optional.empty()
                : ALL.stream()
                        .filter(l -> l.getLanguage().equals(wanted.getLanguage()))
                        .findFirst();
    }

    /** The first of a browser's wishes that the portal speaks; English if none. */
    public static Locale firstOf(Iterable<Locale> wishes) {
        for (Locale wish : wishes) {
            Optional<Locale> match = nearest(wish);
            if (match.isPresent()) {
                return match.get();
            }
        }
        return ENGLISH;
    }

    /** As {@link #firstOf(Iterable)}, for what the servlet API hands out. */
    public static Locale firstOf(java.util.Enumeration<Locale> wishes) {
        return firstOf(Collections.list(wishes));
    }

    /** The value for an HTML {@code lang} attribute; simplified Chinese names its script, so that fonts follow. */
    public static String htmlTag(Locale language) {
        return "zh".equals(language.getLanguage()) ? "zh-Hans" : language.getLanguage();
    }
}
