package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillLine.CalledOff.What;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Hotel bookings: a completed stay is a purchase on the day of departure. Its amount is what the file calls its total, or the average
 * daily rate times the nights, rounded half up to what the currency has.
 */
final class HotelStayTranslator implements LineTranslator {

    /** What a mapping translates the words of the property-management system to. */
    private static final String WORDS = "completed, not-completed, called-off, refunded";

    private static final String COMPLIMENTARY = "complimentary";

    private final LineFields fields;
    private final boolean hasTotal;
    private final boolean hasNights;

    HotelStayTranslator(LineFields fields) {
        this.fields = fields;
        this.hasTotal = fields.has("total");
        this.hasNights = fields.has("nights");
    }

    @Override
    public List<Verdict> translate(List<TableRecord> group) {
        TableRecord line = group.getFirst();
        try {
            return List.of(stay(line, group));
        } catch (Refusal refusal) {
            return List.of(new Verdict.Refused(group, refusal));
        }
    }

    private Verdict stay(TableRecord line, List<TableRecord> group) {
        String status = fields.needed(line, "status");
        FeedLineKind kind = FeedLineKind.of(status).orElseThrow(() -> fields.unknownWord("status", status, WORDS));
        // A stay is paid as a whole: of a refunded one nothing is left, and of one that never was posted there is
        // nothing to take back.
        if (kind == FeedLineKind.CALLED_OFF || kind == FeedLineKind.RETURN) {
            return CalledOff.verdict(group, fields, "departure_date", "reference");
        }
        if (kind == FeedLineKind.NOTHING) {
            return new Verdict.Skipped(group, SkipReason.NOT_COMPLETED);
        }
        if (kind != FeedLineKind.SALE) {
            throw fields.unknownWord("status", status, WORDS);
        }
        String card = fields.card(line);
        if (card.isEmpty()) {
            return new Verdict.Skipped(group, SkipReason.NO_CARD);
        }
        BigDecimal amount = amount(line);
        if (amount.signum() == 0 && !fields.says(line, COMPLIMENTARY)) {
            return CalledOff.verdict(group, fields, What.SALE, "departure_date", "reference", SkipReason.NO_CHARGE);
        }
        return new Verdict.ToPost(group, new TillLine.Sale(purchase(line, card, amount)));
    }

    private Purchase purchase(TableRecord line, String card, BigDecimal amount) {
        String outlet = fields.needed(line, "outlet");
        String reference = fields.needed(line, "reference");
        String category = fields.text(line, "category");
        List<Purchase.Line> lines =
                category.isEmpty() ? List.of() : List.of(new Purchase.Line("", category, quantity(line), amount));
        return new Purchase(
                FeedKeys.of(outlet, reference),
                card,
                outlet,
                amount,
                fields.needed(line, "currency"),
                lines,
                fields.date(line, "departure_date"),
                Optional.empty(),
                reference,
                amount.signum() == 0);
    }

    private BigDecimal quantity(TableRecord line) {
        boolean saysNights = hasNights || fields.has("weekend_nights");
        return saysNights ? BigDecimal.valueOf(nights(line)) : BigDecimal.ONE;
    }

    private BigDecimal amount(TableRecord line) {
        if (hasTotal) {
            return fields.decimal(line, "total");
        }
        return ItemPrices.rounded(
                fields.decimal(line, "rate").multiply(BigDecimal.valueOf(nights(line))),
                fields.needed(line, "currency"));
    }

    private long nights(TableRecord line) {
        return hasNights
                ? fields.whole(line, "nights")
                : fields.whole(line, "weekend_nights") + fields.whole(line, "week_nights");
    }
}
