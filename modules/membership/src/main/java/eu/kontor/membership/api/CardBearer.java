package eu.kontor.membership.api;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Who shows a card: what any brand may see of whoever stands before it, so no contact data and no other cards.
 *
 * @param holder whose tier and enrolment are those at the asking tenant
 * @param language and {@code memberSince}: empty of who is a stranger to the asking tenant
 */
public record CardBearer(
        CardHolder holder, String name, String givenName, Optional<Locale> language, Optional<LocalDate> memberSince) {

    /** What a till may know of who never was at its brand: enough to greet the guest and to see that it is the right card. */
    public CardBearer asStranger() {
        return new CardBearer(holder, givenName, givenName, Optional.empty(), Optional.empty());
    }
}
