package eu.kontor.proof.persistence;

import eu.kontor.proof.api.Reached;
import eu.kontor.tenancy.api.SqlFile;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The screen's sums over transfers, window by window. What an earlier check walked is read for one sum only: if that is the same,
 * they are the same, and the sums that were remembered count. The others are read for all sums.
 */
final class CoherenceTransfers {

    private static final String GIVEN = SqlFile.read("proof/coherence/screen/given");
    private static final String WINDOWS_TO_READ = SqlFile.read("proof/coherence/screen/windows_to_read");
    private static final String TRANSFERS_OF_WINDOW = SqlFile.read("proof/coherence/screen/transfers_of_window");
    private static final String WALK_OF_WINDOW = SqlFile.read("proof/coherence/screen/walk_of_window");
    private static final String SEALED = SqlFile.read("proof/coherence/screen/sealed");
    private static final String UNASKED = SqlFile.read("proof/coherence/screen/unasked");

    /** Sums that other queries made are not comparable. */
    private static final int QUERIES = (TRANSFERS_OF_WINDOW + WALK_OF_WINDOW + SEALED).hashCode();

    private static final String NO_END = Long.toUnsignedString(-1);
    private static final WindowToRead NONE_YET =
            new WindowToRead(LocalDate.MIN, LocalDate.MAX, LocalDate.MIN, LocalDate.MAX, null);

    private final Connection connection;
    private final CoherenceWalk walk;
    private final CoherenceSums sums = new CoherenceSums();
    private final Reached reached;
    private long key;
    private boolean isWalkIntact;
    private CoherenceWalk seen = CoherenceWalk.NONE;

    /** What comes before the transfers are read. */
    private record Given(String overUntil, long sealedUntil, Array accounts, Array closedWindows, String basis) {}

    /** Dates as dates: a text that is to be cast would be parsed again for every transfer. */
    private record WindowToRead(LocalDate from, LocalDate until, LocalDate begins, LocalDate ends, String closedXid) {}

    /** @param from null for all */
    private record Range(Long from, String until) {}

    /**
     * @param walk the latest
     * @param key for sums that are not carried on from the walk
     * @param reached is told of the windows whose transfers were read
     */
    CoherenceTransfers(Connection connection, CoherenceWalk walk, long key, Reached reached) {
        this.connection = connection;
        this.walk = walk;
        this.key = key;
        this.reached = reached;
    }

    void read() throws SQLException {
        Given given = given();
        List<WindowToRead> windows = windows();
        int steps = walk.isNone() ? windows.size() : 2 * windows.size();
        isWalkIntact = walk.isNone() || isIntact(windows, steps);
        boolean isCarriedOn = !walk.isNone() && isWalkIntact && restsOn(given);
        CoherenceSums over = new CoherenceSums();
        if (isCarriedOn) {
            key = walk.key();
            over.addAll(walk.sums());
        }
        Range fresh = new Range(isCarriedOn ? walk.untilXid() : null, given.overUntil());
        Range underWay = new Range(Long.parseLong(given.overUntil()), NO_END);
        for (int read = 0; read < windows.size(); read++) {
            reached.now(steps - windows.size() + read, steps);
            readTransfers(over, given, windows.get(read), fresh);
            readWalk(over, key, windows.get(read), fresh);
            readTransfers(sums, given, windows.get(read), underWay);
        }
        readSealed(over, isCarriedOn ? walk.sealedUntil() : 0, given.sealedUntil());
        seen = new CoherenceWalk(
                Long.parseLong(given.overUntil()), given.sealedUntil(), key, given.basis(), over.asMap());
        sums.addAll(over.asMap());
        readUnasked();
    }

    CoherenceSums sums() {
        return sums;
    }

    /** Of all sums. */
    long key() {
        return key;
    }

    /** @return false when the transfers of the latest walk are not what they were */
    boolean isWalkIntact() {
        return isWalkIntact;
    }

    boolean isAnyNewerThanTheWalk() {
        return sums.of("transfers").longValue() > walk.transfers();
    }

    /** To be remembered if nothing is wrong. */
    CoherenceWalk seen() {
        return seen;
    }

    private boolean restsOn(Given given) {
        return walk.basis().equals(given.basis()) && walk.sealedUntil() <= given.sealedUntil();
    }

    private boolean isIntact(List<WindowToRead> windows, int steps) throws SQLException {
        CoherenceSums now = new CoherenceSums();
        Range walked = new Range(null, String.valueOf(walk.untilXid()));
        for (int read = 0; read < windows.size(); read++) {
            reached.now(read, steps);
            readWalk(now, walk.key(), windows.get(read), walked);
        }
        return now.of("content").compareTo(walk.sums().get("content")) == 0;
    }

    private Given given() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(GIVEN);
                ResultSet row = statement.executeQuery()) {
            row.next();
            String basis = row.getString("basis") + " " + Integer.toHexString(QUERIES);
            return new Given(
                    row.getString("over_until"),
                    Long.parseLong(row.getString("sealed_until")),
                    row.getArray("accounts"),
                    row.getArray("closed_windows"),
                    basis);
        }
    }

    private List<WindowToRead> windows() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WINDOWS_TO_READ);
                ResultSet row = statement.executeQuery()) {
            List<WindowToRead> windows = new ArrayList<>();
            while (row.next()) {
                windows.add(new WindowToRead(
                        row.getObject("read_from", LocalDate.class),
                        row.getObject("read_until", LocalDate.class),
                        row.getObject("window_begins", LocalDate.class),
                        row.getObject("window_ends", LocalDate.class),
                        row.getString("closed_xid")));
            }
            return windows.isEmpty() ? List.of(NONE_YET) : windows;
        }
    }

    private void readTransfers(CoherenceSums into, Given given, WindowToRead window, Range range) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRANSFERS_OF_WINDOW)) {
            statement.setLong(1, key);
            statement.setObject(2, window.from());
            statement.setObject(3, window.until());
            statement.setObject(4, range.from(), Types.BIGINT);
            statement.setString(5, range.until());
            statement.setObject(6, window.begins());
            statement.setObject(7, window.ends());
            statement.setString(8, window.closedXid());
            statement.setArray(9, given.closedWindows());
            statement.setArray(10, given.accounts());
            into.read(statement);
        }
    }

    private void readWalk(CoherenceSums into, long hashKey, WindowToRead window, Range range) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WALK_OF_WINDOW)) {
            statement.setLong(1, hashKey);
            statement.setObject(2, window.begins());
            statement.setObject(3, range.from(), Types.BIGINT);
            statement.setString(4, range.until());
            into.read(statement);
        }
    }

    private void readSealed(CoherenceSums into, long from, long until) throws SQLException {
        if (from == until) {
            into.addAll(Map.of("sealed", BigDecimal.ZERO));
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SEALED)) {
            statement.setLong(1, key);
            statement.setObject(2, from == 0 ? null : from, Types.BIGINT);
            statement.setString(3, String.valueOf(until));
            into.read(statement);
        }
    }

    private void readUnasked() throws SQLException {
        if (sums.isNone("asked_elsewhere")) {
            sums.addAll(Map.of("unasked", BigDecimal.ZERO));
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UNASKED)) {
            sums.read(statement);
        }
    }
}
