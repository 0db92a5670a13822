package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.kernel.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Hotel bookings: a completed stay is a purchase on the day of departure. Its amount is the average daily rate times the nights,
 * rounded half up to cents.
 */
final class HotelStayTranslator implements LineTranslator {

    /** How the property-management system calls a stay that ended as it should; a mapping translates other words to it. */
    static final String COMPLETED = "Check-Out";

    private static final int CENTS = 2;

    private final LineFields fields;

    HotelStayTranslator(LineFields fields) {
        this.fields = fields;
    }

    @Override
    public List<Verdict> translate(List<FeedRecord> group) {
        FeedRecord line = group.getFirst();
        try {
            return List.of(stay(line, group));
        } catch (Refusal refusal) {
            return List.of(new Verdict.Refused(group, refusal));
        }
    }

    private Verdict stay(FeedRecord line, List<FeedRecord> group) {
        if (!fields.needed(line, "status").equals(COMPLETED)) {
            return new Verdict.Skipped(group, SkipReason.NOT_COMPLETED);
        }
        String card = fields.text(line, "card");
        if (card.isEmpty()) {
            return new Verdict.Skipped(group, SkipReason.NO_CARD);
        }
        BigDecimal amount = amount(line);
        if (amount.signum() == 0) {
            return new Verdict.Skipped(group, SkipReason.NO_CHARGE);
        }
        return new Verdict.ToPost(group, new TillLine.Sale(purchase(line, card, amount)));
    }

    private Purchase purchase(FeedRecord line, String card, BigDecimal amount) {
        String outlet = fields.needed(line, "outlet");
        String reference = fields.needed(line, "reference");
        String category = fields.text(line, "category");
        List<Purchase.Line> lines = category.isEmpty()
                ? List.of()
                : List.of(new Purchase.Line("", category, BigDecimal.valueOf(nights(line)), amount));
        return new Purchase(
                FeedKeys.of(outlet, reference),
                card,
                outlet,
                amount,
                fields.needed(line, "currency"),
                lines,
                fields.date(line, "departure_date"),
                Optional.empty(),
                reference);
    }

    private BigDecimal amount(FeedRecord line) {
        return fields.decimal(line, "rate")
                .multiply(BigDecimal.valueOf(nights(line)))
                .setScale(CENTS, RoundingMode.HALF_UP);
    }

    private long nights(FeedRecord line) {
        return fields.whole(line, "weekend_nights") + fields.whole(line, "week_nights");
    }
}
