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
 * when the next one is due: whoever dies in it has failed like everyone else, and no node has to remember anything. After its last attempt
 * ({@link PatiencePolicy}) it is set aside with its reason.
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
        AtomicReference<Taken> taken = new AtomicReference<>(Taken.NONE);
        try {
            threads.run(line -> {
                Taken one = stopping.getAsBoolean() ? Taken.NONE : take(tenant, round);
                taken.set(one);
                one.toTry().ifPresent(due -> attempt(line, tenant, due.waiting(), round));
                return one;
            });
        } catch (RuntimeException failure) {
            Due failed = taken.get().toTry().orElse(null);
            if (failed == null || stopping.getAsBoolean()) {
                throw failure;
            }
            failed(failed, failure, round);
        }
        return taken.get().isThere();
    }

    /**
     * @param isThere a message's time had come
     * @param toTry that message, unless it has had all its attempts
     */
    private record Taken(boolean isThere, Optional<Due> toTry) {
        private static final Taken NONE = new Taken(false, Optional.empty());
        private static final Taken SET_ASIDE = new Taken(true, Optional.empty());
    }

    /** A span longer than the attempt: whatever is due is not under way. One whose last attempt never ended gets no other. */
    private Taken take(TenantId tenant, DeliveryRound round) {
        return transactions.asRelay(tenant, unit -> {
            Optional<Due> due = table.due(unit, tenant);
            if (due.isEmpty()) {
                return Taken.NONE;
            }
            Due one = due.get();
            if (one.attempts() >= attempts(one)) {
                setAside(unit, one, one.attempts(), FailureReason.NEVER_ENDED);
                round.freed();
                return Taken.SET_ASIDE;
            }
            int attempt = one.attempts() + 1;
            Duration span = threads.limit().plus(PatiencePolicy.after(attempt));
            table.defer(unit, one.waiting(), attempt, span);
            return new Taken(true, due);
        });
    }

    private void failed(Due failed, RuntimeException failure, DeliveryRound round) {
        Message message = failed.waiting().message();
        int attempt = failed.attempts() + 1;
        boolean isCounted = !FailureReason.isNoFaultOfTheMessage(failure);
        boolean isLast = isCounted && attempt >= attempts(failed);
        LOG.error(
                "Message {} ({}, key {}) of tenant {} {}; attempt {}",
                failed.waiting().id(),
                message.topic(),
                message.key(),
                message.tenant().value(),
                isLast ? "is set aside: it cannot be handled" : "cannot be handled yet",
                attempt,
                failure);
        transactions.asRelay(message.tenant(), unit -> {
            if (isLast) {
                setAside(unit, failed, attempt, FailureReason.of(failure));
                round.freed();
            } else {
                int counted = isCounted ? attempt : uncounted(failed);
                table.defer(unit, failed.waiting(), counted, PatiencePolicy.after(attempt));
            }
            return failed;
        });
    }

    /**
     * What is no fault of the message makes it wait longer, but only to half its attempts: with all but one gone, the first deadlock after
     * a long night without a database would set it aside, and so would a server that ends in the attempt.
     */
    private int uncounted(Due failed) {
        return Math.max(failed.attempts(), Math.min(failed.attempts() + 1, attempts(failed) / 2));
    }

    private void setAside(UnitOfWork unit, Due one, int attempts, FailureReason reason) throws SQLException {
        boolean holdsItsKey = !handlers.mayBeOvertaken(one.waiting().message().topic());
        table.setAside(unit, one.waiting(), attempts, holdsItsKey, reason.why().name(), reason.detail());
    }

    private int attempts(Due one) {
        return PatiencePolicy.attempts(
                handlers.leavesTheHouse(one.waiting().message().topic()));
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
