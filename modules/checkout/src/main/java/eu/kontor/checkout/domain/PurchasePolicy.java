package eu.kontor.checkout.domain;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.domain.CheckedPurchase.CheckedLine;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.program.api.LargestAmount;
import eu.kontor.program.api.Program;
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
     * @param program that is valid on the business date
     * @throws Refusal {@code OUTLET_UNKNOWN}, {@code CURRENCY_NOT_USED}, {@code AMOUNT_NOT_POSITIVE},
     *     {@code AMOUNT_ABSURD}, {@code AMOUNT_LINES_DIFFER}, {@code TOO_MANY_LINES}, {@code DATE_IN_THE_FUTURE},
     *     {@code DATE_TOO_OLD}, {@code FIELD_MISSING}, {@code FIELD_MALFORMED}, {@code FIELD_TOO_LONG}, {@code NOTHING_SOLD}
     */
    public CheckedPurchase check(Purchase purchase, Program program) {
        Outlet outlet = outlet(tenant, purchase.outlet());
        Currency currency = FieldPolicy.currency(purchase.currency(), tenant.currencies());
        AmountPolicy amounts = new AmountPolicy(currency, LargestAmount.of(program, currency));
        MoneyAmount net = mayBeNothing(purchase)
                ? amounts.any("amount", purchase.amount())
                : amounts.positive("amount", purchase.amount());
        List<CheckedLine> lines = lines(purchase.lines(), amounts);
        linesAddUp(net, lines);
        List<CheckedLine> sold =
                lines.stream().filter(line -> line.original().isEmpty()).toList();
        List<CheckedLine> back =
                lines.stream().filter(line -> line.original().isPresent()).toList();
        MoneyAmount amount = back.stream().map(line -> line.amount().negated()).reduce(net, MoneyAmount::plus);
        return new CheckedPurchase(
                outlet,
                amount,
                sold,
                back,
                net,
                businessDate(purchase),
                purchase.businessTime(),
                purchase.complimentary(),
                ExchangePolicy.check(purchase.complimentary(), amount, sold, back));
    }

    private static boolean mayBeNothing(Purchase purchase) {
        return purchase.complimentary() || purchase.lines().stream().anyMatch(Purchase.Line::cameBack);
    }

    /** On which the program is looked for; the rest is checked by it. */
    public LocalDate businessDate(Purchase purchase) {
        return businessDate(FieldPolicy.present("businessDate", purchase.businessDate()));
    }

    /** @throws Refusal {@code FIELD_MISSING}, {@code OUTLET_UNKNOWN}, {@code OUTLET_NOT_OF_THIS_CLIENT} */
    public static Outlet outlet(Tenant tenant, String code) {
        String wanted = FieldPolicy.required("outlet", code);
        if (tenant.only().filter(own -> !own.equals(wanted)).isPresent()) {
            throw new Refusal(
                    RefusalCode.OUTLET_NOT_OF_THIS_CLIENT,
                    "outlet",
                    wanted,
                    "allowed",
                    tenant.only().get());
        }
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

    private static List<CheckedLine> lines(List<Purchase.Line> lines, AmountPolicy amounts) {
        if (lines.size() > Purchase.MAX_LINES) {
            throw new Refusal(RefusalCode.TOO_MANY_LINES, "limit", Purchase.MAX_LINES);
        }
        LinePolicy policy = new LinePolicy(amounts);
        List<CheckedLine> checked = new ArrayList<>(lines.size());
        for (Purchase.Line line : lines) {
            checked.add(policy.check(line));
        }
        return List.copyOf(checked);
    }

    /** Tills round taxes by line and again on the total: one smallest unit of the currency a line is no mistake, more is. */
    private static void linesAddUp(MoneyAmount amount, List<CheckedLine> lines) {
        MoneyAmount sum = lines.stream()
                .map(CheckedLine::amount)
                .reduce(MoneyAmount::plus)
                .orElse(amount);
        BigDecimal rounding = BigDecimal.valueOf(lines.size(), amount.currency().getDefaultFractionDigits());
        if (sum.amount().subtract(amount.amount()).abs().compareTo(rounding) > 0) {
            throw new Refusal(
                    RefusalCode.AMOUNT_LINES_DIFFER,
                    "lines",
                    sum.amount().toPlainString(),
                    "amount",
                    amount.amount().toPlainString(),
                    "rounding",
                    rounding.toPlainString());
        }
    }
}
