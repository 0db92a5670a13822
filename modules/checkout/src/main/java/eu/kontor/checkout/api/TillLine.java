package eu.kontor.checkout.api;

import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.kernel.Points;
import java.time.LocalDate;
import java.util.Optional;

/** One thing that a line of a file reports, or several neighbouring ones together; nothing in it is checked yet. */
public sealed interface TillLine {

    /** @param paidWithPoints of the purchase, which earn nothing; zero where the line does not say so */
    record Sale(Purchase purchase, Points paidWithPoints) implements TillLine {

        public Sale(Purchase purchase) {
            this(purchase, Points.ZERO);
        }
    }

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
     * A sale or redemption that was called off, or did not come about, such as a stay whose guest did not come: what was posted for it is taken back. Most
     * of these never were posted, and then there is nothing to do.
     */
    record CalledOff(What what, String outlet, LocalDate businessDate, String reference) implements TillLine {

        /** A ticket that earned and was also paid with points is both. */
        public enum What {
            SALE,
            REDEMPTION
        }

        /** Of a sale. */
        public CalledOff(String outlet, LocalDate businessDate, String reference) {
            this(What.SALE, outlet, businessDate, reference);
        }
    }

    /**
     * A return that was called off. What it took back is not given again by a line: where the return was posted, this is refused, and the
     * sale stands as it is.
     *
     * @param requestKey of the return
     * @param slip by which tills know the return, under whatever key it was told
     * @param of the sale, or the redemption, of which something had come back
     * @param ofPoints whether points that had paid came back by it
     */
    record ReturnCalledOff(String requestKey, OwnWords slip, OwnWords of, boolean ofPoints) implements TillLine {

        /** Of goods. */
        public ReturnCalledOff(String requestKey, OwnWords slip, OwnWords of) {
            this(requestKey, slip, of, false);
        }
    }

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
