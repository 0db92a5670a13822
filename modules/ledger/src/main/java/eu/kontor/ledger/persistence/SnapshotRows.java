package eu.kontor.ledger.persistence;

import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Balances and positions as they are kept by day. */
public final class SnapshotRows {

    private static final String TRY_LOCK = SqlFile.read("ledger/snapshot/try_lock");
    private static final String PROGRESS = SqlFile.read("ledger/snapshot/progress");
    private static final String END_OF_PORTION = SqlFile.read("ledger/snapshot/end_of_portion");
    private static final String INSERT_PORTION = SqlFile.read("ledger/snapshot/insert_portion");
    private static final String INSERT_PROGRESS = SqlFile.read("ledger/snapshot/insert_progress");
    private static final String INSERT_POSITIONS = SqlFile.read("ledger/snapshot/insert_positions");

    private final Connection connection;

    public SnapshotRows(Connection connection) {
        this.connection = connection;
    }

    /** False when somebody else is taking snapshots. */
    public boolean tryLock() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRY_LOCK);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** The last member of the day's portions so far; 0 before the first, {@link Long#MAX_VALUE} after the last. */
    public long reached(LocalDate day) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PROGRESS)) {
            statement.setObject(1, day);
            return number(statement);
        }
    }

    /** Keeps the balances of the next members that changed since they were last kept; returns how many pockets that were. */
    public long takePortion(LocalDate day, long afterMember, int members, Instant now) throws SQLException {
        long through;
        try (PreparedStatement statement = connection.prepareStatement(END_OF_PORTION)) {
            statement.setLong(1, afterMember);
            statement.setLong(2, members);
            through = number(statement);
        }
        long pockets;
        try (PreparedStatement statement = connection.prepareStatement(INSERT_PORTION)) {
            statement.setLong(1, afterMember);
            statement.setLong(2, through);
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            pockets = statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT_PROGRESS)) {
            statement.setObject(1, day);
            statement.setLong(2, through);
            statement.setLong(3, pockets);
            statement.setObject(4, now.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
        return pockets;
    }

    /** @param window first day of an open window */
    public void takePositions(LocalDate window, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_POSITIONS)) {
            statement.setObject(1, window);
            statement.setObject(2, window);
            statement.setObject(3, window);
            statement.setObject(4, now.atOffset(ZoneOffset.UTC));
            statement.setObject(5, window);
            statement.setObject(6, window);
            statement.executeUpdate();
        }
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
