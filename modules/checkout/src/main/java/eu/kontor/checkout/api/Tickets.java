package eu.kontor.checkout.api;

import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.PostingId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A purchase together with what it was paid with. Points among the tenders are redeemed in the transaction that posts the purchase:
 * both or neither. What points paid does not earn. Needs MACHINE, FRONT_DESK or ADMIN.
 */
public interface Tickets {

    /**
     * A retry with the purchase's key gets the first answer.
     *
     * @throws eu.kontor.kernel.Refusal as a purchase and a redemption; {@code AMOUNT_TENDERS_DIFFER},
     *     {@code TOO_MUCH_PAID_WITH_POINTS}
     */
    TicketReceipt post(Caller caller, Ticket ticket);

    /**
     * As it arrived: nothing in it is checked yet.
     *
     * @param tenders empty when all was paid with money
     * @param confirmationCode the member's, for points; needed as for a redemption
     */
    record Ticket(Purchase purchase, List<Tender> tenders, Optional<String> confirmationCode) {

        public Ticket {
            tenders = List.copyOf(tenders);
        }
    }

    /**
     * What was paid with one means; what is null was not sent.
     *
     * @param kind a word of {@link TenderKind}
     * @param points of points: how many; or the amount says how much they shall pay
     * @param amount in the purchase's currency
     */
    record Tender(String kind, Points points, BigDecimal amount) {}

    /**
     * @param purchase its id is the ticket's
     * @param redemption the hold that was captured; empty when no points were among the tenders
     * @param toPay what points did not pay
     */
    record TicketReceipt(PurchaseReceipt purchase, Optional<PaidWithPoints> redemption, MoneyAmount toPay) {}

    /** @param value what they paid */
    record PaidWithPoints(PostingId redemption, Points points, MoneyAmount value) {}
}
