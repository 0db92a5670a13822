package eu.kontor.outbox.application;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.application.BatchDelivery.Outcome;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.outbox.persistence.OutboxTable.TenantWork;
import eu.kontor.tenancy.api.BackgroundThreads;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries messages to their handlers, tenants beside each other: for each tenant batch after batch ({@link BatchDelivery}), and beside
 * them what needs an attempt of its own ({@link KeyDelivery}). Nothing is skipped, and messages with the same key are never handled out
 * of order.
 */
@Service
public class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Transactions transactions;
    private final OutboxTable table;
    private final ThreadFactory threads;
    private final DeliveryLimits limits;
    private final BatchDelivery batches;
    private final KeyDelivery keys;
    private final Set<TenantId> underWay = new HashSet<>();
    private final Map<TenantId, Integer> keyWorkers = new HashMap<>();

    @Inject
    public Delivery(Transactions transactions, OutboxTable table, Handlers handlers, BackgroundThreads threads) {
        this(transactions, table, handlers, threads.factory(), DeliveryLimits.USUAL);
    }

    public Delivery(
            Transactions transactions,
            OutboxTable table,
            Handlers handlers,
            ThreadFactory threads,
            DeliveryLimits limits) {
        this.transactions = transactions;
        this.table = table;
        this.threads = threads;
        this.limits = limits;
        this.batches = new BatchDelivery(
                transactions, table, handlers, new HandlerThreads(threads, limits.batchesAtOnce(), limits.batch()));
        this.keys = new KeyDelivery(
                transactions, table, handlers, new HandlerThreads(threads, limits.keysAtOnce(), limits.key()));
    }

    /** Outside a container. */
    public static Delivery of(Transactions transactions, OutboxTable table, Handlers handlers) {
        return new Delivery(
                transactions, table, handlers, Thread.ofPlatform().daemon().factory(), DeliveryLimits.USUAL);
    }

    /**
     * Delivers until nothing is due, and returns then.
     *
     * @return how many messages were delivered
     * @throws RuntimeException the first failure that is no handler's
     */
    public int deliverWaiting() {
        return deliverWaiting(() -> false);
    }

    /** @param stopping asked between batches; one that fails while it is true was cut off by the end of the server: nobody is to blame */
    int deliverWaiting(BooleanSupplier stopping) {
        int delivered = 0;
        DeliveryRound round;
        do {
            round = begin(stopping);
            delivered += round.await();
        } while (round.isWorthAnother());
        return delivered;
    }

    /** Has everything that is due delivered in the background, unless it is being delivered already. */
    DeliveryRound begin(BooleanSupplier stopping) {
        DeliveryRound round = new DeliveryRound();
        if (!stopping.getAsBoolean()) {
            for (TenantWork work : transactions.asOperator(table::tenantsWithMessages)) {
                if (work.isFresh() && enter(work.tenant())) {
                    round.start(threads, () -> deliverTo(work.tenant(), round, stopping));
                }
                if (work.isDue()) {
                    startKeys(work.tenant(), round, stopping);
                }
            }
        }
        return round;
    }

    private void deliverTo(TenantId tenant, DeliveryRound round, BooleanSupplier stopping) {
        try {
            Outcome outcome = Outcome.MORE;
            while (outcome.isMore() && !stopping.getAsBoolean()) {
                outcome = batches.deliver(tenant, round, stopping);
                if (outcome.isSetApart()) {
                    startKeys(tenant, round, stopping);
                }
            }
        } catch (RuntimeException failure) {
            failed(tenant, round, stopping, failure);
        } finally {
            leave(tenant);
        }
    }

    private void startKeys(TenantId tenant, DeliveryRound round, BooleanSupplier stopping) {
        while (!stopping.getAsBoolean() && enterKeys(tenant)) {
            round.start(threads, () -> deliverKeys(tenant, round, stopping));
        }
    }

    private void deliverKeys(TenantId tenant, DeliveryRound round, BooleanSupplier stopping) {
        try {
            boolean more = true;
            while (more && !stopping.getAsBoolean()) {
                more = keys.deliver(tenant, round, stopping);
            }
        } catch (RuntimeException failure) {
            failed(tenant, round, stopping, failure);
        } finally {
            leaveKeys(tenant);
        }
    }

    private static void failed(
            TenantId tenant, DeliveryRound round, BooleanSupplier stopping, RuntimeException failure) {
        if (failure instanceof Refusal refusal && refusal.code() == RefusalCode.TENANT_UPDATING) {
            LOG.debug("Messages of tenant {} wait for its schema", tenant.value());
            return;
        }
        round.failed(failure);
        if (stopping.getAsBoolean()) {
            LOG.info(
                    "A delivery to tenant {} was cut off by the end of the server and is repeated later",
                    tenant.value());
        } else {
            LOG.warn(
                    "Messages of tenant {} could not be delivered now and will be tried again",
                    tenant.value(),
                    failure);
        }
    }

    private synchronized boolean enter(TenantId tenant) {
        return underWay.add(tenant);
    }

    private synchronized void leave(TenantId tenant) {
        underWay.remove(tenant);
    }

    private synchronized boolean enterKeys(TenantId tenant) {
        int working = keyWorkers.getOrDefault(tenant, 0);
        if (working == limits.keysOfOneTenant()) {
            return false;
        }
        keyWorkers.put(tenant, working + 1);
        return true;
    }

    private synchronized void leaveKeys(TenantId tenant) {
        keyWorkers.computeIfPresent(tenant, (same, working) -> working == 1 ? null : working - 1);
    }
}
