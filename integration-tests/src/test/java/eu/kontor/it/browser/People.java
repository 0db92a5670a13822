package eu.kontor.it.browser;

/** The sample's people, as {@code tenant-config/} names them. */
final class People {

    static final String OPERATOR = "olivia";
    static final String CAFE_ADMIN = "ines";
    static final String CAFE_FINANCE = "paulo";
    static final String CAFE_CASHIER = "joana";
    static final String HOTEL_ADMIN = "marta";
    static final String HOTEL_FINANCE = "helena";
    static final String SHOP_ADMIN = "clara";

    private People() {}
}
