package eu.kontor.trust.api;

import java.util.Arrays;
import java.util.Locale;

/** What looks like fraud. The slug is in the database, in the API and a key of the portal's texts. */
public enum SignalKind {
    /** Somebody of a brand gave points to their own card. */
    OWN_CARD,
    /** Somebody of a brand gave points to the card of another of its people. */
    COLLEAGUE_CARD,
    /** Amounts without cents, one after the other, by one person or till. */
    ROUND_AMOUNTS,
    /** Something was taken back or corrected when the house is closed. */
    CORRECTION_AFTER_HOURS,
    /** One card at two places between which its holder cannot have travelled. */
    TWO_PLACES,
    /** More postings or points in an hour or a day than a member, till, outlet or brand may have. */
    VELOCITY,
    /** Wrong confirmation codes, one after the other. */
    CODE_GUESSING,
    /** Look-ups of cards in a series that no queue at a till makes. */
    CARD_PROBING,
    /** Somebody asked for more than their role may do alone. */
    ABOVE_LIMIT,
    /** A brand's administrator gave a member a new code without the one of until then: whoever has it can spend what all brands gave. */
    CODE_REPLACED,
    /** A machine blocked a card, which nobody can use anywhere then. */
    CARD_BLOCKED,
    /** A machine took a purchase's points from one card to another. */
    PURCHASE_MOVED;

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is none of that slug */
    public static SignalKind ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(kind -> kind.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of signal is called " + slug));
    }
}
