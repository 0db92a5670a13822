package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.ReturnedGoods.ReturnedLine;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Goods and points that came back. The sale, or the redemption, is found by the till's own words: outlet, day and number, as the line says
 * them or as they are the return's own.
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

    /** Whether the line names the sale, or the redemption, that it takes back. */
    boolean namesSale(TableRecord line) {
        return !fields.text(line, "original_" + referenceName).isEmpty();
    }

    /** The sale of which one of several lines takes something back. */
    Purchase.Original original(TableRecord line) {
        return new Purchase.Original(new OriginalPurchase.ByWords(words(line)), null);
    }

    OwnWords words(TableRecord line) {
        String sold = fields.needed(line, namesSale(line) ? "original_" + referenceName : referenceName);
        LocalDate soldOn = fields.date(line, fields.text(line, "original_date").isEmpty() ? dateName : "original_date");
        return new OwnWords(fields.needed(line, "outlet"), soldOn, sold);
    }

    /** @param amount that was paid back; empty for everything that is left of the sale */
    TillLine.Refund refund(TableRecord line, Optional<BigDecimal> amount) {
        return refund(line, amount, List.of(), key(line));
    }

    /** Of one sale among several on a ticket. */
    TillLine.Refund oneRefund(TableRecord line, BigDecimal amount, List<ReturnedLine> lines) {
        return refund(line, Optional.of(amount), lines, oneKey(line));
    }

    /** Of the only sale on a ticket. */
    TillLine.Refund refund(TableRecord line, BigDecimal amount, List<ReturnedLine> lines) {
        return refund(line, Optional.of(amount), lines, key(line));
    }

    private TillLine.Refund refund(
            TableRecord line, Optional<BigDecimal> amount, List<ReturnedLine> lines, String requestKey) {
        return new TillLine.Refund(
                requestKey,
                new OriginalPurchase.ByWords(words(line)),
                new ReturnedGoods(
                        amount,
                        amount.map(some -> fields.needed(line, "currency")),
                        lines,
                        Optional.of(fields.date(line, dateName)),
                        Optional.of(fields.needed(line, "outlet")),
                        Optional.of(fields.needed(line, referenceName))));
    }

    /** @param points empty for all that did not come back yet */
    TillLine.RedemptionBack points(TableRecord line, Points points) {
        String outlet = fields.needed(line, "outlet");
        LocalDate date = fields.date(line, dateName);
        String reference = fields.needed(line, referenceName);
        return new TillLine.RedemptionBack(
                FeedKeys.ofPointsReturn(outlet, date, reference),
                new OriginalRedemption.ByOwnWords(words(line)),
                Optional.of(points),
                new TillStamp(Optional.of(date), Optional.of(outlet), Optional.of(reference)));
    }

    /**
     * Of a return that was called off, with its records.
     *
     * @param ofPoints whether points came back with it
     */
    Verdict calledOff(List<TableRecord> records, boolean ofPoints) {
        TableRecord line = records.getFirst();
        try {
            OwnWords slip = slip(line);
            String key = ofPoints
                    ? FeedKeys.ofPointsReturn(slip.outlet(), slip.businessDate(), slip.reference())
                    : key(line);
            return new Verdict.ToPost(records, new TillLine.ReturnCalledOff(key, slip, words(line), ofPoints));
        } catch (Refusal unnamed) {
            return new Verdict.Skipped(records, SkipReason.NOT_COMPLETED);
        }
    }

    /** Of one sale among several on a ticket. */
    Verdict oneCalledOff(List<TableRecord> records) {
        TableRecord line = records.getFirst();
        return new Verdict.ToPost(records, new TillLine.ReturnCalledOff(oneKey(line), slip(line), words(line)));
    }

    /** By which tills know the return itself. */
    private OwnWords slip(TableRecord line) {
        return new OwnWords(
                fields.needed(line, "outlet"), fields.date(line, dateName), fields.needed(line, referenceName));
    }

    private String oneKey(TableRecord line) {
        OwnWords sale = words(line);
        return FeedKeys.ofOneReturn(key(line), sale.outlet() + '/' + sale.businessDate() + '/' + sale.reference());
    }

    private String key(TableRecord line) {
        return FeedKeys.ofReturn(
                fields.needed(line, "outlet"), fields.date(line, dateName), fields.needed(line, referenceName));
    }
}
