package eu.kontor.checkout.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What a till or property-management system reports, as it arrived: nothing in it is checked yet.
 *
 * @param requestKey the Idempotency-Key, or the feed's own key made of outlet and till reference
 * @param outlet the tenant's outlet code
 * @param amount in {@code currency}; equals the sum of the lines when there are lines
 * @param lines may be empty: then the whole amount has no category
 * @param businessTime at the outlet; empty when the till did not say
 * @param reference the till's own reference, unique per outlet
 */
public record Purchase(
        String requestKey,
        String card,
        String outlet,
        BigDecimal amount,
        String currency,
        List<Line> lines,
        LocalDate businessDate,
        Optional<LocalTime> businessTime,
        String reference) {

    /** Sales with more lines than this are split by the till; keeps one purchase under 64 KiB. */
    public static final int MAX_LINES = 200;

    public Purchase {
        lines = List.copyOf(lines);
    }

    /**
     * One line of it; what is null was not sent.
     *
     * @param id the till's own id of the line; its place among the lines, from 1, when absent
     * @param kind a word of {@link eu.kontor.program.api.LineKind}; when absent a negative amount is a discount, all else goods
     * @param quantity units sold; at least one thousandth; 1 when absent
     * @param amount its share of the purchase's amount
     * @param net the same without tax, where the till knows it
     * @param gross the same with tax, where the till knows it; the amount is taken from it when that is absent
     */
    public record Line(
            String id,
            String sku,
            String category,
            String kind,
            BigDecimal quantity,
            BigDecimal amount,
            BigDecimal net,
            BigDecimal gross) {

        /** Of which a till says no more than what was sold for how much. */
        public Line(String sku, String category, BigDecimal quantity, BigDecimal amount) {
            this(null, sku, category, null, quantity, amount, null, null);
        }
    }
}
