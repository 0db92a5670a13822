package eu.kontor.feeds.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the columns {@code line_kind} and {@code status} make of a line, in our words and in those that many tills use. */
public enum FeedLineKind {
    SALE(
            "sale",
            "payment",
            "purchase",
            "charge",
            "completed",
            "paid",
            "check-out",
            "checked-out",
            "closed",
            "captured"),
    /** Goods that came back. */
    RETURN("return", "refund", "refunded", "returned", "credit"),
    REDEMPTION("redemption"),
    /** Not paid yet. */
    NOTHING(
            "not-completed",
            "pending",
            "authorized",
            "unpaid",
            "open",
            "expired",
            "reserved",
            "confirmed",
            "in-house",
            "checked-in",
            "check-in"),
    /** Called off: what was posted for it is taken back. */
    CALLED_OFF("called-off", "void", "voided", "canceled", "cancelled", "no-show", "no show", "deleted");

    private static final Map<String, FeedLineKind> BY_WORD = Stream.of(values())
            .flatMap(kind -> Stream.of(kind.words).map(word -> Map.entry(word, kind)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String[] words;

    FeedLineKind(String... words) {
        this.words = words;
    }

    /** Empty for a word that nobody knows: it may mean that the guest got the money back. */
    public static Optional<FeedLineKind> of(String word) {
        return word.isEmpty() ? Optional.of(SALE) : Optional.ofNullable(BY_WORD.get(word.toLowerCase(Locale.ROOT)));
    }

    /** The words that a mapping uses. */
    public static String ours() {
        return Stream.of(values()).map(kind -> kind.words[0]).collect(Collectors.joining(", "));
    }

    /**
     * What two columns say together: what takes something back or calls it off wins over what does not. Points that were given back were redeemed
     * for nothing.
     */
    FeedLineKind and(FeedLineKind other) {
        if (this == REDEMPTION && other == RETURN) {
            return CALLED_OFF;
        }
        return this == SALE ? other : other == NOTHING || other == CALLED_OFF ? other : this;
    }
}
