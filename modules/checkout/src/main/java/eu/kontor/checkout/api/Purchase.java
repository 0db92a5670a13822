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
 * @param amount in {@code currency}; equals the sum of the lines when there are lines. Below zero where more came back than was sold
 * @param lines may be empty: then the whole amount has no category
 * @param businessTime at the outlet; empty when the till did not say
 * @param reference the till's own reference, unique per outlet
 * @param complimentary nothing was paid, and the guest was there all the same
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
        String reference,
        boolean complimentary) {

    /** Of which something was paid. */
    public Purchase(
            String requestKey,
            String card,
            String outlet,
            BigDecimal amount,
            String currency,
            List<Line> lines,
            LocalDate businessDate,
            Optional<LocalTime> businessTime,
            String reference) {
        this(requestKey, card, outlet, amount, currency, lines, businessDate, businessTime, reference, false);
    }

    /** Sales with more lines than this are split by the till; keeps one purchase under 64 KiB. */
    public static final int MAX_LINES = 200;

    /** Longer than any till's own reference, outlet code, article number or category; keeps a purchase small. */
    public static final int MAX_TEXT = 64;

    public Purchase {
        lines = List.copyOf(lines);
    }

    /** Whether a line takes something of another purchase back. */
    public boolean isExchange() {
        return lines.stream().anyMatch(line -> line.original() != null);
    }

    /**
     * Of what a line takes something back.
     *
     * @param purchase when a till's own words name no outlet, this one's
     * @param line its id there; when absent its article number says which it was, or else its amount counts
     */
    public record Original(OriginalPurchase purchase, String line) {}

    /**
     * One line of it; what is null was not sent.
     *
     * @param id the till's own id of the line; its place among the lines, from 1, when absent
     * @param kind a word of {@link eu.kontor.program.api.LineKind}; when absent a negative amount is a discount, all else goods
     * @param quantity units sold; at least one thousandth; 1 when absent. Below zero came back
     * @param amount its share of the purchase's amount
     * @param net the same without tax, where the till knows it
     * @param gross the same with tax, where the till knows it; the amount is taken from it when that is absent
     * @param original of what came back: the purchase that sold it
     */
    public record Line(
            String id,
            String sku,
            String category,
            String kind,
            BigDecimal quantity,
            BigDecimal amount,
            BigDecimal net,
            BigDecimal gross,
            Original original) {

        /** Of which nobody says what it takes back. */
        public Line(
                String id,
                String sku,
                String category,
                String kind,
                BigDecimal quantity,
                BigDecimal amount,
                BigDecimal net,
                BigDecimal gross) {
            this(id, sku, category, kind, quantity, amount, net, gross, null);
        }

        /** Of which a till says no more than what was sold for how much. */
        public Line(String sku, String category, BigDecimal quantity, BigDecimal amount) {
            this(null, sku, category, null, quantity, amount, null, null);
        }

        /** Whatever is wrong with it otherwise. */
        public boolean cameBack() {
            return original != null || quantity != null && quantity.signum() < 0;
        }

        /** The same, of a purchase that is known. */
        public Line returning(Original purchase) {
            return new Line(id, sku, category, kind, quantity, amount, net, gross, purchase);
        }
    }
}
