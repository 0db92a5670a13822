package eu.kontor.checkout.domain;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.program.api.Programs.EarningLine;
import eu.kontor.tenancy.api.Tenant.Outlet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A purchase after {@link PurchasePolicy}: everything in it is possible at this tenant on this day. */
public record CheckedPurchase(
        Outlet outlet,
        MoneyAmount amount,
        List<CheckedLine> lines,
        LocalDate businessDate,
        Optional<LocalTime> businessTime) {

    public record CheckedLine(String sku, String category, BigDecimal quantity, MoneyAmount amount) {}

    public Currency currency() {
        return amount.currency();
    }

    /** Without lines the whole amount counts, with no category. */
    public List<EarningLine> earningLines() {
        return lines.isEmpty()
                ? List.of(new EarningLine("", amount))
                : lines.stream()
                        .map(line -> new EarningLine(line.category(), line.amount()))
                        .toList();
    }
}
