package eu.kontor.checkout.api;

import eu.kontor.checkout.api.Checkout.ReturnReceipt;
import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import java.util.Optional;

/**
 * A ticket comes back with both its sides: what it earned is taken back, and of the points that paid for it the same part comes back. Both
 * or neither. Needs MACHINE, FRONT_DESK or ADMIN.
 */
public interface TicketReturns {

    /**
     * As a whole or in part, as often as something is left; never more than was sold, nor more points than paid. What of it points had
     * paid is their share of the whole ticket. A retry with the same key gets the first answer. A ticket that was not paid with points
     * comes back in the same way.
     *
     * @param ticket by the id of its purchase, or by the till's own words
     * @throws eu.kontor.kernel.Refusal as for the reversal of a purchase; {@code TICKET_UNKNOWN}
     */
    TicketReturnReceipt giveBack(Caller caller, OriginalPurchase ticket, String requestKey, ReturnedGoods goods);

    /**
     * @param purchase what was taken back; its id is the return's
     * @param redemption the points that came back; empty where none did
     * @param amount what of the ticket came back
     * @param toRefund what of the amount points had not paid
     */
    record TicketReturnReceipt(
            ReversalReceipt purchase, Optional<ReturnReceipt> redemption, MoneyAmount amount, MoneyAmount toRefund) {

        /** What the member owes after both. */
        public Points debtAfter() {
            return redemption.map(ReturnReceipt::debtAfter).orElse(purchase.debtAfter());
        }

        public Points availableAfter() {
            return redemption.map(ReturnReceipt::availableAfter).orElse(purchase.availableAfter());
        }
    }
}
