package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillLine.CalledOff.What;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Refusal;
import eu.kontor.program.api.LineKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Our own layout: one line per purchase. A file with a column {@code line_kind}, such as a hotel's folio, has redemptions among
 * them.
 */
final class PurchaseTranslator implements LineTranslator {

    private final LineFields fields;
    private final FeedKinds kinds;
    private final RedemptionTranslator redemptions;
    private final Returns returns;

    PurchaseTranslator(LineFields fields) {
        this.fields = fields;
        this.kinds = new FeedKinds(fields);
        this.redemptions = new RedemptionTranslator(fields);
        this.returns = new Returns(fields, "reference", "business_date");
    }

    @Override
    public List<Verdict> translate(List<TableRecord> group) {
        TableRecord line = group.getFirst();
        try {
            return switch (kinds.of(line)) {
                case REDEMPTION -> redemptions.translate(group);
                case CALLED_OFF -> List.of(calledOff(group, line));
                case NOTHING -> List.of(new Verdict.Skipped(group, SkipReason.NOT_COMPLETED));
                case SALE -> List.of(sale(group, line));
                case RETURN ->
                    List.of(returned(group, line, kinds.isRefundedWhole(line) && !fields.isBelowZero(line, "amount")));
            };
        } catch (Refusal refusal) {
            return List.of(new Verdict.Refused(group, refusal));
        }
    }

    private Verdict calledOff(List<TableRecord> group, TableRecord line) {
        if (kinds.isRedemption(line)) {
            return redemptionCalledOff(group, line);
        }
        return kinds.isReturn(line) || fields.isBelowZero(line, "amount")
                ? returns.calledOff(group, false)
                : calledOff(group, What.SALE);
    }

    private Verdict redemptionCalledOff(List<TableRecord> group, TableRecord line) {
        if (!fields.isBelowZero(line, "points")) {
            return calledOff(group, What.REDEMPTION);
        }
        return kinds.hasComeBack(line) ? redemptions.translate(group).getFirst() : returns.calledOff(group, true);
    }

    private Verdict calledOff(List<TableRecord> group, What what) {
        return CalledOff.verdict(group, fields, what, "business_date", "reference", SkipReason.NOT_COMPLETED);
    }

    private Verdict sale(List<TableRecord> group, TableRecord line) {
        String card = fields.card(line);
        if (card.isEmpty() && !returns.namesSale(line)) {
            return new Verdict.Skipped(group, SkipReason.NO_CARD);
        }
        BigDecimal amount = fields.decimal(line, "amount");
        if (amount.signum() < 0) {
            return returned(group, line, false);
        }
        if (card.isEmpty()) {
            return new Verdict.Skipped(group, SkipReason.NO_CARD);
        }
        return amount.signum() == 0 && !fields.says(line, "complimentary")
                ? CalledOff.verdict(group, fields, What.SALE, "business_date", "reference", SkipReason.NO_CHARGE)
                : new Verdict.ToPost(group, new TillLine.Sale(purchase(line, card, amount)));
    }

    /** Without a card and without the sale's number nobody can say whose it was. */
    private Verdict returned(List<TableRecord> group, TableRecord line, boolean isWhole) {
        if (fields.card(line).isEmpty() && !returns.namesSale(line)) {
            return new Verdict.Skipped(group, SkipReason.NO_CARD);
        }
        Optional<BigDecimal> amount = isWhole
                ? Optional.empty()
                : Optional.of(fields.decimal(line, "amount").abs());
        return new Verdict.ToPost(group, returns.refund(line, amount));
    }

    private Purchase purchase(TableRecord line, String card, BigDecimal amount) {
        String outlet = fields.needed(line, "outlet");
        String reference = fields.needed(line, "reference");
        return new Purchase(
                FeedKeys.of(outlet, reference),
                card,
                outlet,
                amount,
                fields.needed(line, "currency"),
                lines(line, amount),
                fields.date(line, "business_date"),
                fields.time(line, "business_time", "business_date"),
                reference,
                amount.signum() == 0);
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
