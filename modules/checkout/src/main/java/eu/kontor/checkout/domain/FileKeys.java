package eu.kontor.checkout.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * The request key of a file's line is made of its ticket, whatever the layout: a file has no keys, and a number that comes again on another
 * day, or in another kind of line, is another ticket.
 */
public final class FileKeys {

    private FileKeys() {}

    public static TillLine keyed(TillLine line) {
        return switch (line) {
            case TillLine.Sale sale -> new TillLine.Sale(keyed(sale.purchase()), sale.paidWithPoints());
            case TillLine.Redemption redemption ->
                new TillLine.Redemption(
                        key(
                                redemption.requestKey(),
                                "r",
                                redemption.outlet(),
                                redemption.businessDate(),
                                redemption.reference()),
                        redemption.card(),
                        redemption.outlet(),
                        redemption.points(),
                        redemption.businessDate(),
                        redemption.reference());
            default -> line;
        };
    }

    private static Purchase keyed(Purchase purchase) {
        return new Purchase(
                key(purchase.requestKey(), "s", purchase.outlet(), purchase.businessDate(), purchase.reference()),
                purchase.card(),
                purchase.outlet(),
                purchase.amount(),
                purchase.currency(),
                purchase.lines(),
                purchase.businessDate(),
                purchase.businessTime(),
                purchase.reference(),
                purchase.complimentary());
    }

    /** Short enough for the longest outlet and reference. What lacks a part is refused for that, and keeps its key until then. */
    private static String key(String given, String kind, String outlet, LocalDate date, String reference) {
        boolean isWhole = outlet != null && date != null && reference != null && !reference.isBlank();
        return isWhole
                ? String.join("/", kind, date.format(DateTimeFormatter.BASIC_ISO_DATE), outlet, reference)
                : given;
    }
}
