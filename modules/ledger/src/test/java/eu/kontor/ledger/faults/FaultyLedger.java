package eu.kontor.ledger.faults;

import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.PostingQueue;
import eu.kontor.ledger.application.GatheringQueue;
import eu.kontor.ledger.seal.LedgerSeals;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.outbox.application.OutboxWriter;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.util.List;
import javax.sql.DataSource;

/**
 * A ledger as production has it (queue, posters, outbox table, seals) over a database server of its own that a test may ill-treat.
 * Nobody carries the outbox away, so that it shows what was told.
 */
final class FaultyLedger implements AutoCloseable {

    final KontorDatabase database = KontorDatabase.fresh();
    final List<TenantId> partners = List.of(database.tenant("hotel"), database.tenant("cafe"));
    final TestLedger ledger;
    final LedgerSeals seals;

    private final GatheringQueue queue;

    FaultyLedger() {
        this(database -> database.applicationPool(12));
    }

    /** @param way how the ledger reaches the database: the pool that it posts through */
    FaultyLedger(Way way) {
        Transactions transactions = database.transactions(way.to(database));
        ledger = new TestLedger(transactions, new OutboxWriter(new OutboxTable()));
        seals = new LedgerSeals(transactions, ledger.clock);
        queue = new GatheringQueue(ledger.poster, transactions, Thread::new);
        ledger.windows.all();
    }

    interface Way {
        DataSource to(KontorDatabase database);
    }

    PostingQueue queue() {
        return queue;
    }

    @Override
    public void close() {
        queue.stop();
        database.server().close();
    }
}
