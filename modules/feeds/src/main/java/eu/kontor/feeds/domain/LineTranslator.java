package eu.kontor.feeds.domain;

import java.util.List;
import java.util.Optional;

/** Turns neighbouring records of one file into a verdict. One instance per file; knows the layout and the tenant's mapping. */
public interface LineTranslator {

    /**
     * What ties neighbouring records to one purchase, such as a ticket's number; empty when every record stands alone.
     * Never throws: a record that cannot be read stands alone.
     */
    default Optional<String> groupOf(FeedRecord line) {
        return Optional.empty();
    }

    /** @param group records with the same {@link #groupOf}, at least one, none of them malformed */
    List<Verdict> translate(List<FeedRecord> group);

    static LineTranslator of(FeedMapping mapping, Header header) {
        LineFields fields = new LineFields(mapping, header);
        return switch (mapping.layout()) {
            case PURCHASES -> new PurchaseTranslator(fields);
            case REDEMPTIONS -> new RedemptionTranslator(fields);
            case HOTEL_STAYS -> new HotelStayTranslator(fields);
            case TICKETS -> new TicketTranslator(fields, mapping.items());
        };
    }
}
