package eu.kontor.outbox.application;

import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.outbox.persistence.OutboxTable.Waiting;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of nearly every message: many of one tenant are handled and deleted in one transaction. If that fails or takes too long, each
 * of them is set apart, to be tried by itself ({@link KeyDelivery}); so is, from the beginning, what leaves the house. They are
 * deleted before they are handled: another node that believes to be the relay waits there, and finds them gone.
 */
final class BatchDelivery {

    /** Large enough that a transaction's cost is shared by many, small enough that a crash repeats little. */
    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(BatchDelivery.class);

    private final Transactions transactions;
    private final OutboxTable table;
    private final Handlers handlers;
    private final HandlerThreads threads;

    BatchDelivery(Transactions transactions, OutboxTable table, Handlers handlers, HandlerThreads threads) {
        this.transactions = transactions;
        this.table = table;
        this.handlers = handlers;
        this.threads = threads;
    }

    /**
     * @param isMore there may be more
     * @param isSetApart some are due by themselves now
     */
    record Outcome(boolean isMore, boolean isSetApart) {
        static final Outcome MORE = new Outcome(true, false);
    }

    Outcome deliver(TenantId tenant, DeliveryRound round, BooleanSupplier stopping) {
        AtomicReference<List<Waiting>> batch = new AtomicReference<>(List.of());
        try {
            int delivered = threads.run(line -> stopping.getAsBoolean()
                    ? 0
                    : transactions.asRelay(tenant, line.through(unit -> deliver(unit, tenant, batch))));
            round.delivered(delivered);
            return new Outcome(
                    batch.get().size() == BATCH, delivered < batch.get().size());
        } catch (RuntimeException failure) {
            List<Waiting> apart = batch.get();
            if (stopping.getAsBoolean() || apart.isEmpty()) {
                throw failure;
            }
            LOG.warn(
                    "A batch of {} messages of tenant {} was not handled; each is tried by itself",
                    apart.size(),
                    tenant.value(),
                    failure);
            transactions.asRelay(tenant, unit -> {
                table.setApart(unit, tenant, apart);
                return apart;
            });
            return new Outcome(apart.size() == BATCH, true);
        }
    }

    private int deliver(UnitOfWork unit, TenantId tenant, AtomicReference<List<Waiting>> batch) throws SQLException {
        List<Waiting> fresh = table.fresh(unit, tenant, BATCH);
        batch.set(fresh);
        if (fresh.isEmpty()) {
            return 0;
        }
        List<Waiting> together = new ArrayList<>();
        List<Waiting> apart = new ArrayList<>();
        split(fresh, together, apart);
        if (!apart.isEmpty()) {
            table.setApart(unit, tenant, apart);
        }
        List<Waiting> ours = table.delete(unit, tenant, together);
        handlers.handle(unit, tenant, ours.stream().map(Waiting::message).toList());
        return ours.size();
    }

    /** What follows on a message that leaves the house waits with it. */
    private void split(List<Waiting> fresh, List<Waiting> together, List<Waiting> apart) {
        Set<String> keysApart = new HashSet<>();
        for (Waiting one : fresh) {
            if (handlers.leavesTheHouse(one.message().topic())) {
                keysApart.add(one.message().key());
            }
            (keysApart.contains(one.message().key()) ? apart : together).add(one);
        }
    }
}
