package eu.kontor.rest.till;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What a till is told beside an answer that is right, in the caller's language. */
final class Warnings {

    /** English, whatever the machine speaks, for a language that has none. */
    private static final Control ENGLISH_OTHERWISE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Warnings() {}

    static String withoutReference(Locale language) {
        return text("without-reference", language);
    }

    static String returnWithoutReference(Locale language) {
        return text("return-without-reference", language);
    }

    static String redemptionWithoutReference(Locale language) {
        return text("redemption-without-reference", language);
    }

    private static String text(String key, Locale language) {
        return ResourceBundle.getBundle("eu.kontor.rest.warnings", language, ENGLISH_OTHERWISE)
                .getString(key);
    }
}
