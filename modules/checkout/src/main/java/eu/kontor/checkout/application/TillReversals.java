package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.ReturnedGoods;
import eu.kontor.checkout.persistence.FiledAnswers.FiledReversal;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.AccountMerges;
import eu.kontor.ledger.api.Balances;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** A purchase that was returned or rung up by mistake is reversed, as a whole or in part. */
@Service
public class TillReversals {

    private final TillContext till;
    private final CheckedItems checked;
    private final ItemPipeline pipeline;
    private final KeptAnswers kept;
    private final Balances balances;
    private final TillRedemptionReturns redemptions;
    private final AccountMerges accounts;

    @Inject
    public TillReversals(
            TillContext till,
            CheckedItems checked,
            ItemPipeline pipeline,
            KeptAnswers kept,
            Balances balances,
            TillRedemptionReturns redemptions,
            AccountMerges accounts) {
        this.till = till;
        this.checked = checked;
        this.pipeline = pipeline;
        this.kept = kept;
        this.balances = balances;
        this.redemptions = redemptions;
        this.accounts = accounts;
    }

    CompletionStage<ReversalReceipt> reverse(
            Caller caller, OriginalPurchase purchase, String requestKey, ReturnedGoods goods) {
        Tenant tenant = till.tenantToCorrectFor(caller);
        return pipeline.post(caller, checked.refund(tenant, requestKey, purchase, goods))
                .thenApply(refund -> receipt(tenant, refund));
    }

    /** What was owed is read back even the first time: only the posting knew it between what came before and what comes after. */
    ReversalReceipt receipt(Tenant tenant, RefundItem refund) {
        Outcome.Posted posted = refund.posted();
        Optional<FiledReversal> told = kept.reversal(tenant.id(), posted.id());
        return new ReversalReceipt(
                posted.id(),
                refund.purchase(),
                posted.points(),
                told.flatMap(FiledReversal::owed).orElse(Points.ZERO),
                told.flatMap(FiledReversal::debtAfter)
                        .orElseGet(() -> balances.of(refund.purchase().member()).debt()),
                told.flatMap(FiledReversal::money),
                posted.availableAfter(),
                Optional.empty(),
                posted.replayed(),
                posted.underAnotherKey(),
                refund.hasNoReference());
    }

    /** Of what came back, the last that was this member's own: a friend may bring back what another guest bought. */
    Optional<ReversalReceipt> lastOf(MemberId member, List<ReversalReceipt> returns) {
        boolean isAllOwn =
                returns.stream().allMatch(back -> back.purchase().member().equals(member));
        Set<MemberId> person = isAllOwn ? Set.of(member) : accounts.samePerson(member);
        return returns.stream()
                .filter(back -> person.contains(back.purchase().member()))
                .reduce((earlier, last) -> last);
    }

    /** Of what came back on a ticket on which something was sold, too: with the points that had paid for it. */
    ReversalReceipt receipt(Tenant tenant, TicketReturnItem back) {
        ReversalReceipt taken = receipt(tenant, back.refund());
        return back.points()
                .map(points -> taken.with(redemptions.receipt(tenant, points)))
                .orElse(taken);
    }
}
