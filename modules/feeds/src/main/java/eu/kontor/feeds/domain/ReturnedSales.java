package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods.ReturnedLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.files.api.TableRecord;
import eu.kontor.kernel.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ticket on which things only came back: a return of each sale that its lines name. A line that names none is of the sale that was named
 * before it; on a ticket that names none at all, of the sale of its own number.
 */
final class ReturnedSales {

    private final LineFields fields;
    private final Returns returns;

    /** Of one sale: the first record says which one it is. */
    private static final class OfSale {
        private final TableRecord named;
        private final List<TableRecord> records = new ArrayList<>();
        private final List<ReturnedLine> lines = new ArrayList<>();
        private BigDecimal amount = BigDecimal.ZERO;
        private boolean isByLines = true;

        OfSale(TableRecord named) {
            this.named = named;
        }

        void add(Purchase.Line item, Optional<ReturnedLine> line) {
            amount = amount.subtract(item.amount());
            line.ifPresent(lines::add);
            isByLines &= line.isPresent();
        }
    }

    ReturnedSales(LineFields fields, Returns returns) {
        this.fields = fields;
        this.returns = returns;
    }

    /**
     * @param items what the records say, one of each
     * @param isNamedOnly only what names its sale came back
     */
    List<Verdict> verdicts(List<TableRecord> records, List<Purchase.Line> items, boolean isNamedOnly) {
        Map<OwnWords, OfSale> sales = bySale(records);
        List<OfSale> ofRecords = inOrder(records, sales);
        for (int i = 0; i < records.size(); i++) {
            OfSale sale = ofRecords.get(i);
            sale.records.add(records.get(i));
            if (!isNamedOnly || items.get(i).original() != null) {
                sale.add(items.get(i), line(records.get(i), items.get(i)));
            }
        }
        long cameBack =
                sales.values().stream().filter(sale -> sale.amount.signum() > 0).count();
        return sales.values().stream().map(sale -> verdict(sale, cameBack)).toList();
    }

    /** @param sales of which something came back */
    private Verdict verdict(OfSale sale, long sales) {
        List<TableRecord> records = List.copyOf(sale.records);
        List<ReturnedLine> lines = sale.isByLines ? sale.lines : List.of();
        if (sale.amount.signum() <= 0) {
            return new Verdict.Skipped(records, SkipReason.NO_CHARGE);
        }
        return new Verdict.ToPost(
                records,
                sales == 1
                        ? returns.refund(sale.named, sale.amount, lines)
                        : returns.oneRefund(sale.named, sale.amount, lines));
    }

    /** All of the records were called off. */
    List<Verdict> calledOff(List<TableRecord> records) {
        try {
            Map<OwnWords, OfSale> sales = bySale(records);
            List<OfSale> ofRecords = inOrder(records, sales);
            for (int i = 0; i < records.size(); i++) {
                ofRecords.get(i).records.add(records.get(i));
            }
            if (sales.size() > 1) {
                return sales.values().stream()
                        .map(sale -> returns.oneCalledOff(List.copyOf(sale.records)))
                        .toList();
            }
        } catch (Refusal unnamed) {
            return List.of(new Verdict.Skipped(records, SkipReason.NOT_COMPLETED));
        }
        return List.of(returns.calledOff(records, false));
    }

    private Map<OwnWords, OfSale> bySale(List<TableRecord> records) {
        Map<OwnWords, OfSale> sales = new LinkedHashMap<>();
        records.stream()
                .filter(returns::namesSale)
                .forEach(line -> sales.computeIfAbsent(returns.words(line), sale -> new OfSale(line)));
        if (sales.isEmpty()) {
            TableRecord first = records.getFirst();
            sales.put(returns.words(first), new OfSale(first));
        }
        return sales;
    }

    private List<OfSale> inOrder(List<TableRecord> records, Map<OwnWords, OfSale> sales) {
        List<OfSale> ofRecords = new ArrayList<>();
        OfSale before = sales.values().iterator().next();
        for (TableRecord line : records) {
            before = returns.namesSale(line) ? sales.get(returns.words(line)) : before;
            ofRecords.add(before);
        }
        return ofRecords;
    }

    /** Which of the sale's lines it was, where article and quantity stand in the file. */
    private Optional<ReturnedLine> line(TableRecord record, Purchase.Line item) {
        boolean cameBack = item.original() != null || item.quantity().signum() < 0;
        return cameBack
                        && !item.sku().isBlank()
                        && !fields.text(record, "quantity").isEmpty()
                ? Optional.of(new ReturnedLine(
                        Optional.empty(),
                        Optional.of(item.sku()),
                        Optional.of(item.quantity().abs())))
                : Optional.empty();
    }
}
