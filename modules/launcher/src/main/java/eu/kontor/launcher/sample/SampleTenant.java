package eu.kontor.launcher.sample;

/** The sample's four tenants, as {@code tenant-config/} has them. */
enum SampleTenant {
    RESORT("quinta-do-mar", "rooms"),
    CITY("lisboa-central", "rooms"),
    CAFE("forno-grao", "counter"),
    SHOP("discos-ronda", "mail-order");

    private final String slug;
    private final String outlet;

    SampleTenant(String slug, String outlet) {
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
