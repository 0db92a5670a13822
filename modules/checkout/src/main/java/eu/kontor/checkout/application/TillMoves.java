package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.MoveReceipt;
import eu.kontor.checkout.api.Checkout.MoveRequest;
import eu.kontor.checkout.api.Checkout.Remarks;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.application.CheckedStamps.CheckedStamp;
import eu.kontor.checkout.application.DeskLimits.Leaving;
import eu.kontor.checkout.application.RefundItem.CheckedRefund;
import eu.kontor.checkout.application.SoldPurchases.Movable;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.checkout.persistence.FiledAnswers.FiledReversal;
import eu.kontor.checkout.persistence.FiledPurchases.FiledPurchase;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The wrong card: a purchase is taken back from one member and earned by another, both or neither. Both postings have the purchase's own
 * business date, so that they settle in one window at one price.
 */
@Service
public class TillMoves {

    private final TillContext till;
    private final CheckedItems checked;
    private final ItemPipeline pipeline;
    private final Transactions transactions;
    private final SoldPurchases sold;
    private final Ledger ledger;
    private final KeptAnswers kept;

    @Inject
    public TillMoves(
            TillContext till,
            CheckedItems checked,
            ItemPipeline pipeline,
            Transactions transactions,
            SoldPurchases sold,
            Ledger ledger,
            KeptAnswers kept) {
        this.till = till;
        this.checked = checked;
        this.pipeline = pipeline;
        this.transactions = transactions;
        this.sold = sold;
        this.ledger = ledger;
        this.kept = kept;
    }

    MoveReceipt move(Caller caller, MoveRequest request) {
        Tenant tenant = till.tenantToCorrectFor(caller);
        String key = FieldPolicy.requestKey(request.requestKey());
        PostingId from = PostingId.parse(request.purchase(), RefusalCode.PURCHASE_UNKNOWN);
        Movable wrong = wrongCard(tenant, from, key);
        SaleItem sale = onTheRightCard(tenant, wrong, request.card());
        pipeline.beginMove(
                caller,
                sale,
                new Leaving(from.member(), Points.of(wrong.purchase().points()), request.confirmationCode()));
        Posting reversal = new Posting.Reverse(
                CanonicalRequest.move(key, from.text(), sale.sale().card()),
                from.member(),
                tenant.id(),
                sale.sale().purchase().businessDate(),
                from,
                Optional.empty(),
                Optional.of(TillMessages.reversed(reversal(from, sale))));
        Outcome.Posted takenBack =
                pipeline.countingUnknown(sale, () -> transactions.asPoster(unit -> post(sale, reversal)));
        if (!takenBack.replayed()) {
            pipeline.moved(caller);
        }
        kept.explain(tenant.id(), List.of(sale));
        return new MoveReceipt(
                sale.receipt(Remarks.NONE),
                from,
                takenBack.points(),
                kept.reversal(tenant.id(), takenBack.id())
                        .flatMap(FiledReversal::debtAfter)
                        .orElse(Points.ZERO));
    }

    /** All of it, on the day of the purchase. */
    private static CheckedRefund reversal(PostingId from, SaleItem sale) {
        return new CheckedRefund(
                sale.sale().request(),
                from,
                Optional.empty(),
                Optional.empty(),
                new CheckedStamp(
                        sale.sale().purchase().businessDate(),
                        sale.sale().purchase().outlet().id(),
                        sale.sale().reference()),
                Optional.empty());
    }

    private Movable wrongCard(Tenant tenant, PostingId from, String key) {
        Movable found = sold.toMove(tenant, from, key);
        if (found.ticket().paidWithPoints()) {
            throw new Refusal(RefusalCode.MOVE_OF_POINTS_THAT_PAID, "id", from.text());
        }
        FiledPurchase first = found.purchase();
        if (!first.reversed() && !first.reversals().isEmpty()) {
            throw new Refusal(RefusalCode.MOVE_OF_WHAT_WAS_RETURNED, "id", from.text());
        }
        return found;
    }

    private SaleItem onTheRightCard(Tenant tenant, Movable found, String card) {
        FiledPurchase first = found.purchase();
        SaleItem sale = checked.sale(
                tenant,
                new Purchase(
                        FieldPolicy.requestKey(found.earnedUnder()),
                        card,
                        TenantVisits.outletCode(tenant, first.outletId()),
                        first.amount(),
                        first.currency(),
                        first.lines(),
                        first.businessDate(),
                        first.businessTime(),
                        first.reference(),
                        first.amount().signum() == 0));
        if (sale.sale().card().equals(found.ticket().cardNumber())) {
            throw new Refusal(RefusalCode.MOVE_TO_THE_SAME_CARD, "card", card);
        }
        return sale.rungUpAnew();
    }

    /** A refusal of either ends the transaction. */
    private Outcome.Posted post(SaleItem sale, Posting reversal) {
        List<TillItem> items = List.of(sale);
        pipeline.resolveAndEvaluate(items);
        orRefuse(sale.refusal());
        pipeline.enrol(sale.tenant(), ItemPipeline.newcomers(items));
        List<Outcome> outcomes = ledger.post(List.of(reversal.by(sale.by()), sale.step()));
        sale.answered(outcomes.getLast());
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Refused refused) {
                throw RefusalOf.outcome(refused);
            }
        }
        return (Outcome.Posted) outcomes.getFirst();
    }

    private static void orRefuse(Optional<Refusal> refusal) {
        refusal.ifPresent(reason -> {
            throw reason;
        });
    }
}
