package eu.kontor.ledger.application;

import eu.kontor.ledger.api.Holds;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.persistence.OverdueRows;
import eu.kontor.ledger.persistence.OverdueRows.Holder;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Releases holds that are past their time, a thousand members to a transaction. */
@Service
public class OverdueHolds implements Holds {

    /** What ended before that is left to {@link #releaseLongOverdue}. */
    private static final Duration LATELY = Duration.ofDays(7);

    /** A hold that was written while an earlier look was under way may have ended before that look. */
    private static final Duration STILL_BEING_WRITTEN = Duration.ofHours(1);

    private final Transactions transactions;
    private final LedgerCalendar calendar;

    /** Empty after a start; another server may have looked later, which only makes this one look at more. */
    private volatile Optional<Instant> lookedUntil = Optional.empty();

    @Inject
    public OverdueHolds(Transactions transactions, LedgerCalendar calendar) {
        this.transactions = transactions;
        this.calendar = calendar;
    }

    @Override
    public long releaseOverdue() {
        Instant now = calendar.now();
        Instant since = since(now);
        long released = 0;
        List<Long> members = overdueMembers(0, since, now);
        while (!members.isEmpty()) {
            released += release(members);
            members = overdueMembers(members.getLast(), since, now);
        }
        lookedUntil = Optional.of(now);
        return released;
    }

    @Override
    public long releaseLongOverdue() {
        Instant now = calendar.now();
        long released = 0;
        List<Holder> holders = holders(0, now);
        while (!holders.isEmpty()) {
            List<Long> overdue = holders.stream()
                    .filter(Holder::overdue)
                    .map(Holder::memberId)
                    .toList();
            released += overdue.isEmpty() ? 0 : release(overdue);
            holders = holders(holders.getLast().memberId(), now);
        }
        return released;
    }

    /** A clock that was set back has not been there yet. */
    private Instant since(Instant now) {
        Instant lately = now.minus(LATELY);
        return lookedUntil
                .map(until -> (until.isBefore(now) ? until : now).minus(STILL_BEING_WRITTEN))
                .filter(lately::isBefore)
                .orElse(lately);
    }

    private long release(List<Long> members) {
        return transactions.asPoster(unit -> {
            LockedAccounts locked = LockedAccounts.of(unit, calendar, members);
            locked.decision().releaseOverdueHolds();
            locked.write();
            return (long) members.size();
        });
    }

    private List<Long> overdueMembers(long after, Instant since, Instant now) {
        return transactions.asPoster(unit -> new OverdueRows(unit.jdbi()).members(after, since, now, Ledger.MAX_BATCH));
    }

    private List<Holder> holders(long after, Instant now) {
        return transactions.asPoster(unit -> new OverdueRows(unit.jdbi()).holders(after, now, Ledger.MAX_BATCH));
    }
}
