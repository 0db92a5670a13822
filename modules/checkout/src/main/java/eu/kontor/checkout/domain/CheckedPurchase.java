package eu.kontor.checkout.domain;

import eu.kontor.checkout.api.Purchase.Original;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Refusal;
import eu.kontor.program.api.LineKind;
import eu.kontor.program.api.Programs.EarningLine;
import eu.kontor.program.api.Programs.Occasion;
import eu.kontor.tenancy.api.Tenant.Outlet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A purchase after {@link PurchasePolicy}: everything in it is possible at this tenant on this day.
 *
 * @param amount of what was sold; less what came back of purchases that nobody names
 * @param lines that were sold, and what came back without its purchase
 * @param back what came back of purchases that are named
 * @param net as it was sent: what was sold less all that came back
 * @param complimentary nothing was paid, and nothing was to be paid
 * @param onlyAgain why it may be answered again, and not be posted
 */
public record CheckedPurchase(
        Outlet outlet,
        MoneyAmount amount,
        List<CheckedLine> lines,
        List<CheckedLine> back,
        MoneyAmount net,
        LocalDate businessDate,
        Optional<LocalTime> businessTime,
        boolean complimentary,
        Optional<Refusal> onlyAgain) {

    /**
     * @param id the till's own, or its place among the lines, from 1
     * @param quantity below zero came back
     * @param net without tax and {@code gross} with it, where the till sent them
     * @param original of what came back, where it is named
     */
    public record CheckedLine(
            String id,
            String sku,
            String category,
            LineKind kind,
            BigDecimal quantity,
            MoneyAmount amount,
            Optional<MoneyAmount> net,
            Optional<MoneyAmount> gross,
            Optional<Original> original) {

        /** What a till means that does not say it: it prints discounts as negative lines. */
        public static LineKind kindByAmount(BigDecimal amount) {
            return amount.signum() < 0 ? LineKind.DISCOUNT : LineKind.GOODS;
        }

        boolean cameBack() {
            return quantity.signum() < 0;
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
                        .map(line -> new EarningLine(
                                line.category(), line.kind(), line.amount(), line.net(), line.gross(), line.quantity()))
                        .toList();
    }

    public Occasion occasion() {
        return new Occasion(outlet.code(), businessDate, businessTime);
    }
}
