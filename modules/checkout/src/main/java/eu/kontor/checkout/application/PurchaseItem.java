package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.PurchaseOutcome;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.domain.CheckedPurchase;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.Program;
import java.util.Optional;

/**
 * One purchase of a batch on its way: checked and evaluated, then resolved to a member, then posted. It may be refused at
 * each step, and is then passed over by the following ones.
 */
final class PurchaseItem implements CardItem {

    /**
     * @param request key and digest
     * @param program the version that gave the points
     */
    record Evaluated(
            RequestKey request,
            CardNumber card,
            CheckedPurchase purchase,
            String reference,
            Program program,
            Earning earning) {}

    private Evaluated evaluated;
    private CardHolder holder;
    private Outcome.Posted posted;
    private Earning earning;
    private Refusal refusal;

    private PurchaseItem() {}

    static PurchaseItem of(Evaluated evaluated) {
        PurchaseItem item = new PurchaseItem();
        item.evaluated = evaluated;
        item.earning = evaluated.earning();
        return item;
    }

    static PurchaseItem refused(Refusal refusal) {
        PurchaseItem item = new PurchaseItem();
        item.refusal = refusal;
        return item;
    }

    @Override
    public boolean isAlive() {
        return refusal == null;
    }

    Evaluated evaluated() {
        return evaluated;
    }

    @Override
    public CardNumber card() {
        return evaluated.card();
    }

    CardHolder holder() {
        return holder;
    }

    @Override
    public void resolvedTo(CardHolder found) {
        holder = found;
    }

    @Override
    public void refuse(Refusal reason) {
        refusal = reason;
    }

    void answered(Outcome outcome) {
        switch (outcome) {
            case Outcome.Posted success -> posted = success;
            case Outcome.Refused refused -> refusal = RefusalOf.outcome(refused);
        }
    }

    Outcome.Posted posted() {
        return posted;
    }

    boolean isReplayed() {
        return isAlive() && posted.replayed();
    }

    /** The reason that the first answer gave. */
    void explainedBy(Earning first) {
        earning = first;
    }

    PurchaseOutcome outcome() {
        return isAlive()
                ? new PurchaseOutcome(Optional.of(receipt()), Optional.empty())
                : new PurchaseOutcome(Optional.empty(), Optional.of(refusal));
    }

    private PurchaseReceipt receipt() {
        return new PurchaseReceipt(posted.id(), evaluated.card(), earning, posted.availableAfter(), posted.replayed());
    }
}
