package eu.kontor.portal.imports;

import eu.kontor.portalkit.i18n.Texts;
import java.time.Duration;
import java.util.Locale;

/** How long something took or will take, as people say it. */
final class Durations {

    private Durations() {}

    static String of(Duration duration, Locale language) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return Texts.of("imports.millis", language, duration.toMillis());
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return Texts.of("imports.seconds", language, duration.toSeconds());
        }
        return Texts.of("imports.minutes", language, duration.toMinutes(), duration.toSecondsPart());
    }
}
