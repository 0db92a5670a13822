package eu.kontor.checkout.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.domain.CheckedPurchase.CheckedLine;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenant.Outlet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What a purchase must be to be taken from a till. Every violation is a refusal of its own that says what to do. */
public final class PurchasePolicy {

    /** One thousandth: a gram of what is sold by the kilogram. */
    private static final int QUANTITY_DECIMALS = 3;

    private static final BigDecimal LARGEST_QUANTITY = new BigDecimal("1000000");

    private final Coalition coalition;
    private final Tenant tenant;
    private final LocalDate today;

    /** @param now decides what lies in the future, in the time zone of the tenant's outlets */
    public PurchasePolicy(Coalition coalition, Tenant tenant, Instant now) {
        this.coalition = coalition;
        this.tenant = tenant;
        this.today = now.atZone(tenant.zone()).toLocalDate();
    }

    /**
     * @throws Refusal {@code OUTLET_UNKNOWN}, {@code CURRENCY_NOT_USED}, {@code AMOUNT_NOT_POSITIVE},
     *     {@code AMOUNT_ABSURD}, {@code AMOUNT_LINES_DIFFER}, {@code TOO_MANY_LINES}, {@code DATE_IN_THE_FUTURE},
     *     {@code DATE_TOO_OLD}, {@code FIELD_MISSING}, {@code FIELD_MALFORMED}, {@code FIELD_TOO_LONG}
     */
    public CheckedPurchase check(Purchase purchase) {
        Outlet outlet = outlet(tenant, purchase.outlet());
        Currency currency = FieldPolicy.currency(purchase.currency(), tenant.currencies());
        MoneyAmount amount = amount(purchase.amount(), currency);
        List<CheckedLine> lines = lines(purchase.lines(), currency);
        linesAddUp(lines, amount);
        LocalDate businessDate = businessDate(FieldPolicy.present("businessDate", purchase.businessDate()));
        return new CheckedPurchase(outlet, amount, lines, businessDate, purchase.businessTime());
    }

    /** @throws Refusal {@code FIELD_MISSING}, {@code OUTLET_UNKNOWN} */
    public static Outlet outlet(Tenant tenant, String code) {
        String wanted = FieldPolicy.required("outlet", code);
        return tenant.outlet(wanted).orElseThrow(() -> new Refusal(RefusalCode.OUTLET_UNKNOWN, "outlet", wanted));
    }

    /** @throws Refusal {@code DATE_IN_THE_FUTURE}, {@code DATE_TOO_OLD} (before the coalition's first window) */
    public LocalDate businessDate(LocalDate date) {
        if (date.isAfter(today)) {
            throw new Refusal(RefusalCode.DATE_IN_THE_FUTURE, "date", date);
        }
        LocalDate earliest = coalition.firstWindow().atDay(1);
        if (date.isBefore(earliest)) {
            throw new Refusal(RefusalCode.DATE_TOO_OLD, "date", date, "earliest", earliest);
        }
        return date;
    }

    private static MoneyAmount amount(BigDecimal amount, Currency currency) {
        FieldPolicy.present("amount", amount);
        if (amount.signum() <= 0) {
            throw new Refusal(RefusalCode.AMOUNT_NOT_POSITIVE, "amount", FieldPolicy.readable(amount));
        }
        notAbsurd(amount);
        return new MoneyAmount(FieldPolicy.inDecimalsOf(currency, "amount", amount), currency);
    }

    private static void notAbsurd(BigDecimal amount) {
        boolean isAbsurd = amount.abs().compareTo(Purchase.MAX_AMOUNT) > 0;
        if (isAbsurd) {
            throw new Refusal(
                    RefusalCode.AMOUNT_ABSURD,
                    "amount",
                    FieldPolicy.readable(amount),
                    "limit",
                    Purchase.MAX_AMOUNT.toPlainString());
        }
    }

    /** A line may be negative: tills print discounts as lines. The purchase as a whole may not. */
    private static List<CheckedLine> lines(List<Purchase.Line> lines, Currency currency) {
        if (lines.size() > Purchase.MAX_LINES) {
            throw new Refusal(RefusalCode.TOO_MANY_LINES, "limit", Purchase.MAX_LINES);
        }
        List<CheckedLine> checked = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Purchase.Line line = lines.get(i);
            String field = "lines[" + i + "].";
            BigDecimal amount = FieldPolicy.present(field + "amount", line.amount());
            notAbsurd(amount);
            checked.add(new CheckedLine(
                    FieldPolicy.optional(field + "sku", line.sku()),
                    FieldPolicy.optional(field + "category", line.category()),
                    quantity(field + "quantity", line.quantity()),
                    new MoneyAmount(FieldPolicy.inDecimalsOf(currency, field + "amount", amount), currency)));
        }
        return List.copyOf(checked);
    }

    private static BigDecimal quantity(String field, BigDecimal quantity) {
        if (quantity == null) {
            return BigDecimal.ONE;
        }
        boolean isPossible = quantity.signum() > 0
                && quantity.compareTo(LARGEST_QUANTITY) <= 0
                && quantity.stripTrailingZeros().scale() <= QUANTITY_DECIMALS;
        if (!isPossible) {
            throw new Refusal(
                    RefusalCode.FIELD_MALFORMED,
                    "field",
                    field,
                    "value",
                    FieldPolicy.readable(quantity),
                    "expected",
                    "0.001 to " + LARGEST_QUANTITY.toPlainString());
        }
        return quantity;
    }

    private static void linesAddUp(List<CheckedLine> lines, MoneyAmount amount) {
        if (lines.isEmpty()) {
            return;
        }
        MoneyAmount sum = lines.stream()
                .map(CheckedLine::amount)
                .reduce(MoneyAmount::plus)
                .orElseThrow();
        if (!sum.equals(amount)) {
            throw new Refusal(
                    RefusalCode.AMOUNT_LINES_DIFFER,
                    "lines",
                    sum.amount().toPlainString(),
                    "amount",
                    amount.amount().toPlainString());
        }
    }
}
