package eu.kontor.checkout.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.program.api.Earning;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The till's use cases, for the caller's tenant. Needs MACHINE, FRONT_DESK or ADMIN.
 *
 * <p>Single calls are gathered into batches and answer when their batch has committed; their stages fail with a
 * {@link Refusal}. A retry with the same key gets the first answer.
 */
public interface Checkout {

    CompletionStage<PurchaseReceipt> purchase(Caller caller, Purchase purchase);

    /** Up to {@link eu.kontor.ledger.api.Ledger#MAX_BATCH}; outcomes in the order given; one refused item fails no other. */
    List<PurchaseOutcome> purchases(Caller caller, List<Purchase> purchases);

    /** What the purchase would earn. Posts nothing; the card may be absent. */
    Calculation calculate(Caller caller, Purchase purchase);

    /** Takes a purchase back, or a part of it; several parts never make more than was sold, nor take more than was earned. */
    CompletionStage<ReversalReceipt> reverse(
            Caller caller, OriginalPurchase purchase, String requestKey, ReturnedGoods goods);

    /**
     * A purchase that was rung up on the wrong card goes to the right one, in one step: it is taken back there, and earns here what it
     * would have earned on its day. Who has spent the points owes them.
     */
    CompletionStage<MoveReceipt> move(Caller caller, MoveRequest request);

    CompletionStage<RedemptionReceipt> authorize(Caller caller, RedemptionRequest request);

    /** @param points fewer than held, or empty for all */
    CompletionStage<RedemptionReceipt> capture(
            Caller caller, String holdId, String requestKey, Optional<Points> points, TillStamp stamp);

    CompletionStage<RedemptionReceipt> voidHold(Caller caller, String holdId, String requestKey);

    /**
     * Takes a redemption back after its capture: the points come back as old as they were, and repay debts first.
     *
     * @param points empty for all that did not come back yet
     */
    CompletionStage<ReturnReceipt> returnRedemption(
            Caller caller, OriginalRedemption redemption, String requestKey, Optional<Points> points, TillStamp stamp);

    /** Passes points from one card to another; they stay as old as they are. Enrols nobody. */
    CompletionStage<GiftReceipt> give(Caller caller, GiftRequest request);

    /**
     * @param id of the purchase
     * @param availableAfter when everything of it was posted
     * @param debt what of the points repaid a debt, and what debt was left
     * @param returned what came back on the same ticket, of purchases that its lines name
     * @param replayed the key or the ticket was known: this is the first answer again
     * @param alreadyKnown the ticket was known, under another key
     */
    record PurchaseReceipt(
            PostingId id,
            CardNumber card,
            Earning earning,
            Points availableAfter,
            DebtAfterEarning debt,
            Remarks remarks,
            List<ReversalReceipt> returned,
            boolean replayed,
            boolean alreadyKnown) {

        public PurchaseReceipt {
            returned = List.copyOf(returned);
        }

        /**
         * With what was taken back after it.
         *
         * @param own the last of it that was the member's own
         */
        public PurchaseReceipt with(List<ReversalReceipt> returns, Optional<ReversalReceipt> own) {
            return new PurchaseReceipt(
                    id,
                    card,
                    earning,
                    own.map(ReversalReceipt::availableAfter).orElse(availableAfter),
                    own.map(last -> new DebtAfterEarning(debt.repaid(), last.debtAfter()))
                            .orElse(debt),
                    remarks,
                    returns,
                    replayed,
                    alreadyKnown);
        }
    }

    /**
     * Why a balance may be less than what was earned.
     *
     * @param repaid of the points that were earned
     * @param left what the member owed right after it
     */
    record DebtAfterEarning(Points repaid, Points left) {

        public static final DebtAfterEarning NONE = new DebtAfterEarning(Points.ZERO, Points.ZERO);
    }

    /**
     * What was taken as it came, but is worth a look.
     *
     * @param categoriesUnknown to the program, as they were sent: they earned the base rate
     * @param roundingDifference what the lines are more than the amount, a smallest unit of the currency a line at most; empty where
     *     they add up
     * @param withoutReference the same sale under another key would earn a second time
     */
    record Remarks(List<String> categoriesUnknown, Optional<MoneyAmount> roundingDifference, boolean withoutReference) {

        public static final Remarks NONE = new Remarks(List.of(), Optional.empty(), false);
    }

    /**
     * @param card the right one
     * @param confirmationCode of the member from whose card it is taken, where a machine asks and points leave that somebody must confirm; a person at the
     *     desk answers for it
     */
    record MoveRequest(String requestKey, String purchase, String card, Optional<String> confirmationCode) {

        public MoveRequest(String requestKey, String purchase, String card) {
            this(requestKey, purchase, card, Optional.empty());
        }
    }

    /**
     * @param purchase as it is now, on the right card, with an id of its own
     * @param from as it was, and is reversed
     * @param takenBack from the balance of the wrong card's member
     * @param debtAfter what that member owes after it
     */
    record MoveReceipt(PurchaseReceipt purchase, PostingId from, Points takenBack, Points debtAfter) {}

    /** Exactly one of the two is present. */
    record PurchaseOutcome(Optional<PurchaseReceipt> receipt, Optional<Refusal> refusal) {}

    record Calculation(Earning earning, String pointsName, Remarks remarks) {}

    /**
     * @param takenBack from the balance
     * @param owed what the member had spent of it
     * @param debtAfter what the member owes after it: points that were taken back but had been spent; earnings repay it first
     * @param amount what was paid back; empty where all that was left came back without telling an amount
     * @param pointsBack that had paid for it and came back with it, where it came back on a ticket on which something was sold, too
     * @param replayed the key or the return was known: this is the first answer again
     * @param alreadyKnown the return (its outlet, business date and reference) was known, under another key
     * @param withoutReference the same return under another key would take back a second time
     */
    record ReversalReceipt(
            PostingId id,
            PostingId purchase,
            Points takenBack,
            Points owed,
            Points debtAfter,
            Optional<MoneyAmount> amount,
            Points availableAfter,
            Optional<ReturnReceipt> pointsBack,
            boolean replayed,
            boolean alreadyKnown,
            boolean withoutReference) {

        /** With the points that came back after it. */
        public ReversalReceipt with(ReturnReceipt points) {
            return new ReversalReceipt(
                    id,
                    purchase,
                    takenBack,
                    owed,
                    points.debtAfter(),
                    amount,
                    points.availableAfter(),
                    Optional.of(points),
                    replayed,
                    alreadyKnown,
                    withoutReference);
        }
    }

    /**
     * @param points to redeem
     * @param currency of the till, for the value
     * @param confirmationCode the member's; needed at the front desk, and for machines from so many points on as coalition and program say
     * @param businessDate at the outlet; today when empty
     */
    record RedemptionRequest(
            String requestKey,
            String card,
            String outlet,
            Points points,
            String currency,
            Optional<String> confirmationCode,
            String reference,
            Optional<LocalDate> businessDate) {

        /** Of today. */
        public RedemptionRequest(
                String requestKey,
                String card,
                String outlet,
                Points points,
                String currency,
                Optional<String> confirmationCode,
                String reference) {
            this(requestKey, card, outlet, points, currency, confirmationCode, reference, Optional.empty());
        }
    }

    /**
     * @param id of the return
     * @param points that came back
     * @param value what they had paid; empty where nobody knows it
     * @param debtAfter what the member owes after it
     * @param availableAfter less than came back if they repaid debts
     * @param replayed the key or the return was known: this is the first answer again
     * @param alreadyKnown the return (its outlet, business date and reference) was known, under another key
     * @param withoutReference the same return under another key would bring back a second time
     */
    record ReturnReceipt(
            PostingId id,
            PostingId hold,
            Points points,
            Optional<MoneyAmount> value,
            Points debtAfter,
            Points availableAfter,
            boolean replayed,
            boolean alreadyKnown,
            boolean withoutReference) {}

    /**
     * @param state {@code authorized}, {@code captured} or {@code voided}
     * @param value what the points pay; empty for a voided hold, and for a capture at a tenant with several currencies
     *     (the authorization's receipt has it)
     * @param expires until when an authorized hold can be captured; empty afterwards
     */
    record RedemptionReceipt(
            PostingId hold,
            String state,
            Points points,
            Optional<MoneyAmount> value,
            Points availableAfter,
            Optional<Instant> expires,
            boolean replayed) {}

    /**
     * @param card of the giver
     * @param recipientCard of whom gets the points: any card of the coalition that may be used
     * @param points to give, as many as the giver has
     * @param confirmationCode the giver's; always needed
     */
    record GiftRequest(
            String requestKey,
            String card,
            String recipientCard,
            String outlet,
            Points points,
            Optional<String> confirmationCode) {}

    /**
     * Says nothing of the recipient.
     *
     * @param id of the gift
     * @param availableAfter what the giver has left
     */
    record GiftReceipt(PostingId id, Points points, Points availableAfter, boolean replayed) {}
}
