package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.Calculation;
import eu.kontor.checkout.api.Checkout.PurchaseOutcome;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.checkout.api.Checkout.Remarks;
import eu.kontor.checkout.api.Checkout.ReversalReceipt;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.domain.CardPolicy;
import eu.kontor.checkout.domain.CheckedPurchase;
import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs;
import eu.kontor.program.api.Programs.Earner;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Purchases as tills send them: one that waits for its answer, many at once, and what one would earn. */
@Service
public class TillPurchases {

    /** What is only calculated needs no reference. */
    private static final String NOT_ASKED = "-";

    private final TillContext till;
    private final CheckedItems checked;
    private final Programs programs;
    private final ItemPipeline pipeline;
    private final KeptAnswers kept;
    private final TicketDifferences differences;
    private final TillReversals reversals;

    @Inject
    public TillPurchases(
            TillContext till,
            CheckedItems checked,
            Programs programs,
            ItemPipeline pipeline,
            KeptAnswers kept,
            TicketDifferences differences,
            TillReversals reversals) {
        this.till = till;
        this.checked = checked;
        this.programs = programs;
        this.pipeline = pipeline;
        this.kept = kept;
        this.differences = differences;
        this.reversals = reversals;
    }

    CompletionStage<PurchaseReceipt> purchase(Caller caller, Purchase purchase) {
        Tenant tenant = till.tenantOf(caller);
        if (purchase.isExchange()) {
            return CompletableFuture.completedStage(exchange(caller, tenant, purchase));
        }
        SaleItem item = checked.sale(tenant, purchase);
        return pipeline.post(caller, item)
                .exceptionallyCompose(failure -> CompletableFuture.failedStage(item.refusal()
                        .<Throwable>map(refusal -> differences.explain(item, refusal))
                        .orElse(failure)))
                .thenApply(sale -> {
                    kept.explain(tenant.id(), List.of(sale));
                    return receipt(sale);
                });
    }

    List<PurchaseOutcome> purchases(Caller caller, List<Purchase> purchases) {
        if (purchases.size() > Ledger.MAX_BATCH) {
            throw new Refusal(RefusalCode.BATCH_TOO_LARGE, "limit", Ledger.MAX_BATCH);
        }
        Tenant tenant = till.tenantOf(caller);
        List<TillItem> batch = checked.sales(
                tenant,
                purchases.stream().filter(purchase -> !purchase.isExchange()).toList());
        pipeline.post(caller, tenant.id(), batch);
        kept.explain(tenant.id(), batch);
        Iterator<TillItem> posted = batch.iterator();
        return purchases.stream()
                .map(purchase ->
                        purchase.isExchange() ? exchangeOfBatch(caller, tenant, purchase) : outcome(posted.next()))
                .toList();
    }

    /** What came back on it may have been sold in the same batch: it is looked at when that is posted. */
    private PurchaseOutcome exchangeOfBatch(Caller caller, Tenant tenant, Purchase purchase) {
        try {
            return new PurchaseOutcome(Optional.of(exchange(caller, tenant, purchase)), Optional.empty());
        } catch (Refusal refusal) {
            return new PurchaseOutcome(Optional.empty(), Optional.of(refusal));
        }
    }

    private PurchaseReceipt exchange(Caller caller, Tenant tenant, Purchase purchase) {
        return postWhole(caller, tenant, checked.exchange(tenant, purchase));
    }

    /** @throws Refusal nothing of it was posted */
    PurchaseReceipt postWhole(Caller caller, Tenant tenant, TicketItem ticket) {
        try {
            pipeline.postWhole(caller, ticket);
        } catch (Refusal refusal) {
            throw differences.explain(ticket.sale(), refusal);
        }
        kept.explain(tenant.id(), List.of(ticket.sale()));
        PurchaseReceipt sold = receipt(ticket.sale());
        List<ReversalReceipt> returned = ticket.returns().stream()
                .map(back -> reversals.receipt(tenant, back))
                .toList();
        return sold.with(returned, reversals.lastOf(sold.id().member(), returned));
    }

    private PurchaseOutcome outcome(TillItem item) {
        return item instanceof SaleItem sale && sale.isAlive()
                ? new PurchaseOutcome(Optional.of(receipt(sale)), Optional.empty())
                : new PurchaseOutcome(
                        Optional.empty(), item.refusal().map(refusal -> differences.explain(item, refusal)));
    }

    /** Who asks again is told what the version said that answered first. */
    PurchaseReceipt receipt(SaleItem sale) {
        int version = sale.earning().programVersion();
        Program program = sale.sale().program();
        return sale.receipt(remarks(
                program.version() == version ? program : programs.version(sale.tenant(), version),
                sale.sale().purchase(),
                sale.sale().reference()));
    }

    private Remarks remarks(Program program, CheckedPurchase purchase, String reference) {
        MoneyAmount difference = purchase.sumOfLines().plus(purchase.amount().negated());
        return new Remarks(
                programs.unknownCategories(program, purchase.earningLines()),
                Optional.of(difference).filter(money -> money.amount().signum() != 0),
                reference.isBlank());
    }

    /** Without a card, or with one that nobody holds yet, for a guest of whom nothing is known. */
    Calculation calculate(Caller caller, Purchase purchase) {
        Tenant tenant = till.tenantOf(caller);
        Optional<Earner> earner = purchase.card() == null || purchase.card().isBlank()
                ? Optional.empty()
                : pipeline.earner(tenant.id(), CardPolicy.number(purchase.card(), till.coalition()));
        Program program = checked.program(tenant, purchase);
        CheckedPurchase possible = checked.purchase(tenant, program, purchase);
        return new Calculation(
                programs.evaluate(program, earner, possible.earningLines(), possible.amount(), possible.occasion()),
                till.coalition().pointsName(caller.language()),
                remarks(program, possible, NOT_ASKED));
    }
}
