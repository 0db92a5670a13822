package eu.kontor.ledger.persistence;

import eu.kontor.tenancy.api.SqlFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/** Balances and positions as they are kept by day. */
public final class SnapshotRows {

    private static final String TRY_LOCK = SqlFile.read("ledger/snapshot/try_lock");
    private static final String PROGRESS = SqlFile.read("ledger/snapshot/progress");
    private static final String END_OF_PORTION = SqlFile.read("ledger/snapshot/end_of_portion");
    private static final String INSERT_PORTION = SqlFile.read("ledger/snapshot/insert_portion");
    private static final String INSERT_PROGRESS = SqlFile.read("ledger/snapshot/insert_progress");
    private static final String INSERT_POSITIONS = SqlFile.read("ledger/snapshot/insert_positions");

    private final Handle jdbi;

    public SnapshotRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    /** False when somebody else is taking snapshots. */
    public boolean tryLock() {
        return jdbi.createQuery(TRY_LOCK).mapTo(Boolean.class).one();
    }

    /** The last member of the day's portions so far; 0 before the first, {@link Long#MAX_VALUE} after the last. */
    public long reached(LocalDate day) {
        return jdbi.createQuery(PROGRESS).bind("day", day).mapTo(Long.class).one();
    }

    /** Keeps the balances of the next members that changed since they were last kept; returns how many pockets that were. */
    public long takePortion(LocalDate day, long afterMember, int members, Instant now) {
        long through = jdbi.createQuery(END_OF_PORTION)
                .bind("afterMember", afterMember)
                .bind("most", members)
                .mapTo(Long.class)
                .one();
        long pockets = jdbi.createUpdate(INSERT_PORTION)
                .bind("afterMember", afterMember)
                .bind("throughMember", through)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        jdbi.createUpdate(INSERT_PROGRESS)
                .bind("day", day)
                .bind("throughMember", through)
                .bind("pockets", pockets)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        return pockets;
    }

    /** @param window first day of an open window */
    public void takePositions(LocalDate window, Instant now) {
        jdbi.createUpdate(INSERT_POSITIONS)
                .bind("window", window)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
