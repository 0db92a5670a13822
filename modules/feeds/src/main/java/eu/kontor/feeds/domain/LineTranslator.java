package eu.kontor.feeds.domain;

import eu.kontor.files.api.TableRecord;
import java.util.List;
import java.util.Optional;

/** Turns the records of one ticket into verdicts. One instance per file; knows the layout and the tenant's mapping. */
public interface LineTranslator {

    /**
     * What ties records to one purchase, such as a ticket's number and day; empty when every record stands alone.
     * Never throws: a record that cannot be read stands alone.
     */
    default Optional<String> groupOf(TableRecord line) {
        return Optional.empty();
    }

    /** Whether a malformed record beside a line of a ticket is probably part of that ticket. */
    default boolean mayBelong(TableRecord malformed, TableRecord line) {
        return false;
    }

    /** @param group records with the same {@link #groupOf}, at least one; malformed ones only among others */
    List<Verdict> translate(List<TableRecord> group);

    static LineTranslator of(FeedMapping mapping, Header header) {
        LineFields fields = new LineFields(mapping, header);
        return switch (mapping.layout()) {
            case PURCHASES -> new PurchaseTranslator(fields);
            case REDEMPTIONS -> new RedemptionTranslator(fields);
            case HOTEL_STAYS -> new HotelStayTranslator(fields);
            case TICKETS -> new TicketTranslator(fields, new ItemPrices.Listed(fields, mapping.items()));
            case ITEM_LINES -> new TicketTranslator(fields, new ItemPrices.Written(fields));
        };
    }
}
