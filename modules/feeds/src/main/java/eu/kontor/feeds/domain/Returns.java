package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.files.api.TableRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Goods that came back. The sale is found by the till's own words: outlet, day and number, as the line says them or as they are the
 * return's own.
 */
final class Returns {

    private final LineFields fields;
    private final String referenceName;
    private final String dateName;

    /**
     * @param referenceName the layout's name of a ticket's number
     * @param dateName and of its day
     */
    Returns(LineFields fields, String referenceName, String dateName) {
        this.fields = fields;
        this.referenceName = referenceName;
        this.dateName = dateName;
    }

    /** Whether the line names the sale that it takes back. */
    boolean namesSale(TableRecord line) {
        return !fields.text(line, "original_" + referenceName).isEmpty();
    }

    /** The sale of which one of several lines takes something back. */
    Purchase.Original original(TableRecord line) {
        return new Purchase.Original(new OriginalPurchase.ByWords(words(line)), null);
    }

    private OwnWords words(TableRecord line) {
        String sold = fields.needed(line, namesSale(line) ? "original_" + referenceName : referenceName);
        LocalDate soldOn = fields.date(line, fields.text(line, "original_date").isEmpty() ? dateName : "original_date");
        return new OwnWords(fields.needed(line, "outlet"), soldOn, sold);
    }

    /** @param amount that was paid back; empty for everything that is left of the sale */
    TillLine.Refund refund(TableRecord line, Optional<BigDecimal> amount) {
        String outlet = fields.needed(line, "outlet");
        String reference = fields.needed(line, referenceName);
        LocalDate date = fields.date(line, dateName);
        return new TillLine.Refund(
                FeedKeys.ofReturn(outlet, date, reference),
                new OriginalPurchase.ByWords(words(line)),
                new ReturnedGoods(
                        amount,
                        amount.map(some -> fields.needed(line, "currency")),
                        List.of(),
                        Optional.of(date),
                        Optional.of(outlet),
                        Optional.of(reference)));
    }
}
