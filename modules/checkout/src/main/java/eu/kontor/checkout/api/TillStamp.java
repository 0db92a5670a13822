package eu.kontor.checkout.api;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When, where and as what a till did something, as it prints it on a slip; nothing in it is checked yet.
 *
 * @param businessDate the day at the outlet; today when empty
 * @param outlet any of the tenant's; empty: nobody said
 * @param reference the till's own
 * @param reason why something comes back, in the words of whoever takes it back
 */
public record TillStamp(
        Optional<LocalDate> businessDate,
        Optional<String> outlet,
        Optional<String> reference,
        Optional<String> reason) {

    public static final TillStamp NONE = new TillStamp(Optional.empty(), Optional.empty(), Optional.empty());

    public TillStamp(Optional<LocalDate> businessDate, Optional<String> outlet, Optional<String> reference) {
        this(businessDate, outlet, reference, Optional.empty());
    }

    public static TillStamp on(LocalDate businessDate) {
        return new TillStamp(Optional.of(businessDate), Optional.empty(), Optional.empty());
    }
}
