package eu.kontor.ledger.application;

import eu.kontor.ledger.api.Snapshots;
import eu.kontor.ledger.persistence.SnapshotRows;
import eu.kontor.ledger.persistence.WindowRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.OptionalLong;

/** Takes snapshots in portions, a transaction each, under a lock that one node at a time has. Waits for nobody's posting. */
@Service
public class LedgerSnapshots implements Snapshots {

    /** Some tenths of a second a portion. */
    private static final int MEMBERS_OF_A_PORTION = 10_000;

    private final Transactions transactions;
    private final LedgerCalendar calendar;
    private final int membersOfAPortion;

    @Inject
    public LedgerSnapshots(Transactions transactions, LedgerCalendar calendar) {
        this(transactions, calendar, MEMBERS_OF_A_PORTION);
    }

    public LedgerSnapshots(Transactions transactions, LedgerCalendar calendar, int membersOfAPortion) {
        this.transactions = transactions;
        this.calendar = calendar;
        this.membersOfAPortion = membersOfAPortion;
    }

    @Override
    public long take(LocalDate day) {
        long pockets = 0;
        for (OptionalLong portion = takePortion(day); portion.isPresent(); portion = takePortion(day)) {
            pockets += portion.getAsLong();
        }
        return pockets;
    }

    /**
     * The first portion of a day has the positions with it.
     *
     * @return pockets kept; empty when the day is done, or somebody else is at it
     */
    public OptionalLong takePortion(LocalDate day) {
        return transactions.asOperator(unit -> {
            SnapshotRows rows = new SnapshotRows(unit.jdbi());
            if (!rows.tryLock()) {
                return OptionalLong.empty();
            }
            long reached = rows.reached(day);
            if (reached == Long.MAX_VALUE) {
                return OptionalLong.empty();
            }
            if (reached == 0) {
                for (LocalDate window : new WindowRows(unit.jdbi()).open()) {
                    rows.takePositions(window, calendar.now());
                }
            }
            return OptionalLong.of(rows.takePortion(day, reached, membersOfAPortion, calendar.now()));
        });
    }
}
