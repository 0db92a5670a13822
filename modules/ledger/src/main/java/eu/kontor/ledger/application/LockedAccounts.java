package eu.kontor.ledger.application;

import eu.kontor.ledger.domain.BatchDecision;
import eu.kontor.ledger.domain.WindowCalendar;
import eu.kontor.ledger.persistence.PostingNumbers;
import eu.kontor.ledger.persistence.PostingReads;
import eu.kontor.ledger.persistence.PostingWrites;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.SQLException;
import java.util.List;

/**
 * Accounts that the system itself works on, without any request: locked as a posting batch locks them, with their debts
 * and open holds.
 */
record LockedAccounts(UnitOfWork unit, WindowCalendar windows, BatchDecision decision) {

    /** @param members in their order; all of them have rows */
    static LockedAccounts of(UnitOfWork unit, LedgerCalendar calendar, List<Long> members) throws SQLException {
        PostingReads reads = new PostingReads(unit.connection());
        WindowCalendar windows = calendar.over(unit, reads.begin(List.of()).openWindows());
        PostingNumbers numbers = new PostingNumbers(unit.connection());
        BatchDecision decision = new BatchDecision(numbers, windows, calendar.now());
        reads.lockBalances(members, decision);
        numbers.startAt(reads.readRequestsAndDebts(List.of(), members, decision));
        reads.readHolds(members, List.of(), decision);
        return new LockedAccounts(unit, windows, decision);
    }

    void write() throws SQLException {
        new PostingWrites(unit.connection()).write(decision);
    }
}
