package eu.kontor.ledger.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.AccountMerges;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.domain.Journal;
import eu.kontor.ledger.persistence.LinkRows;
import eu.kontor.ledger.persistence.LinkRows.Link;
import eu.kontor.ledger.persistence.LotRows;
import eu.kontor.ledger.persistence.WindowRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Merges accounts and parts them again. Batches look whose accounts are merged before they lock them: so no batch is under way meanwhile, as when
 * a window is closed. What is only tried is seen by no batch, and goes on beside them as one of them.
 */
@Service
public class LedgerMerges implements AccountMerges {

    private final Transactions transactions;
    private final LedgerCalendar calendar;

    @Inject
    public LedgerMerges(Transactions transactions, LedgerCalendar calendar) {
        this.transactions = transactions;
        this.calendar = calendar;
    }

    @Override
    public Moved merge(ActorId by, MemberId member, MemberId into) {
        return transactions.asPoster(unit -> {
            new WindowRows(unit.jdbi()).lock();
            return merge(unit, by, member, into);
        });
    }

    @Override
    public void tryMerge(MemberId member, MemberId into) {
        transactions.asPoster(unit -> merge(unit, ActorId.NONE, member, into));
    }

    private Moved merge(UnitOfWork unit, ActorId by, MemberId member, MemberId into) throws SQLException {
        List<Long> both = List.of(member.value(), into.value());
        LockedAccounts locked = LockedAccounts.of(unit, calendar, both);
        if (member.equals(into) || !locked.decision().passing().isEmpty()) {
            throw new IllegalStateException("of " + member + " and " + into + " one was merged already");
        }
        new LotRows(unit.connection()).tell(both, locked.decision());
        locked.decision().releaseOverdueHolds();
        long posting = locked.decision().merge(by, member.value(), into.value());
        locked.write();
        new LinkRows(unit.jdbi()).link(member, into, posting);
        return moved(locked.decision().journal(), member);
    }

    @Override
    public Moved part(ActorId by, MemberId member) {
        return transactions.asPoster(unit -> {
            new WindowRows(unit.jdbi()).lock();
            return part(unit, by, member);
        });
    }

    @Override
    public void tryPart(MemberId member) {
        transactions.asPoster(unit -> part(unit, ActorId.NONE, member));
    }

    private Moved part(UnitOfWork unit, ActorId by, MemberId member) throws SQLException {
        giveBackOverdueHolds(unit, member);
        LockedAccounts locked = LockedAccounts.of(unit, calendar, List.of(member.value()));
        LinkRows links = new LinkRows(unit.jdbi());
        Link link = links.of(member)
                .filter(known -> known.directInto().equals(known.surviving()))
                .orElseThrow(() -> new IllegalStateException(
                        member + " was not merged, or what it was merged into was merged later"));
        locked.decision().part(by, member.value(), links.broughtIn(link));
        locked.write();
        links.unlink(member);
        return moved(locked.decision().journal(), link.surviving());
    }

    /** Written before it is read what was brought in: what a hold gives back was drawn for it. */
    private void giveBackOverdueHolds(UnitOfWork unit, MemberId member) throws SQLException {
        LockedAccounts overdue = LockedAccounts.of(unit, calendar, List.of(member.value()));
        overdue.decision().releaseOverdueHolds();
        overdue.write();
    }

    @Override
    public Set<MemberId> samePerson(MemberId member) {
        return transactions.asPoster(unit -> new LinkRows(unit.jdbi()).samePerson(member));
    }

    private static Moved moved(Journal journal, MemberId from) {
        long points = journal.passings().stream()
                .filter(passing -> passing.member() == from.value())
                .mapToLong(Journal.Passing::points)
                .sum();
        long debt = journal.passedDebts().stream()
                .filter(passed -> passed.member() == from.value())
                .mapToLong(Journal.PassedDebt::points)
                .sum();
        return new Moved(Points.of(points), Points.of(debt));
    }
}
