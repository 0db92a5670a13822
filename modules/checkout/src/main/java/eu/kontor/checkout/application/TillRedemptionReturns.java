package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.ReturnReceipt;
import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.checkout.persistence.FiledAnswers.FiledReturn;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What was paid with points is brought back: the points come back. */
@Service
public class TillRedemptionReturns {

    private final TillContext till;
    private final ReturnedRedemptions returned;
    private final ItemPipeline pipeline;
    private final KeptAnswers kept;

    @Inject
    public TillRedemptionReturns(
            TillContext till, ReturnedRedemptions returned, ItemPipeline pipeline, KeptAnswers kept) {
        this.till = till;
        this.returned = returned;
        this.pipeline = pipeline;
        this.kept = kept;
    }

    CompletionStage<ReturnReceipt> returnRedemption(
            Caller caller, OriginalRedemption original, String requestKey, Optional<Points> points, TillStamp stamp) {
        Tenant tenant = till.tenantToCorrectFor(caller);
        return pipeline.post(caller, returned.item(tenant, requestKey, original, points, stamp))
                .thenApply(item -> receipt(tenant, item));
    }

    /** What was owed is read back even the first time, as with reversals. */
    ReturnReceipt receipt(Tenant tenant, RedemptionReturnItem item) {
        Outcome.Posted posted = item.posted();
        FiledReturn told = kept.returned(tenant.id(), item.hold(), posted.id())
                .orElseThrow(() ->
                        new IllegalStateException("return " + posted.id().text() + " was posted without its answer"));
        return new ReturnReceipt(
                posted.id(),
                item.hold(),
                posted.points(),
                told.value(),
                told.debtAfter(),
                posted.availableAfter(),
                posted.replayed(),
                posted.underAnotherKey(),
                item.hasNoReference());
    }
}
