package eu.kontor.checkout.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What of a purchase comes back, as a till or a file reports it: nothing in it is checked yet. Without amount and lines it is everything
 * that is left.
 *
 * @param amount paid back, in the purchase's currency; empty with lines: what they were sold for
 * @param currency of the amount, to be sure; the purchase's own
 * @param lines of the purchase; none: the amount takes of all of them alike
 * @param businessDate of the return; today when empty
 * @param outlet that takes it back, any of the tenant's; empty: nobody said
 * @param reference the till's own reference of the return
 * @param reason in the words of whoever takes it back
 */
public record ReturnedGoods(
        Optional<BigDecimal> amount,
        Optional<String> currency,
        List<ReturnedLine> lines,
        Optional<LocalDate> businessDate,
        Optional<String> outlet,
        Optional<String> reference,
        Optional<String> reason) {

    /** All that is left, today. */
    public static final ReturnedGoods EVERYTHING = new ReturnedGoods(
            Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public ReturnedGoods {
        lines = List.copyOf(lines);
    }

    /** As a till reports it, which gives no reason. */
    public ReturnedGoods(
            Optional<BigDecimal> amount,
            Optional<String> currency,
            List<ReturnedLine> lines,
            Optional<LocalDate> businessDate,
            Optional<String> outlet,
            Optional<String> reference) {
        this(amount, currency, lines, businessDate, outlet, reference, Optional.empty());
    }

    /** All that is left, on a day. */
    public static ReturnedGoods everythingOn(LocalDate businessDate) {
        return new ReturnedGoods(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(businessDate),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * One of the purchase's lines, by its id or by its article number.
     *
     * @param id that the till gave it in the purchase; its place there, from 1 on, if it gave none
     * @param sku its article number, where no other line has the same
     * @param quantity that comes back; empty for all that was sold
     */
    public record ReturnedLine(Optional<String> id, Optional<String> sku, Optional<BigDecimal> quantity) {}

    /** The same, of which nobody says what it was. */
    public ReturnedGoods byAmount() {
        return new ReturnedGoods(amount, currency, List.of(), businessDate, outlet, reference, reason);
    }

    public TillStamp stamp() {
        return new TillStamp(businessDate, outlet, reference, reason);
    }

    /** Neither amount nor lines: nothing of the purchase needs to be known. */
    public boolean isEverything() {
        return amount.isEmpty() && lines.isEmpty();
    }
}
