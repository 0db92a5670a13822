package eu.kontor.checkout.api;

import eu.kontor.kernel.Points;
import java.time.LocalDate;
import java.util.Optional;

/** One thing that a line of a file reports, or several neighbouring ones together; nothing in it is checked yet. */
public sealed interface TillLine {

    record Sale(Purchase purchase) implements TillLine {}

    /**
     * A purchase that is taken back, as a whole or in part.
     *
     * @param goods with the business date on which it was taken back
     */
    record Refund(String requestKey, OriginalPurchase purchase, ReturnedGoods goods) implements TillLine {}

    /**
     * A redemption that is returned, as a whole or in part.
     *
     * @param points that come back; empty for all that did not yet
     * @param stamp with the business date on which it was returned
     */
    record RedemptionBack(String requestKey, OriginalRedemption redemption, Optional<Points> points, TillStamp stamp)
            implements TillLine {}

    /**
     * A sale that was called off, or did not come about, such as a stay whose guest did not come: what was posted for it is taken back. Most
     * of these never were posted, and then there is nothing to do.
     */
    record CalledOff(String outlet, LocalDate businessDate, String reference) implements TillLine {}

    /**
     * A redemption that a till has carried out already, such as one that works through the night and delivers in the morning. The
     * member agreed at the till: no confirmation code is asked for, nor the tenant's minimum. It is held and captured at once.
     *
     * @param requestKey made of outlet and reference
     * @param points taken from the member's balance
     * @param reference the till's own reference, unique per outlet
     */
    record Redemption(
            String requestKey, String card, String outlet, Points points, LocalDate businessDate, String reference)
            implements TillLine {}
}
