package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.kernel.Refusal;
import java.math.BigDecimal;
import java.util.List;

/**
 * Our own layout: one line per purchase. A file with a column {@code line_kind}, such as a hotel's folio, has redemptions among
 * them.
 */
final class PurchaseTranslator implements LineTranslator {

    private static final String SALE = "sale";
    private static final String REDEMPTION = "redemption";

    private final LineFields fields;
    private final RedemptionTranslator redemptions;

    PurchaseTranslator(LineFields fields) {
        this.fields = fields;
        this.redemptions = new RedemptionTranslator(fields);
    }

    @Override
    public List<Verdict> translate(List<FeedRecord> group) {
        FeedRecord line = group.getFirst();
        try {
            if (isRedemption(line)) {
                return redemptions.translate(group);
            }
            String card = fields.text(line, "card");
            if (card.isEmpty()) {
                return List.of(new Verdict.Skipped(group, SkipReason.NO_CARD));
            }
            return List.of(new Verdict.ToPost(group, new TillLine.Sale(purchase(line, card))));
        } catch (Refusal refusal) {
            return List.of(new Verdict.Refused(group, refusal));
        }
    }

    private boolean isRedemption(FeedRecord line) {
        String kind = fields.text(line, "line_kind");
        return switch (kind) {
            case "", SALE -> false;
            case REDEMPTION -> true;
            default -> throw fields.malformed("line_kind", kind, SALE + ", " + REDEMPTION);
        };
    }

    private Purchase purchase(FeedRecord line, String card) {
        String outlet = fields.needed(line, "outlet");
        String reference = fields.needed(line, "reference");
        BigDecimal amount = fields.decimal(line, "amount");
        return new Purchase(
                FeedKeys.of(outlet, reference),
                card,
                outlet,
                amount,
                fields.needed(line, "currency"),
                lines(line, amount),
                fields.date(line, "business_date"),
                fields.time(line, "business_time"),
                reference);
    }

    private List<Purchase.Line> lines(FeedRecord line, BigDecimal amount) {
        String sku = fields.text(line, "sku");
        String category = fields.text(line, "category");
        if (sku.isEmpty() && category.isEmpty()) {
            return List.of();
        }
        BigDecimal quantity =
                fields.text(line, "quantity").isEmpty() ? BigDecimal.ONE : fields.decimal(line, "quantity");
        return List.of(new Purchase.Line(sku, category, quantity, amount));
    }
}
