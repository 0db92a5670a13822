package eu.kontor.portal.privacy;

import eu.kontor.portalkit.i18n.Texts;
import eu.kontor.retention.api.RetentionPeriods.Kept;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code 1 year 6 months}, and whether the coalition said so. */
final class PeriodWords {

    private PeriodWords() {}

    static String of(Kept kept, Locale language) {
        List<String> parts = new ArrayList<>();
        Period period = kept.period();
        part(parts, "privacy.years", period.getYears(), language);
        part(parts, "privacy.months", period.getMonths(), language);
        part(parts, "privacy.days", period.getDays(), language);
        String words = String.join(" ", parts);
        return kept.isUsual() ? Texts.of("privacy.usual", language, words) : words;
    }

    private static void part(List<String> parts, String key, int count, Locale language) {
        if (count > 0) {
            parts.add(Texts.counted(key, count, language));
        }
    }
}
