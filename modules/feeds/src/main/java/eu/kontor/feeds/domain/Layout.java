package eu.kontor.feeds.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A known shape of files. Each has names for what it needs; a tenant's mapping says under which column of the file, or with which
 * constant, it finds them.
 */
public enum Layout {
    /** Our own: one line per purchase, or per redemption where the file says so. */
    PURCHASES(
            List.of("card", "outlet", "amount", "currency", "business_date", "reference"),
            List.of("business_time", "sku", "category", "quantity", "line_kind", "points")),
    /** Our own: one line per redemption that a till has already carried out. */
    REDEMPTIONS(List.of("card", "outlet", "points", "business_date", "reference"), List.of()),
    /** Hotel bookings: one line per reservation, of which completed stays earn. */
    HOTEL_STAYS(
            List.of(
                    "card",
                    "outlet",
                    "currency",
                    "status",
                    "departure_date",
                    "rate",
                    "weekend_nights",
                    "week_nights",
                    "reference"),
            List.of("category")),
    /** Bakery: one line per item; neighbouring lines with the same ticket are one purchase; prices come from a list. */
    TICKETS(List.of("card", "outlet", "currency", "date", "ticket", "item"), List.of("time"));

    private final List<String> required;
    private final List<String> optional;

    Layout(List<String> required, List<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /** Names that every file of this layout must give, by a column or by a constant of the mapping. */
    public List<String> required() {
        return required;
    }

    public boolean knows(String name) {
        return required.contains(name) || optional.contains(name);
    }

    /** All names, required ones first. */
    public List<String> names() {
        return java.util.stream.Stream.concat(required.stream(), optional.stream())
                .toList();
    }

    /** As it is written in configurations and receipts: {@code hotel-stays}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Layout> of(String slug) {
        for (Layout layout : values()) {
            if (layout.slug().equals(slug)) {
                return Optional.of(layout);
            }
        }
        return Optional.empty();
    }
}
