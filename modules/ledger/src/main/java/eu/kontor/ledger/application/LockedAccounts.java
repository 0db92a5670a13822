package eu.kontor.ledger.application;

import eu.kontor.ledger.domain.BatchDecision;
import eu.kontor.ledger.domain.WindowCalendar;
import eu.kontor.ledger.persistence.BalancePlaces;
import eu.kontor.ledger.persistence.LotRows;
import eu.kontor.ledger.persistence.PostingNumbers;
import eu.kontor.ledger.persistence.PostingReads;
import eu.kontor.ledger.persistence.PostingReads.AskedRequests;
import eu.kontor.ledger.persistence.PostingReads.Begun;
import eu.kontor.ledger.persistence.PostingWrites;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.SQLException;
import java.util.List;

/**
 * Accounts that the system itself works on, without any request: locked as a posting batch locks them, with their debts
 * and open holds.
 */
record LockedAccounts(UnitOfWork unit, WindowCalendar windows, BalancePlaces places, BatchDecision decision) {

    static LockedAccounts of(UnitOfWork unit, LedgerCalendar calendar, List<Long> members) throws SQLException {
        PostingReads reads = new PostingReads(unit.connection());
        Begun begun = reads.begin(members, AskedRequests.NONE);
        WindowCalendar windows = calendar.over(unit, begun.openWindows());
        PostingNumbers numbers = new PostingNumbers(unit.connection(), begun.number());
        BatchDecision decision = new BatchDecision(numbers, windows, calendar.now(), calendar.keepingAlive());
        begun.tell(decision);
        reads.readHolds(List.of(), decision);
        new LotRows(unit.connection()).tell(decision.passing(), decision);
        return new LockedAccounts(unit, windows, begun.balances(), decision);
    }

    void write() throws SQLException {
        new PostingWrites(unit.connection(), places).write(decision);
    }
}
