package eu.kontor.feeds.domain;

import java.util.Locale;

/** Why a line that is in order earns nothing. */
public enum SkipReason {
    /** The guest showed no card. */
    NO_CARD,
    /** The stay was cancelled, or the guest did not come; the sale is not paid yet, or was called off. */
    NOT_COMPLETED,
    /** Nothing was charged, such as for a complimentary stay. */
    NO_CHARGE,
    /** The line sells nothing: the till wrote a placeholder or an item that the price list leaves out. */
    NO_ITEM,
    /** The mapping says that lines like this one are no sales. */
    FILTERED,
    /** A line of sums. */
    TOTALS,
    /** Nothing stands in it but separators. */
    BLANK;

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
