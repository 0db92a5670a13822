package eu.kontor.ledger.application;

import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Expiry.Amount;
import eu.kontor.ledger.domain.Announced;
import eu.kontor.ledger.domain.BatchDecision;
import eu.kontor.ledger.domain.Lot;
import eu.kontor.ledger.domain.MemberAccount;
import eu.kontor.ledger.domain.PocketLine;
import eu.kontor.ledger.domain.Transfer;
import eu.kontor.ledger.domain.Transfer.Act;
import eu.kontor.ledger.persistence.ExpiryRows;
import eu.kontor.ledger.persistence.ExpiryRows.DuePocket;
import eu.kontor.ledger.persistence.MemberPocket;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Members whose accounts are locked and whose announced points lapse. */
record LapsingBatch(ExpiryRows rows, List<Long> members, LockedAccounts locked) {

    /** @param members in their order; all of them have rows */
    static LapsingBatch of(UnitOfWork unit, LedgerCalendar calendar, List<Long> members) throws SQLException {
        return new LapsingBatch(new ExpiryRows(unit.connection()), members, LockedAccounts.of(unit, calendar, members));
    }

    Amount lapse(LocalDate asOf) throws SQLException {
        BatchDecision decision = locked.decision();
        Map<MemberPocket, Announced> announced = rows.announced(members, asOf);
        List<DuePocket> due = due(announced);
        Map<MemberPocket, List<Lot>> lots = rows.lots(due);
        LocalDate window = locked.windows().windowOf(asOf);
        for (DuePocket pocket : due) {
            MemberPocket place = new MemberPocket(pocket.member(), pocket.pocket());
            Act act = new Act(decision.nextNumber(), asOf, window);
            decision.account(pocket.member()).lapse(act, pocket.pocket(), lots.get(place), announced.get(place));
        }
        locked.write();
        List<Transfer> lapsed = decision.journal().transfers();
        return new Amount(
                lapsed.stream().mapToLong(Transfer::member).distinct().count(),
                Points.of(lapsed.stream().mapToLong(Transfer::points).sum()));
    }

    private List<DuePocket> due(Map<MemberPocket, Announced> announced) {
        List<DuePocket> due = new ArrayList<>();
        for (MemberAccount account : locked.decision().accounts()) {
            for (PocketLine line : account.pockets()) {
                if (line.available() > 0 && announced.containsKey(new MemberPocket(account.member(), line.pocket()))) {
                    due.add(new DuePocket(account.member(), line.pocket(), line.consumed()));
                }
            }
        }
        return due;
    }
}
