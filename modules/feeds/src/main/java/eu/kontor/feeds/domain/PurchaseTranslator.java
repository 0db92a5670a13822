package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.kernel.Refusal;
import java.math.BigDecimal;
import java.util.List;

/** Our own layout: one line per purchase. */
final class PurchaseTranslator implements LineTranslator {

    private final LineFields fields;

    PurchaseTranslator(LineFields fields) {
        this.fields = fields;
    }

    @Override
    public List<Verdict> translate(List<FeedRecord> group) {
        FeedRecord line = group.getFirst();
        try {
            String card = fields.text(line, "card");
            if (card.isEmpty()) {
                return List.of(new Verdict.Skipped(group, SkipReason.NO_CARD));
            }
            return List.of(new Verdict.Sale(group, purchase(line, card)));
        } catch (Refusal refusal) {
            return List.of(new Verdict.Refused(group, refusal));
        }
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
