package eu.kontor.portal.members;

import eu.kontor.portalkit.i18n.Texts;
import java.util.Locale;

/** A tier's name as people read it: the first tier's in their language, others as the brand called them, with a capital. */
public final class TierName {

    /** Where everyone begins. */
    private static final String FIRST = "member";

    private TierName() {}

    public static String of(String tier, Locale language) {
        if (tier.equals(FIRST)) {
            return Texts.of("members.tier.first", language);
        }
        return tier.isEmpty() ? tier : tier.substring(0, 1).toUpperCase(Locale.ROOT) + tier.substring(1);
    }
}
