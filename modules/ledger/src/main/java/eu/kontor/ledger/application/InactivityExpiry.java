package eu.kontor.ledger.application;

import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Expiry;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.domain.BatchDecision;
import eu.kontor.ledger.domain.Lot;
import eu.kontor.ledger.domain.MemberAccount;
import eu.kontor.ledger.domain.PocketLine;
import eu.kontor.ledger.domain.Transfer;
import eu.kontor.ledger.domain.Transfer.Act;
import eu.kontor.ledger.persistence.ExpiryRows;
import eu.kontor.ledger.persistence.ExpiryRows.DuePocket;
import eu.kontor.ledger.persistence.ExpiryRows.Place;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lapses points by inactivity, a thousand members to a transaction. Who is due is looked up without locks and decided again
 * under them, so that a visit in between keeps the points; what is done already is not due any more.
 */
@ApplicationScoped
public class InactivityExpiry implements Expiry {

    private Transactions transactions;
    private LedgerCalendar calendar;

    @Inject
    public InactivityExpiry(Transactions transactions, LedgerCalendar calendar) {
        this.transactions = transactions;
        this.calendar = calendar;
    }

    protected InactivityExpiry() {}

    @Override
    public Expired run(LocalDate asOf) {
        long members = 0;
        long points = 0;
        List<Long> due = dueMembers(0, asOf);
        while (!due.isEmpty()) {
            List<Long> batch = due;
            List<Transfer> lapsed = transactions.asPoster(unit -> lapse(unit, batch, asOf));
            members += lapsed.stream().mapToLong(Transfer::member).distinct().count();
            points += lapsed.stream().mapToLong(Transfer::points).sum();
            due = dueMembers(batch.getLast(), asOf);
        }
        return new Expired(asOf, members, Points.of(points));
    }

    @Override
    public Expired preview(LocalDate asOf) {
        return transactions.asPoster(unit -> new ExpiryRows(unit.connection()).preview(asOf));
    }

    private List<Long> dueMembers(long after, LocalDate asOf) {
        return transactions.asPoster(
                unit -> new ExpiryRows(unit.connection()).dueMembers(after, asOf, Ledger.MAX_BATCH));
    }

    private List<Transfer> lapse(UnitOfWork unit, List<Long> members, LocalDate asOf) throws SQLException {
        LockedAccounts locked = LockedAccounts.of(unit, calendar, members);
        BatchDecision decision = locked.decision();
        List<DuePocket> due = new ArrayList<>();
        for (MemberAccount account : decision.accounts()) {
            for (PocketLine line : account.lapsing(asOf)) {
                due.add(new DuePocket(account.member(), line.pocket(), line.consumed()));
            }
        }
        Map<Place, List<Lot>> lots = new ExpiryRows(unit.connection()).lots(due);
        LocalDate window = locked.windows().windowOf(asOf);
        for (DuePocket pocket : due) {
            Act act = new Act(decision.nextNumber(), asOf, window);
            decision.account(pocket.member())
                    .lapse(act, pocket.pocket(), lots.get(new Place(pocket.member(), pocket.pocket())));
        }
        locked.write();
        return decision.journal().transfers();
    }
}
