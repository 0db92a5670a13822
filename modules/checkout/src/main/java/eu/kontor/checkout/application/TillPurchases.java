package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.Calculation;
import eu.kontor.checkout.api.Checkout.PurchaseOutcome;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.application.PurchaseItem.Evaluated;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Posting.Note;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Purchases as tills send them: one that waits for its answer, many at once, and what one would earn. */
@Service
public class TillPurchases {

    private final TillContext till;
    private final PurchaseEvaluation evaluation;
    private final PurchaseBatch batches;
    private final SinglePosting single;
    private final FirstAnswers firstAnswers;

    @Inject
    public TillPurchases(
            TillContext till,
            PurchaseEvaluation evaluation,
            PurchaseBatch batches,
            SinglePosting single,
            FirstAnswers firstAnswers) {
        this.till = till;
        this.evaluation = evaluation;
        this.batches = batches;
        this.single = single;
        this.firstAnswers = firstAnswers;
    }

    CompletionStage<PurchaseReceipt> purchase(Caller caller, Purchase purchase) {
        Tenant tenant = till.tenantOf(caller);
        PurchaseItem item = evaluation.evaluate(tenant, List.of(purchase)).getFirst();
        if (!item.isAlive()) {
            throw item.outcome().refusal().orElseThrow();
        }
        Evaluated evaluated = item.evaluated();
        Note note = PurchasePosted.of(evaluated);
        ShownCard shown = new ShownCard(
                tenant.id(), evaluated.card(), member -> PurchaseBatch.posting(tenant.id(), member, evaluated, note));
        return single.post(shown).thenApply(posted -> {
            item.answered(posted);
            firstAnswers.restore(tenant, List.of(item));
            return item.outcome().receipt().orElseThrow();
        });
    }

    List<PurchaseOutcome> purchases(Caller caller, List<Purchase> purchases) {
        if (purchases.size() > Ledger.MAX_BATCH) {
            throw new Refusal(RefusalCode.BATCH_TOO_LARGE, "limit", Ledger.MAX_BATCH);
        }
        Tenant tenant = till.tenantOf(caller);
        List<PurchaseItem> batch = evaluation.evaluate(tenant, purchases);
        batches.post(tenant.id(), batch);
        firstAnswers.restore(tenant, batch);
        return batch.stream().map(PurchaseItem::outcome).toList();
    }

    Calculation calculate(Caller caller, Purchase purchase) {
        Tenant tenant = till.tenantOf(caller);
        return new Calculation(
                evaluation.earning(tenant, purchase), till.coalition().pointsName(caller.language()));
    }
}
