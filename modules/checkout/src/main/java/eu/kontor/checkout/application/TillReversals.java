package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Balances;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A purchase that was returned or rung up by mistake is reversed as a whole. */
@Service
public class TillReversals {

    private final TillContext till;
    private final SinglePosting single;
    private final Balances balances;

    @Inject
    public TillReversals(TillContext till, SinglePosting single, Balances balances) {
        this.till = till;
        this.single = single;
        this.balances = balances;
    }

    CompletionStage<ReversalReceipt> reverse(Caller caller, String purchaseId, String requestKey) {
        Tenant tenant = till.tenantOf(caller);
        PostingId purchase = PostingId.parse(purchaseId, RefusalCode.PURCHASE_UNKNOWN);
        Posting posting = new Posting.Reverse(
                CanonicalRequest.reverse(FieldPolicy.requestKey(requestKey), purchase.text()),
                purchase.member(),
                tenant.id(),
                till.today(tenant),
                purchase,
                Optional.of(PurchasePosted.reversalOf(purchase)));
        return single.post(posting)
                .thenApply(posted -> new ReversalReceipt(
                        posted.id(),
                        purchase,
                        posted.points(),
                        balances.of(purchase.member()).debt(),
                        posted.availableAfter(),
                        posted.replayed()));
    }
}
