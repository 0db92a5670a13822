package eu.kontor.ledger.faults;

import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.PostingQueue;
import eu.kontor.ledger.application.GatheringQueue;
import eu.kontor.outbox.application.OutboxWriter;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.proof.seal.LedgerSeals;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.DatabaseWire;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.util.List;

/**
 * A ledger as production has it (queue, posters, outbox table, seals) over a database server of its own that a test may ill-treat.
 * Nobody carries the outbox away, so that it shows what was told.
 */
final class FaultyLedger implements AutoCloseable {

    private static final int CONNECTIONS = 12;

    final KontorDatabase database = KontorDatabase.fresh();
    final List<TenantId> partners = List.of(database.tenant("hotel"), database.tenant("cafe"));
    final DatabaseWire wire = database.wire();
    final CheckedLedger ledger;
    final LedgerSeals seals;

    private final GatheringQueue queue;

    private FaultyLedger(boolean overWire) {
        Transactions transactions = database.transactions(
                overWire ? database.applicationPool(CONNECTIONS, wire) : database.applicationPool(CONNECTIONS));
        ledger = new CheckedLedger(transactions, new OutboxWriter(new OutboxTable()));
        seals = new LedgerSeals(transactions, ledger.clock);
        queue = new GatheringQueue(ledger.poster, transactions, Thread::new);
        ledger.windows.all();
    }

    static FaultyLedger direct() {
        return new FaultyLedger(false);
    }

    /** Over {@link #wire}, which can be cut. */
    static FaultyLedger overItsWire() {
        return new FaultyLedger(true);
    }

    PostingQueue queue() {
        return queue;
    }

    @Override
    public void close() {
        queue.stop();
        wire.close();
        database.server().close();
    }
}
