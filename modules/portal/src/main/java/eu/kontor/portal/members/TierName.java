package eu.kontor.portal.members;

/** How a tier's word from the program is written on screens: with a capital. */
public final class TierName {

    private TierName() {}

    public static String of(String tier) {
        return tier.isEmpty() ? tier : tier.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + tier.substring(1);
    }
}
