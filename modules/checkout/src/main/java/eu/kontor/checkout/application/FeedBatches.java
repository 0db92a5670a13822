package eu.kontor.checkout.application;

import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.application.FeedBatch.Rooms;
import eu.kontor.checkout.domain.FileKeys;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.List;

/** Batches of files: checked, resolved and evaluated here, ready to be posted in their turn. */
@Service
public class FeedBatches implements FeedPosting {

    private final TillContext till;
    private final CheckedItems checked;
    private final Transactions transactions;
    private final ItemPipeline pipeline;
    private final TicketCorrections corrections;

    @Inject
    public FeedBatches(
            TillContext till,
            CheckedItems checked,
            Transactions transactions,
            ItemPipeline pipeline,
            TicketCorrections corrections) {
        this.till = till;
        this.checked = checked;
        this.transactions = transactions;
        this.pipeline = pipeline;
        this.corrections = corrections;
    }

    @Override
    public Prepared prepare(ActorId by, TenantId tenant, List<TillLine> lines) {
        List<TillItem> batch = checked.lines(
                till.active(tenant), lines.stream().map(FileKeys::keyed).toList());
        ItemPipeline.inTheNameOf(by, batch);
        if (batch.stream().anyMatch(TillItem::isAlive)) {
            transactions.asPoster(unit -> {
                pipeline.resolveAndEvaluate(batch);
                return null;
            });
        }
        return new FeedBatch(new Rooms(till, transactions, pipeline, corrections), tenant, batch);
    }
}
