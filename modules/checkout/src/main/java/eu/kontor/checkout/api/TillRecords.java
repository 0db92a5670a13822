package eu.kontor.checkout.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.PostingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What tills asked and were told, read afterwards by the id that they were given, or by their own words. Of the caller's tenant
 * only. By its id a posting is found at once; by own words, and the end of a redemption, a few seconds after it. Needs FRONT_DESK,
 * ADMIN, FINANCE or MACHINE. Purchases by their id: {@link Visits}.
 */
public interface TillRecords {

    /**
     * Newest first; more than one if the till used the same words twice.
     *
     * @throws eu.kontor.kernel.Refusal {@code FIELD_MISSING}, {@code FIELD_TOO_LONG}, {@code OUTLET_UNKNOWN}
     */
    List<Visits.Visit> purchases(Caller caller, OwnWords words);

    Optional<ReversalRecord> reversal(Caller caller, PostingId reversal);

    Optional<RedemptionRecord> redemption(Caller caller, PostingId hold);

    /** As {@link #purchases}. */
    List<RedemptionRecord> redemptions(Caller caller, OwnWords words);

    /** What a member paid with points, the newest first; a few seconds behind the ledger. */
    List<RedemptionRecord> redemptionsOf(Caller caller, MemberId member, int limit);

    /** The redemption to which a posting belongs: its hold or its capture. */
    Optional<RedemptionRecord> redemptionOf(Caller caller, PostingId posting);

    Optional<GiftRecord> gift(Caller caller, PostingId gift);

    /** A purchase that was sent as a ticket, or alone, what points paid of it, what came back of both and what is left. */
    Optional<TicketRecord> ticket(Caller caller, PostingId purchase);

    /** @param returns of the purchase, the oldest first; those of the points are in the redemption's */
    record TicketRecord(Visits.Visit purchase, Optional<RedemptionRecord> redemption, List<ReversalRecord> returns) {

        public TicketRecord {
            returns = List.copyOf(returns);
        }

        /** What was not paid with points of all that can still be returned: so much money would be given back with it. */
        public MoneyAmount moneyLeft() {
            MoneyAmount left = purchase.takenBack().amountLeft();
            return redemption
                    .flatMap(RedemptionRecord::valueLeft)
                    .map(paid -> left.plus(paid.negated()))
                    .orElse(left);
        }

        /** Of the points that paid, what did not come back yet. */
        public Points pointsLeft() {
            return redemption.map(RedemptionRecord::pointsLeft).orElse(Points.ZERO);
        }
    }

    /** How a till names what it sent; a word that is not said is null. Spaces around a word say nothing. */
    record OwnWords(String outlet, LocalDate businessDate, String reference) {

        public OwnWords {
            outlet = outlet == null ? null : outlet.strip();
            reference = reference == null ? null : reference.strip();
        }
    }

    /** Of what was reversed before answers were kept, the two ids are all that is known. */
    record ReversalRecord(PostingId id, PostingId purchase, Optional<ReversalTold> told) {}

    /**
     * What was asked, and the first answer; see {@link Checkout.ReversalReceipt}.
     *
     * @param outlet that took it back; empty if nobody said
     * @param reference empty text if the till sent none
     * @param reason empty text if nobody gave one
     * @param toRefund what of the amount points had not paid; empty where the purchase came back without its ticket
     */
    record ReversalTold(
            LocalDate businessDate,
            Optional<String> outlet,
            String reference,
            String reason,
            Optional<MoneyAmount> amount,
            Optional<MoneyAmount> toRefund,
            Points takenBack,
            Points owed,
            Points debtAfter,
            Points availableAfter,
            Instant postedAt) {}

    /**
     * @param state {@code authorized}, {@code captured}, {@code voided}, or {@code expired}
     * @param points that were held
     * @param value what they pay; empty where a file reported them and the tenant has several currencies
     * @param reference empty text if the till sent none
     * @param availableAfter the hold
     * @param end how it was captured or voided
     * @param returns what came back of it, the oldest first
     */
    record RedemptionRecord(
            PostingId hold,
            String state,
            String outlet,
            CardNumber card,
            LocalDate businessDate,
            Points points,
            Optional<MoneyAmount> value,
            String reference,
            Instant expires,
            Points availableAfter,
            Instant postedAt,
            Optional<RedemptionEnd> end,
            List<ReturnedRedemption> returns) {

        /** Of what was captured, what did not come back yet. */
        public Points pointsLeft() {
            Points captured = end.filter(done -> "captured".equals(state))
                    .map(RedemptionEnd::points)
                    .orElse(Points.ZERO);
            return returns.stream().map(ReturnedRedemption::points).reduce(captured, Points::minus);
        }

        /** What those points had paid; empty where nobody knows it. */
        public Optional<MoneyAmount> valueLeft() {
            return end.filter(done -> "captured".equals(state))
                    .flatMap(RedemptionEnd::value)
                    .map(paid -> returns.stream()
                            .flatMap(back -> back.value().stream())
                            .map(MoneyAmount::negated)
                            .reduce(paid, MoneyAmount::plus));
        }
    }

    /**
     * @param points that came back
     * @param outlet that took it back; empty if nobody said
     * @param reference empty text if the till sent none
     * @param reason empty text if nobody gave one
     */
    record ReturnedRedemption(
            PostingId id,
            LocalDate businessDate,
            Optional<String> outlet,
            String reference,
            String reason,
            Points points,
            Optional<MoneyAmount> value,
            Points debtAfter,
            Points availableAfter,
            Instant postedAt) {}

    /**
     * @param points redeemed or released
     * @param outlet that captured; empty if nobody said
     * @param reference of the capture; empty text if the till sent none
     */
    record RedemptionEnd(
            LocalDate businessDate,
            Optional<String> outlet,
            String reference,
            Points points,
            Optional<MoneyAmount> value,
            Points availableAfter,
            Instant postedAt) {}

    /** @param card of the giver */
    record GiftRecord(
            PostingId id,
            String outlet,
            CardNumber card,
            CardNumber recipientCard,
            LocalDate businessDate,
            Points points,
            Points availableAfter,
            Instant postedAt) {}
}
