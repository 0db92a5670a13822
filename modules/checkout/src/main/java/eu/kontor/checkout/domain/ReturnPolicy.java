package eu.kontor.checkout.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.ReturnedGoods.ReturnedLine;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.api.Returned.SoldLine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Policy: what can come back of a purchase, and what share of its points each line carries. Whether that much is left of it is the
 * ledger's to say, which alone knows what came back meanwhile.
 *
 * <p>Discounts are spread over the goods by value: a line was sold for its part of what was paid in the end. A discount itself does not
 * come back.
 */
public final class ReturnPolicy {

    private static final int UNIT_DECIMALS = 3;

    /** Points to the millionth tell the weight of any line. */
    private static final int WEIGHT_DECIMALS = 6;

    private final SoldTicket sold;
    private final Currency currency;

    public ReturnPolicy(SoldTicket sold) {
        this.sold = sold;
        this.currency = sold.amount().currency();
    }

    /**
     * @return empty for everything that is left
     * @throws Refusal {@code AMOUNT_NOT_POSITIVE}, {@code CURRENCY_NOT_USED}, {@code FIELD_MALFORMED}, {@code RETURN_LINE_UNKNOWN}
     */
    public Optional<Returned> check(ReturnedGoods goods) {
        goods.currency().ifPresent(code -> FieldPolicy.currency(code, List.of(currency)));
        if (goods.isEverything()) {
            return Optional.empty();
        }
        return Optional.of(new Returned(
                decimals(),
                minor(sold.amount().amount()),
                soldLines(),
                goods.amount().map(this::amount).map(OptionalLong::of).orElseGet(OptionalLong::empty),
                units(goods.lines())));
    }

    /**
     * Of a ticket on which something is sold, too: what it gives for the returned lines pays for the new ones. It is no more than they were sold
     * for, but for a smallest unit of rounding each; or else new goods would earn on money that nobody paid.
     *
     * @throws Refusal {@code RETURN_EXCEEDS_ITS_PRICE}, and as {@link #check}
     */
    public Optional<Returned> checkExchanged(ReturnedGoods goods) {
        Optional<Returned> returned = check(goods);
        returned.filter(part -> !part.units().isEmpty()).ifPresent(this::mustBeWorthIt);
        return returned;
    }

    /**
     * How much comes back, by what is known before the member is locked: by it the same return is known again. Of everything that is
     * left it is everything that was sold.
     */
    public MoneyAmount told(Optional<Returned> returned) {
        long minor = returned.map(part -> part.amount().orElseGet(() -> worth(part)))
                .orElseGet(() -> minor(sold.amount().amount()));
        return new MoneyAmount(BigDecimal.valueOf(minor, decimals()), currency);
    }

    private static long worth(Returned part) {
        return part.units().entrySet().stream()
                .mapToLong(back -> {
                    SoldLine line = part.lines().get(back.getKey() - 1);
                    return BigInteger.valueOf(line.worth())
                            .multiply(BigInteger.valueOf(back.getValue()))
                            .divide(BigInteger.valueOf(line.units()))
                            .longValueExact();
                })
                .sum();
    }

    private void mustBeWorthIt(Returned part) {
        BigDecimal worth = BigDecimal.ZERO;
        BigDecimal rounding = BigDecimal.ZERO;
        for (Map.Entry<Integer, Long> back : part.units().entrySet()) {
            SoldLine line = part.lines().get(back.getKey() - 1);
            worth = worth.add(BigDecimal.valueOf(line.worth())
                    .multiply(BigDecimal.valueOf(back.getValue()))
                    .divide(BigDecimal.valueOf(line.units()), 0, RoundingMode.UP));
            rounding = rounding.add(
                    BigDecimal.valueOf(back.getValue(), UNIT_DECIMALS).setScale(0, RoundingMode.UP));
        }
        BigDecimal wanted = BigDecimal.valueOf(part.amount().orElse(0));
        if (wanted.compareTo(worth.add(rounding)) > 0) {
            throw new Refusal(
                    RefusalCode.RETURN_EXCEEDS_ITS_PRICE,
                    "left",
                    worth.movePointLeft(decimals()).setScale(decimals()).toPlainString(),
                    "wanted",
                    wanted.movePointLeft(decimals()).setScale(decimals()).toPlainString());
        }
    }

    private long amount(BigDecimal amount) {
        BigDecimal all = sold.amount().amount();
        if (amount.compareTo(all) > 0) {
            throw new Refusal(
                    RefusalCode.RETURN_EXCEEDS_PURCHASE,
                    "left",
                    all.toPlainString(),
                    "wanted",
                    FieldPolicy.readable(amount));
        }
        return minor(new AmountPolicy(currency, all).positive("amount", amount).amount());
    }

    private Map<Integer, Long> units(List<ReturnedLine> lines) {
        Map<Integer, Long> units = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String field = "lines[" + i + "].";
            int line = place(field, lines.get(i));
            BigDecimal all = quantity(sold.lines().get(line - 1));
            BigDecimal quantity = lines.get(i).quantity().orElse(all);
            units.merge(line, thousandths(LinePolicy.quantity(field + "quantity", quantity)), Long::sum);
        }
        return units;
    }

    /** Named by both, the line must be of that article. */
    private int place(String field, ReturnedLine wanted) {
        if (wanted.id().isEmpty() && wanted.sku().isEmpty()) {
            throw new Refusal(RefusalCode.FIELD_MISSING, "field", field + "id");
        }
        List<Integer> places = IntStream.rangeClosed(1, sold.lines().size())
                .boxed()
                .filter(place -> isMeant(wanted, place, sold.lines().get(place - 1)))
                .toList();
        if (places.size() != 1) {
            throw new Refusal(
                    RefusalCode.RETURN_LINE_UNKNOWN,
                    "line",
                    wanted.id().or(wanted::sku).orElseThrow());
        }
        return places.getFirst();
    }

    private static boolean isMeant(ReturnedLine wanted, int place, Purchase.Line line) {
        String id = line.id() == null ? String.valueOf(place) : line.id();
        return isGoods(line)
                && wanted.id().map(id::equals).orElse(true)
                && wanted.sku().map(sku -> sku.equals(line.sku())).orElse(true);
    }

    private List<SoldLine> soldLines() {
        BigInteger goods = sold.lines().stream()
                .filter(ReturnPolicy::isGoods)
                .map(line -> BigInteger.valueOf(minor(line.amount())))
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger paid = BigInteger.valueOf(minor(sold.amount().amount()));
        List<SoldLine> lines = new ArrayList<>();
        BigInteger until = BigInteger.ZERO;
        for (int i = 0; i < sold.lines().size(); i++) {
            Purchase.Line line = sold.lines().get(i);
            if (!isGoods(line)) {
                lines.add(new SoldLine(0, 0, 0));
                continue;
            }
            BigInteger after = until.add(BigInteger.valueOf(minor(line.amount())));
            long worth = goods.signum() == 0
                    ? 0
                    : paid.multiply(after)
                            .divide(goods)
                            .subtract(paid.multiply(until).divide(goods))
                            .longValueExact();
            until = after;
            lines.add(new SoldLine(
                    thousandths(quantity(line)),
                    worth,
                    weight(sold.exactPoints().get(i))));
        }
        return lines;
    }

    private static boolean isGoods(Purchase.Line line) {
        return line.amount().signum() >= 0;
    }

    private static BigDecimal quantity(Purchase.Line line) {
        return line.quantity() == null ? BigDecimal.ONE : line.quantity();
    }

    private static long weight(BigDecimal exactPoints) {
        return exactPoints.signum() <= 0 ? 0 : scaled(exactPoints, WEIGHT_DECIMALS);
    }

    private static long thousandths(BigDecimal quantity) {
        return scaled(quantity, UNIT_DECIMALS);
    }

    private long minor(BigDecimal amount) {
        return scaled(amount, decimals());
    }

    private int decimals() {
        return currency.getDefaultFractionDigits();
    }

    private static long scaled(BigDecimal number, int decimals) {
        return number.movePointRight(decimals).setScale(0, RoundingMode.DOWN).longValueExact();
    }
}
