package eu.kontor.portal.trust;

import eu.kontor.portalkit.i18n.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Kinds of acts and what is told of them, in words. What a context adds tomorrow is shown by its slug until it has words. */
final class ActWords {

    private static final String ACTION = "trust.action.";
    private static final String DETAIL = "trust.detail.";

    private ActWords() {}

    static String action(String slug, Locale language) {
        return Texts.all(language).getOrDefault(ACTION + slug, slug.replace('-', ' '));
    }

    /** {@code From silver, to gold}. */
    static String details(Map<String, String> details, Locale language) {
        return details.entrySet().stream()
                .map(told -> name(told.getKey(), language) + ": " + told.getValue())
                .collect(Collectors.joining(" · "));
    }

    static String name(String detail, Locale language) {
        return Texts.all(language).getOrDefault(DETAIL + detail, detail.replace('-', ' '));
    }
}
