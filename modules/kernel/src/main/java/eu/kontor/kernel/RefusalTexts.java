package eu.kontor.kernel;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The sentences of refusals and the phrases in them, one bundle each per language. */
final class RefusalTexts {

    private static final String SENTENCES = "eu.kontor.kernel.refusals";
    private static final String PHRASES = "eu.kontor.kernel.phrases";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private RefusalTexts() {}

    static String sentence(RefusalCode code, Map<String, Object> details, Locale language) {
        String text = bundle(SENTENCES, language).getString(code.slug());
        for (Map.Entry<String, Object> detail : details.entrySet()) {
            text = text.replace('{' + detail.getKey() + '}', said(detail.getValue(), language));
        }
        return text;
    }

    static String phrase(Phrase phrase, Locale language) {
        String text = bundle(PHRASES, language).getString(phrase.key());
        for (int i = 0; i < phrase.values().size(); i++) {
            text = text.replace("{" + i + '}', said(phrase.values().get(i), language));
        }
        return text;
    }

    private static String said(Object value, Locale language) {
        return value instanceof Phrase phrase ? phrase.text(language) : String.valueOf(value);
    }

    private static ResourceBundle bundle(String name, Locale language) {
        return ResourceBundle.getBundle(name, language, RefusalTexts.class.getClassLoader(), NO_FALLBACK);
    }
}
