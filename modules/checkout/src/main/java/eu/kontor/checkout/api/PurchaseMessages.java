package eu.kontor.checkout.api;

/** Topics of the messages that checkout sends with its postings. */
public final class PurchaseMessages {

    /** A purchase was posted; the news's reference is its number. */
    public static final String POSTED = "purchase-posted";

    /** A purchase was reversed; the news's reference is the reversal's number. */
    public static final String REVERSED = "purchase-reversed";

    private PurchaseMessages() {}
}
