package eu.kontor.feeds.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A known shape of files. Each has names for what it needs; a tenant's mapping says under which column of the file, or with which
 * constant, it finds them.
 */
public enum Layout {
    /** Our own: one line per purchase, return or redemption. */
    PURCHASES(
            List.of("card", "outlet", "amount", "currency", "business_date", "reference"),
            List.of(),
            List.of(
                    "business_time",
                    "sku",
                    "category",
                    "quantity",
                    "line_kind",
                    "status",
                    "points",
                    "original_reference",
                    "original_date",
                    "complimentary")),
    /** Our own: one line per redemption that a till has already carried out. */
    REDEMPTIONS(
            List.of("card", "outlet", "points", "business_date", "reference"),
            List.of(),
            List.of("original_reference", "original_date")),
    /** Hotel bookings: one line per reservation, of which completed stays earn. */
    HOTEL_STAYS(
            List.of("card", "outlet", "currency", "status", "departure_date", "reference"),
            List.of(List.of("rate", "weekend_nights", "week_nights"), List.of("rate", "nights"), List.of("total")),
            List.of("category", "complimentary")),
    /** Tills and folios that say what each line costs. */
    ITEM_LINES(
            List.of("card", "outlet", "currency", "date", "ticket"),
            List.of(List.of("amount"), List.of("unit_price", "quantity")),
            List.of(
                    "time",
                    "item",
                    "sku",
                    "category",
                    "discount",
                    "line_kind",
                    "status",
                    "points",
                    "original_ticket",
                    "original_date",
                    "complimentary")),
    /** Bakery: one line per item, prices come from a list. */
    TICKETS(
            List.of("card", "outlet", "currency", "date", "ticket", "item"),
            List.of(),
            List.of("time", "quantity", "line_kind", "status", "original_ticket", "original_date", "complimentary"));

    private final List<String> required;
    private final List<List<String>> alternatives;
    private final List<String> optional;

    Layout(List<String> required, List<List<String>> alternatives, List<String> optional) {
        this.required = required;
        this.alternatives = alternatives;
        this.optional = optional;
    }

    /** Names that every file of this layout must give, by a column or by a constant of the mapping. */
    public List<String> required() {
        return required;
    }

    /** Names that a file may give. */
    public List<String> optional() {
        return optional;
    }

    /** Of these a file must give one whole list, too; none when it need not. */
    public List<List<String>> alternatives() {
        return alternatives;
    }

    /** What is missing, by the layout's names, when only these are given; the shortest way to complete it. */
    public List<String> missing(Predicate<String> given) {
        Stream<String> alternative = alternatives.stream()
                .map(names -> names.stream().filter(given.negate()).toList())
                .min(java.util.Comparator.comparingInt(List::size))
                .stream()
                .flatMap(List::stream);
        return Stream.concat(required.stream().filter(given.negate()), alternative)
                .toList();
    }

    public boolean knows(String name) {
        return names().contains(name);
    }

    /** All names, required ones first. */
    public List<String> names() {
        return Stream.of(required.stream(), alternatives.stream().flatMap(List::stream), optional.stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /** Whether several lines of a file may make one ticket. */
    public boolean hasTickets() {
        return this == TICKETS || this == ITEM_LINES;
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
