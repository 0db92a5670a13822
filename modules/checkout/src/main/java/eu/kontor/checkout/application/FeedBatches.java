package eu.kontor.checkout.application;

import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.checkout.api.OriginalPurchase;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.application.FeedBatch.Asked;
import eu.kontor.checkout.application.FeedBatch.Correcting;
import eu.kontor.checkout.application.FeedBatch.Rooms;
import eu.kontor.checkout.domain.FileKeys;
import eu.kontor.checkout.domain.TicketPolicy;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Batches of files: checked, resolved and evaluated here, ready to be posted in their turn. */
@Service
public class FeedBatches implements FeedPosting {

    private final TillContext till;
    private final CheckedItems checked;
    private final Transactions transactions;
    private final ItemPipeline pipeline;
    private final TicketCorrections corrections;
    private final ToldRedemptions told;
    private final ReturnsOfFiles returned;

    @Inject
    public FeedBatches(
            TillContext till,
            CheckedItems checked,
            Transactions transactions,
            ItemPipeline pipeline,
            TicketCorrections corrections,
            ToldRedemptions told,
            ReturnsOfFiles returned) {
        this.told = told;
        this.returned = returned;
        this.till = till;
        this.checked = checked;
        this.transactions = transactions;
        this.pipeline = pipeline;
        this.corrections = corrections;
    }

    @Override
    public Prepared prepare(ActorId by, TenantId tenant, List<TillLine> lines, Corrections mode) {
        List<TillLine> keyed = lines.stream().map(FileKeys::keyed).toList();
        Instant asked = till.now();
        List<TillItem> batch = told.among(tenant, checked.lines(till.active(tenant), keyed));
        ItemPipeline.inTheNameOf(by, batch);
        if (batch.stream().anyMatch(TillItem::isAlive)) {
            transactions.asPoster(unit -> {
                pipeline.resolveAndEvaluate(batch);
                return null;
            });
        }
        lookUpWhatPointsPaid(tenant, batch);
        Map<TillItem, PostingId> held =
                mode == Corrections.HOLD ? takenBackByTheirState(tenant, keyed, batch) : Map.of();
        return new FeedBatch(
                new Rooms(till, transactions, pipeline, corrections, told, returned),
                tenant,
                batch,
                new Correcting(mode, held),
                new Asked(asked, Set.of()));
    }

    /** Of sales that are called off: those that points paid for a part of were told before the file came. */
    private void lookUpWhatPointsPaid(TenantId tenant, List<TillItem> batch) {
        Map<CalledOffItem, Ticket> tickets = new IdentityHashMap<>();
        for (TillItem item : batch) {
            if (item.isAlive() && item instanceof CalledOffItem call && !call.isOfRedemption()) {
                call.ticket().ifPresent(ticket -> tickets.put(call, ticket));
            }
        }
        Map<Ticket, PostingId> standing = corrections.standing(tenant, List.copyOf(tickets.values()));
        tickets.forEach((call, ticket) -> Optional.ofNullable(standing.get(ticket))
                .ifPresent(sale -> returned.hold(tenant, sale)
                        .ifPresent(hold -> call.paidBy(new CalledOffItem.PaidSale(sale, hold)))));
    }

    /** Sales of which a state says that nothing is left, and that stand. Those before them in the file are committed by now. */
    private Map<TillItem, PostingId> takenBackByTheirState(
            TenantId tenant, List<TillLine> lines, List<TillItem> batch) {
        Map<TillItem, Ticket> tickets = new IdentityHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            TillItem item = batch.get(i);
            if (item.isAlive()
                    && lines.get(i) instanceof TillLine.Refund refund
                    && refund.goods().isEverything()
                    && refund.purchase() instanceof OriginalPurchase.ByWords(OwnWords words)) {
                int outlet = TenantTillRecords.outlet(till.active(tenant), words);
                TicketPolicy.named(outlet, words.businessDate(), words.reference())
                        .ifPresent(ticket -> tickets.put(item, ticket));
            }
        }
        Map<Ticket, PostingId> standing = corrections.standing(tenant, List.copyOf(tickets.values()));
        Map<TillItem, PostingId> held = new IdentityHashMap<>();
        tickets.forEach(
                (item, ticket) -> Optional.ofNullable(standing.get(ticket)).ifPresent(first -> held.put(item, first)));
        return held;
    }
}
