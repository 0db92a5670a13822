package eu.kontor.checkout.domain;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.program.api.LineKind;
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

    /**
     * @param id the till's own, or its place among the lines, from 1
     * @param net without tax and {@code gross} with it, where the till sent them
     */
    public record CheckedLine(
            String id,
            String sku,
            String category,
            LineKind kind,
            BigDecimal quantity,
            MoneyAmount amount,
            Optional<MoneyAmount> net,
            Optional<MoneyAmount> gross) {

        /** What a till means that does not say it: it prints discounts as negative lines. */
        public static LineKind kindByAmount(BigDecimal amount) {
            return amount.signum() < 0 ? LineKind.DISCOUNT : LineKind.GOODS;
        }

        /** Whether the till said no more of it than what was sold for how much. */
        public boolean isPlain(int place) {
            return id.equals(String.valueOf(place))
                    && kind == kindByAmount(amount.amount())
                    && net.isEmpty()
                    && gross.isEmpty();
        }
    }

    public Currency currency() {
        return amount.currency();
    }

    /** What the lines add up to; the amount where there are none. */
    public MoneyAmount sumOfLines() {
        return lines.stream().map(CheckedLine::amount).reduce(MoneyAmount::plus).orElse(amount);
    }

    /** Without lines the whole amount counts, with no category. */
    public List<EarningLine> earningLines() {
        return lines.isEmpty()
                ? List.of(new EarningLine("", LineKind.GOODS, amount, Optional.empty(), Optional.empty()))
                : lines.stream()
                        .map(line ->
                                new EarningLine(line.category(), line.kind(), line.amount(), line.net(), line.gross()))
                        .toList();
    }
}
