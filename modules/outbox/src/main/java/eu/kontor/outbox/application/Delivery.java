package eu.kontor.outbox.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.MessageHandler;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.outbox.persistence.OutboxTable.Waiting;
import eu.kontor.tenancy.api.Service;
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
 * One round of carrying messages.
 *
 * <p>A batch of one tenant is heard and deleted in one transaction. If a subscriber fails on it, the batch is tried again item by item,
 * and only the members whose messages fails have to wait (see {@link PatiencePolicy}); everybody else's goes on. Nothing is skipped, and a
 * member's messages is never heard out of order.
 */
@Service
public class Delivery {

    /** Large enough that a transaction's cost is shared by many, small enough that a crash repeats little. */
    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Transactions transactions;
    private final OutboxTable table;
    private final Map<String, List<MessageHandler>> subscribers;
    private final PatiencePolicy patience;

    @Inject
    public Delivery(Transactions transactions, OutboxTable table, Instance<MessageHandler> subscribers, Clock clock) {
        this(transactions, table, subscribers.stream().toList(), clock);
    }

    public Delivery(Transactions transactions, OutboxTable table, List<MessageHandler> subscribers, Clock clock) {
        this.transactions = transactions;
        this.table = table;
        this.subscribers = subscribers.stream().collect(Collectors.groupingBy(MessageHandler::topic));
        this.patience = new PatiencePolicy(clock);
    }

    /** Carries what is waiting now, batch after batch. @return how much messages was delivered */
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
        for (TenantId tenant : transactions.asOperator(table::tenantsWithMessages)) {
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
            return transactions.asRelay(tenant, unit -> batch(unit, tenant, except, BATCH));
        } catch (RuntimeException failure) {
            if (stopping.getAsBoolean()) {
                throw failure;
            }
            LOG.warn("a batch of messages for tenant {} failed and is tried item by item", tenant.value(), failure);
            return oneByOne(tenant, stopping);
        }
    }

    private int oneByOne(TenantId tenant, BooleanSupplier stopping) {
        int delivered = 0;
        for (int i = 0; i < BATCH && !stopping.getAsBoolean(); i++) {
            List<MemberId> except = patience.mustWait(tenant);
            List<Waiting> next = new ArrayList<>();
            try {
                int one = transactions.asRelay(tenant, unit -> {
                    next.addAll(table.oldest(unit, tenant, except, 1));
                    return batch(unit, tenant, except, 1);
                });
                if (one == 0) {
                    return delivered;
                }
                delivered += one;
                patience.succeeded(tenant, next.getFirst().messages().member());
            } catch (RuntimeException failure) {
                if (next.isEmpty() || stopping.getAsBoolean()) {
                    throw failure;
                }
                Message stuck = next.getFirst().messages();
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
        Map<String, List<Message>> byTopic = waiting.stream()
                .map(Waiting::messages)
                .collect(Collectors.groupingBy(Message::topic, LinkedHashMap::new, Collectors.toList()));
        byTopic.forEach((topic, messages) -> subscribers
                .getOrDefault(topic, List.of())
                .forEach(subscriber -> subscriber.handle(unit, tenant, messages)));
        table.delete(unit, tenant, waiting);
        return waiting.size();
    }
}
