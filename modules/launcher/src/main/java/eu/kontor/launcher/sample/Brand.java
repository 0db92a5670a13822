package eu.kontor.launcher.sample;

/** The sample's four tenants, as {@code tenant-config/} has them. */
enum Brand {
    RESORT("quinta-da-ria", "RIA"),
    CITY("hotel-avenida", "AVENIDA"),
    CAFE("forno-grao", "BALCAO"),
    SHOP("disco-azul", "LOJA");

    private final String slug;
    private final String outlet;

    Brand(String slug, String outlet) {
        this.slug = slug;
        this.outlet = outlet;
    }

    /** The tenant's slug, and the name of its feeds' folder. */
    String slug() {
        return slug;
    }

    /** The code of the outlet at which the sample's guests redeem. */
    String outlet() {
        return outlet;
    }
}
