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

    /** No sale of any partner comes near it; a slipped decimal point does. */
    public static final BigDecimal MAX_AMOUNT = new BigDecimal("1000000");

    public Purchase {
        lines = List.copyOf(lines);
    }

    /** @param quantity units sold; at least one thousandth */
    public record Line(String sku, String category, BigDecimal quantity, BigDecimal amount) {}
}
