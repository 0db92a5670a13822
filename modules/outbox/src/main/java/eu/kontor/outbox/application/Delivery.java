package eu.kontor.outbox.application;

import eu.kontor.tenancy.api.Component;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.News;
import eu.kontor.outbox.api.Subscriber;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.outbox.persistence.OutboxTable.Waiting;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of carrying news.
 *
 * <p>A batch of one tenant is heard and deleted in one transaction. If a subscriber fails on it, the batch is tried again item by item,
 * and only the members whose news fails have to wait (see {@link PatiencePolicy}); everybody else's goes on. Nothing is skipped, and a
 * member's news is never heard out of order.
 */
@Component
public class Delivery {

    /** Large enough that a transaction's cost is shared by many, small enough that a crash repeats little. */
    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Transactions transactions;
    private final OutboxTable table;
    private final Map<String, List<Subscriber>> subscribers;
    private final PatiencePolicy patience;

    @Inject
    public Delivery(Transactions transactions, OutboxTable table, Instance<Subscriber> subscribers, Clock clock) {
        this(transactions, table, subscribers.stream().toList(), clock);
    }

    public Delivery(Transactions transactions, OutboxTable table, List<Subscriber> subscribers, Clock clock) {
        this.transactions = transactions;
        this.table = table;
        this.subscribers = subscribers.stream().collect(Collectors.groupingBy(Subscriber::topic));
        this.patience = new PatiencePolicy(clock);
    }

    /** Carries what is waiting now, batch after batch. @return how much news was delivered */
    public int deliverWaiting() {
        return deliverWaiting(() -> false);
    }

    /**
     * The same until told to stop.
     *
     * @param stopping asked between batches; a batch that fails while it is true was cut off by the end of the server: nobody is to
     *     blame, and it is not tried item by item
     */
    int deliverWaiting(BooleanSupplier stopping) {
        int delivered = 0;
        for (TenantId tenant : transactions.asOperator(table::tenantsWithNews)) {
            int inBatch;
            do {
                inBatch = stopping.getAsBoolean() ? 0 : deliverTo(tenant, stopping);
                delivered += inBatch;
            } while (inBatch == BATCH);
        }
        return delivered;
    }

    private int deliverTo(TenantId tenant, BooleanSupplier stopping) {
        List<MemberId> except = patience.mustWait(tenant);
        try {
            return transactions.asCourier(tenant, unit -> batch(unit, tenant, except, BATCH));
        } catch (RuntimeException failure) {
            if (stopping.getAsBoolean()) {
                throw failure;
            }
            LOG.warn("a batch of news for tenant {} failed and is tried item by item", tenant.value(), failure);
            return oneByOne(tenant, stopping);
        }
    }

    private int oneByOne(TenantId tenant, BooleanSupplier stopping) {
        int delivered = 0;
        for (int i = 0; i < BATCH && !stopping.getAsBoolean(); i++) {
            List<MemberId> except = patience.mustWait(tenant);
            List<Waiting> next = new ArrayList<>();
            try {
                int one = transactions.asCourier(tenant, unit -> {
                    next.addAll(table.oldest(unit, tenant, except, 1));
                    return batch(unit, tenant, except, 1);
                });
                if (one == 0) {
                    return delivered;
                }
                delivered += one;
                patience.succeeded(tenant, next.getFirst().news().member());
            } catch (RuntimeException failure) {
                if (next.isEmpty() || stopping.getAsBoolean()) {
                    throw failure;
                }
                News stuck = next.getFirst().news();
                LOG.error(
                        "news {} about {} for tenant {} cannot be delivered yet",
                        next.getFirst().id(),
                        stuck.topic(),
                        tenant.value(),
                        failure);
                patience.failed(tenant, stuck.member());
            }
        }
        return delivered;
    }

    private int batch(UnitOfWork unit, TenantId tenant, List<MemberId> except, int limit) throws SQLException {
        if (!table.take(unit, tenant)) {
            return 0;
        }
        List<Waiting> waiting = table.oldest(unit, tenant, except, limit);
        if (waiting.isEmpty()) {
            return 0;
        }
        Map<String, List<News>> byTopic = waiting.stream()
                .map(Waiting::news)
                .collect(Collectors.groupingBy(News::topic, LinkedHashMap::new, Collectors.toList()));
        byTopic.forEach((topic, news) ->
                subscribers.getOrDefault(topic, List.of()).forEach(subscriber -> subscriber.hear(unit, tenant, news)));
        table.delete(unit, tenant, waiting);
        return waiting.size();
    }
}
