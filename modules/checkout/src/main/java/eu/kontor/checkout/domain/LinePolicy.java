package eu.kontor.checkout.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.domain.CheckedPurchase.CheckedLine;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Phrase;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.LineKind;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the lines of one purchase must be. A line may be negative: tills print discounts as lines, and what came back with a quantity below zero. */
final class LinePolicy {

    /** One thousandth: a gram of what is sold by the kilogram. */
    private static final int QUANTITY_DECIMALS = 3;

    private static final BigDecimal LARGEST_QUANTITY = new BigDecimal("1000000");

    private final AmountPolicy amounts;
    private final Set<String> ids = new HashSet<>();
    private int place;

    LinePolicy(AmountPolicy amounts) {
        this.amounts = amounts;
    }

    /** The next one of them. */
    CheckedLine check(Purchase.Line line) {
        String field = "lines[" + place + "].";
        place++;
        BigDecimal sent = line.amount() == null ? line.gross() : line.amount();
        MoneyAmount amount = amounts.any(field + "amount", sent);
        BigDecimal quantity = quantity(field, line, amount);
        return new CheckedLine(
                id(field + "id", line.id()),
                FieldPolicy.optional(field + "sku", line.sku()),
                FieldPolicy.optional(field + "category", line.category()),
                kind(field + "kind", line.kind(), amount, quantity),
                quantity,
                amount,
                net(field + "net", line.net(), amount),
                gross(field + "gross", line.gross(), amount),
                Optional.ofNullable(line.original()));
    }

    /** By its id a line is named when it is returned. */
    private String id(String field, String given) {
        String id = given == null || given.isBlank() ? String.valueOf(place) : FieldPolicy.required(field, given);
        if (!ids.add(id)) {
            throw malformed(field, id, Phrase.of("an-id-of-its-own"));
        }
        return id;
    }

    /** A line that names its purchase came back, whatever sign a till gives its quantity. */
    private static BigDecimal quantity(String field, Purchase.Line line, MoneyAmount amount) {
        BigDecimal sent = line.quantity() == null ? BigDecimal.ONE : line.quantity();
        boolean cameBack = sent.signum() < 0 || line.original() != null;
        if (cameBack && amount.amount().signum() > 0) {
            throw malformed(field + "amount", text(amount), Phrase.of("below-zero-as-what-came-back"));
        }
        BigDecimal quantity = quantity(field + "quantity", sent.signum() < 0 ? sent.negate() : sent);
        return cameBack ? quantity.negate() : quantity;
    }

    private static LineKind kind(String field, String word, MoneyAmount amount, BigDecimal quantity) {
        if (word == null || word.isBlank()) {
            return quantity.signum() < 0 ? LineKind.GOODS : CheckedLine.kindByAmount(amount.amount());
        }
        LineKind kind = LineKind.of(FieldPolicy.required(field, word))
                .orElseThrow(() -> malformed(field, word, Phrase.of("one-of", LineKind.WORDS)));
        if (kind == LineKind.DISCOUNT && amount.amount().signum() > 0) {
            throw malformed(field, word, Phrase.of("possible-with-a-positive-amount"));
        }
        return kind;
    }

    static BigDecimal quantity(String field, BigDecimal quantity) {
        if (quantity == null) {
            return BigDecimal.ONE;
        }
        boolean isPossible = quantity.signum() > 0
                && quantity.compareTo(LARGEST_QUANTITY) <= 0
                && quantity.stripTrailingZeros().scale() <= QUANTITY_DECIMALS;
        if (!isPossible) {
            throw malformed(
                    field,
                    FieldPolicy.readable(quantity),
                    Phrase.of("from-to", "0.001", LARGEST_QUANTITY.toPlainString()));
        }
        return quantity;
    }

    private Optional<MoneyAmount> net(String field, BigDecimal given, MoneyAmount amount) {
        Optional<MoneyAmount> net = alike(field, given, amount);
        net.filter(money -> money.amount().abs().compareTo(amount.amount().abs()) > 0)
                .ifPresent(money -> {
                    throw malformed(
                            field, FieldPolicy.readable(given), Phrase.of("at-most-the-lines-amount", text(amount)));
                });
        return net;
    }

    private Optional<MoneyAmount> gross(String field, BigDecimal given, MoneyAmount amount) {
        Optional<MoneyAmount> gross = alike(field, given, amount);
        gross.filter(money -> money.amount().abs().compareTo(amount.amount().abs()) < 0)
                .ifPresent(money -> {
                    throw malformed(
                            field, FieldPolicy.readable(given), Phrase.of("at-least-the-lines-amount", text(amount)));
                });
        return gross;
    }

    /** What is negative without tax is so with it. */
    private Optional<MoneyAmount> alike(String field, BigDecimal given, MoneyAmount amount) {
        if (given == null) {
            return Optional.empty();
        }
        if (given.signum() * amount.amount().signum() < 0) {
            throw malformed(
                    field, FieldPolicy.readable(given), Phrase.of("on-the-side-of-the-lines-amount", text(amount)));
        }
        return Optional.of(amounts.any(field, given));
    }

    private static String text(MoneyAmount amount) {
        return amount.amount().toPlainString();
    }

    private static Refusal malformed(String field, String value, Phrase expected) {
        return new Refusal(RefusalCode.FIELD_MALFORMED, "field", field, "value", value, "expected", expected);
    }
}
