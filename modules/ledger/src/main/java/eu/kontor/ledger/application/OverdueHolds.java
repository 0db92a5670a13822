package eu.kontor.ledger.application;

import eu.kontor.ledger.api.Holds;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.persistence.OverdueRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.List;

/** Releases holds that are past their time, a thousand members to a transaction. */
@Service
public class OverdueHolds implements Holds {

    private final Transactions transactions;
    private final LedgerCalendar calendar;

    @Inject
    public OverdueHolds(Transactions transactions, LedgerCalendar calendar) {
        this.transactions = transactions;
        this.calendar = calendar;
    }

    @Override
    public long releaseOverdue() {
        long released = 0;
        List<Long> members = overdueMembers(0);
        while (!members.isEmpty()) {
            List<Long> batch = members;
            released += transactions.asPoster(unit -> {
                LockedAccounts locked = LockedAccounts.of(unit, calendar, batch);
                locked.decision().releaseOverdueHolds();
                locked.write();
                return (long) batch.size();
            });
            members = overdueMembers(batch.getLast());
        }
        return released;
    }

    private List<Long> overdueMembers(long after) {
        return transactions.asPoster(
                unit -> new OverdueRows(unit.jdbi()).members(after, calendar.now(), Ledger.MAX_BATCH));
    }
}
