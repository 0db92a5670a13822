package eu.kontor.checkout.application;

import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.api.TicketReturns;
import eu.kontor.checkout.persistence.FiledAnswers.FiledReversal;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;

/** A purchase and what points paid of it come back in one call. */
@Service
public class TillTicketReturns implements TicketReturns {

    private final TillContext till;
    private final ReturnedTickets returned;
    private final ItemPipeline pipeline;
    private final TillReversals reversals;
    private final TillRedemptionReturns redemptions;
    private final KeptAnswers kept;

    @Inject
    public TillTicketReturns(
            TillContext till,
            ReturnedTickets returned,
            ItemPipeline pipeline,
            TillReversals reversals,
            TillRedemptionReturns redemptions,
            KeptAnswers kept) {
        this.till = till;
        this.returned = returned;
        this.pipeline = pipeline;
        this.reversals = reversals;
        this.redemptions = redemptions;
        this.kept = kept;
    }

    @Override
    public TicketReturnReceipt giveBack(
            Caller caller, OriginalPurchase ticket, String requestKey, ReturnedGoods goods) {
        Tenant tenant = till.tenantToCorrectFor(caller);
        TicketReturnItem item = pipeline.postWhole(caller, returned.item(tenant, requestKey, ticket, goods));
        FiledReversal told = kept.reversal(tenant.id(), item.refund().posted().id())
                .orElseThrow(() -> new IllegalStateException(
                        "return " + item.refund().posted().id().text() + " was posted without its answer"));
        MoneyAmount amount = told.money().orElseThrow();
        return new TicketReturnReceipt(
                reversals.receipt(tenant, item.refund()),
                item.points().map(points -> redemptions.receipt(tenant, points)),
                amount,
                told.refund().orElse(amount));
    }
}
