package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Refusal;
import eu.kontor.program.api.LineKind;
import java.math.BigDecimal;
import java.util.List;

/**
 * Our own layout: one line per purchase. A file with a column {@code line_kind}, such as a hotel's folio, has redemptions among
 * them.
 */
final class PurchaseTranslator implements LineTranslator {

    private final LineFields fields;
    private final FeedKinds kinds;
    private final RedemptionTranslator redemptions;

    PurchaseTranslator(LineFields fields) {
        this.fields = fields;
        this.kinds = new FeedKinds(fields);
        this.redemptions = new RedemptionTranslator(fields);
    }

    @Override
    public List<Verdict> translate(List<TableRecord> group) {
        TableRecord line = group.getFirst();
        try {
            return switch (kinds.of(line)) {
                case REDEMPTION -> redemptions.translate(group);
                case CALLED_OFF -> List.of(CalledOff.verdict(group, fields, "business_date", "reference"));
                case NOTHING -> List.of(new Verdict.Skipped(group, SkipReason.NOT_COMPLETED));
                case SALE -> List.of(sale(group, line));
                case RETURN -> throw Returns.notYet(fields.needed(line, "reference"));
            };
        } catch (Refusal refusal) {
            return List.of(new Verdict.Refused(group, refusal));
        }
    }

    private Verdict sale(List<TableRecord> group, TableRecord line) {
        String card = fields.card(line);
        return card.isEmpty()
                ? new Verdict.Skipped(group, SkipReason.NO_CARD)
                : new Verdict.ToPost(group, new TillLine.Sale(purchase(line, card)));
    }

    private Purchase purchase(TableRecord line, String card) {
        String outlet = fields.needed(line, "outlet");
        String reference = fields.needed(line, "reference");
        BigDecimal amount = fields.decimal(line, "amount");
        if (amount.signum() < 0) {
            throw Returns.notYet(reference);
        }
        return new Purchase(
                FeedKeys.of(outlet, reference),
                card,
                outlet,
                amount,
                fields.needed(line, "currency"),
                lines(line, amount),
                fields.date(line, "business_date"),
                fields.time(line, "business_time", "business_date"),
                reference);
    }

    private List<Purchase.Line> lines(TableRecord line, BigDecimal amount) {
        String sku = fields.text(line, "sku");
        String category = fields.text(line, "category");
        if (sku.isEmpty() && category.isEmpty() && kinds.ofItem(line).isEmpty()) {
            return List.of();
        }
        BigDecimal quantity =
                fields.text(line, "quantity").isEmpty() ? BigDecimal.ONE : fields.decimal(line, "quantity");
        String kind = kinds.ofItem(line).map(LineKind::word).orElse(null);
        return List.of(new Purchase.Line(null, sku, category, kind, quantity, amount, null, null));
    }
}
