package eu.kontor.kernel;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The sentences of refusals, one bundle per language: {@code eu/kontor/kernel/refusals*.properties}. */
final class RefusalTexts {

    private static final String BUNDLE = "eu.kontor.kernel.refusals";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private RefusalTexts() {}

    static String sentence(RefusalCode code, Map<String, Object> details, Locale language) {
        String text = ResourceBundle.getBundle(BUNDLE, language, RefusalTexts.class.getClassLoader(), NO_FALLBACK)
                .getString(code.slug());
        for (Map.Entry<String, Object> detail : details.entrySet()) {
            text = text.replace('{' + detail.getKey() + '}', String.valueOf(detail.getValue()));
        }
        return text;
    }
}
