package eu.kontor.checkout.api;

/** Topics of the messages that checkout sends with its postings; a message's reference is the posting's number. */
public final class TillTopics {

    public static final String PURCHASE_POSTED = "purchase-posted";

    public static final String PURCHASE_REVERSED = "purchase-reversed";

    /** Points were held for a redemption; the number is the hold's. */
    public static final String REDEMPTION_HELD = "redemption-held";

    /** A hold was captured or voided. One that expires is not told: its end is the time in it. */
    public static final String REDEMPTION_ENDED = "redemption-ended";

    /** A captured redemption was returned, as a whole or in part. */
    public static final String REDEMPTION_RETURNED = "redemption-returned";

    public static final String POINTS_GIVEN = "points-given";

    private TillTopics() {}
}
