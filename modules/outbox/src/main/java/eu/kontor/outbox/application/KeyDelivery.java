package eu.kontor.outbox.application;

import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.OutwardHandler;
import eu.kontor.outbox.application.HandlerThreads.Line;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.outbox.persistence.OutboxTable.Due;
import eu.kontor.outbox.persistence.OutboxTable.Waiting;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One message by itself, because its handler failed in a batch or because it leaves the house. Before the attempt begins the row says
 * when the next one is due: whoever dies in it has failed like everyone else, and no node has to remember anything.
 */
final class KeyDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(KeyDelivery.class);

    private final Transactions transactions;
    private final OutboxTable table;
    private final Handlers handlers;
    private final HandlerThreads threads;

    KeyDelivery(Transactions transactions, OutboxTable table, Handlers handlers, HandlerThreads threads) {
        this.transactions = transactions;
        this.table = table;
        this.handlers = handlers;
        this.threads = threads;
    }

    /** @return whether there was a message to try */
    boolean deliver(TenantId tenant, DeliveryRound round, BooleanSupplier stopping) {
        AtomicReference<Due> taken = new AtomicReference<>();
        try {
            threads.run(line -> {
                Optional<Due> due = stopping.getAsBoolean() ? Optional.empty() : take(tenant);
                due.ifPresent(taken::set);
                due.ifPresent(one -> attempt(line, tenant, one.waiting(), round));
                return due;
            });
        } catch (RuntimeException failure) {
            Due failed = taken.get();
            if (failed == null || stopping.getAsBoolean()) {
                throw failure;
            }
            Message message = failed.waiting().message();
            LOG.error(
                    "Message {} ({}, key {}) of tenant {} cannot be handled yet; attempt {}",
                    failed.waiting().id(),
                    message.topic(),
                    message.key(),
                    tenant.value(),
                    failed.attempts() + 1,
                    failure);
            defer(failed, PatiencePolicy.after(failed.attempts() + 1));
        }
        return taken.get() != null;
    }

    /** A span longer than the attempt: whatever is due is not under way. */
    private Optional<Due> take(TenantId tenant) {
        return transactions.asRelay(tenant, unit -> {
            Optional<Due> due = table.due(unit, tenant);
            if (due.isPresent()) {
                int attempt = attempt(due.get());
                Duration span = threads.limit().plus(PatiencePolicy.after(attempt));
                table.defer(unit, due.get().waiting(), attempt, span);
            }
            return due;
        });
    }

    private void defer(Due failed, Duration span) {
        transactions.asRelay(failed.waiting().message().tenant(), unit -> {
            table.defer(unit, failed.waiting(), attempt(failed), span);
            return failed;
        });
    }

    private static int attempt(Due due) {
        return Math.min(due.attempts() + 1, PatiencePolicy.MOST_ATTEMPTS);
    }

    private void attempt(Line line, TenantId tenant, Waiting one, DeliveryRound round) {
        List<Departure<?>> departures = new ArrayList<>();
        for (OutwardHandler<?> handler : handlers.outwards(one.message().topic())) {
            departures.add(send(line, tenant, one.message(), handler));
        }
        transactions.asRelay(tenant, line.through(unit -> conclude(unit, tenant, one, departures)));
        round.delivered(1);
    }

    private <D> Departure<D> send(Line line, TenantId tenant, Message message, OutwardHandler<D> handler) {
        D departure = transactions.asRelay(tenant, line.through(unit -> handler.prepare(unit, tenant, message)));
        handler.send(departure);
        return new Departure<>(handler, departure);
    }

    /** What waited behind it is due at once. */
    private int conclude(UnitOfWork unit, TenantId tenant, Waiting one, List<Departure<?>> departures)
            throws SQLException {
        List<Waiting> ours = table.delete(unit, tenant, List.of(one));
        if (!ours.isEmpty()) {
            handlers.handle(unit, tenant, List.of(one.message()));
            departures.forEach(departure -> departure.conclude(unit, tenant));
            table.defer(unit, one, 0, Duration.ZERO);
        }
        return ours.size();
    }

    private record Departure<D>(OutwardHandler<D> handler, D left) {
        private void conclude(UnitOfWork unit, TenantId tenant) {
            handler.conclude(unit, tenant, left);
        }
    }
}
