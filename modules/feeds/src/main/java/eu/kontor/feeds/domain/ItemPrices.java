package eu.kontor.feeds.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.files.api.TableRecord;
import eu.kontor.files.api.Words;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.LineKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a line of a ticket costs: by the tenant's list, or as the till says. */
interface ItemPrices {

    Optional<LineKind> GOODS = Optional.of(LineKind.GOODS);

    /**
     * @param kind what was sold, where the line says it
     * @param isReturn the goods came back: amounts are taken away, whatever their sign in the file
     * @return empty when the line sells nothing
     */
    Optional<Purchase.Line> line(TableRecord line, boolean isReturn, Optional<LineKind> kind);

    /** By the name of the item, times the quantity; a quantity below zero came back. */
    final class Listed implements ItemPrices {

        private final LineFields fields;
        private final Map<String, FeedMapping.Item> items = new HashMap<>();

        Listed(LineFields fields, Map<String, FeedMapping.Item> items) {
            this.fields = fields;
            items.forEach((name, item) -> this.items.put(Words.plain(name), item));
        }

        @Override
        public Optional<Purchase.Line> line(TableRecord line, boolean isReturn, Optional<LineKind> kind) {
            String name = fields.needed(line, "item");
            FeedMapping.Item item = items.get(Words.plain(name));
            if (item == null) {
                throw new Refusal(RefusalCode.FEED_ITEM_WITHOUT_PRICE, "item", name);
            }
            BigDecimal quantity = quantity(fields, line);
            if (item.price().isEmpty() || quantity.signum() == 0) {
                return Optional.empty();
            }
            BigDecimal amount =
                    signed(rounded(item.price().get().multiply(quantity), fields.text(line, "currency")), isReturn);
            boolean isBack = isReturn || quantity.signum() < 0;
            return Optional.of(item(name, item.category(), kind.or(() -> GOODS), new Moved(quantity, isBack), amount));
        }
    }

    /** As the till says: an amount for the line, or a price of one piece. */
    final class Written implements ItemPrices {

        private final LineFields fields;
        private final boolean hasAmount;
        private final boolean hasDiscount;

        Written(LineFields fields) {
            this.fields = fields;
            this.hasAmount = fields.has("amount");
            this.hasDiscount = fields.has("discount");
        }

        @Override
        public Optional<Purchase.Line> line(TableRecord line, boolean isReturn, Optional<LineKind> kind) {
            BigDecimal quantity = quantity(fields, line);
            BigDecimal amount = hasAmount
                    ? fields.decimal(line, "amount")
                    : rounded(fields.decimal(line, "unit_price").multiply(quantity), fields.text(line, "currency"));
            if (hasDiscount && !fields.text(line, "discount").isEmpty()) {
                amount = amount.subtract(fields.decimal(line, "discount").abs());
            }
            String sku = fields.text(line, "sku");
            boolean isBack = isReturn || hasAmount && quantity.signum() < 0;
            return Optional.of(item(
                    sku.isEmpty() ? fields.text(line, "item") : sku,
                    fields.text(line, "category"),
                    // A line below zero of which nothing came back is a discount.
                    isBack ? kind.or(() -> GOODS) : kind,
                    new Moved(quantity.signum() == 0 ? BigDecimal.ONE : quantity, isBack),
                    signed(amount, isBack)));
        }
    }

    /** Units that were sold, or that came back, whatever their sign in the file. */
    record Moved(BigDecimal quantity, boolean isBack) {

        BigDecimal signed() {
            return isBack ? quantity.abs().negate() : quantity.abs();
        }
    }

    private static Purchase.Line item(
            String sku, String category, Optional<LineKind> kind, Moved moved, BigDecimal amount) {
        String word = kind.map(LineKind::word).orElse(null);
        return new Purchase.Line(null, sku, category, word, moved.signed(), amount, null, null);
    }

    private static BigDecimal quantity(LineFields fields, TableRecord line) {
        return fields.text(line, "quantity").isEmpty() ? BigDecimal.ONE : fields.decimal(line, "quantity");
    }

    /** To what can be paid in the currency, half up; what is no currency is refused later. */
    static BigDecimal rounded(BigDecimal amount, String currency) {
        return Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getCurrencyCode().equals(currency))
                .findFirst()
                .map(each -> amount.setScale(Math.max(0, each.getDefaultFractionDigits()), RoundingMode.HALF_UP))
                .orElse(amount);
    }

    private static BigDecimal signed(BigDecimal amount, boolean isReturn) {
        return isReturn ? amount.abs().negate() : amount;
    }
}
