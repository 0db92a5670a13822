package eu.kontor.ledger.persistence;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * How far the order of transfers was walked and found right: whole transactions, all of them over by then.
 *
 * @param untilXid the first transaction that was not walked; 0 if nothing was
 * @param key seed of the hashes
 * @param content their sum over the transfers walked: as long as it is the same, they are the same
 */
public record CoherenceWalk(long untilXid, long transfers, long key, BigDecimal content) {

    private static final String LATEST = Sql.named("coherence/screen/latest_walk");
    private static final String WALKED = Sql.named("coherence/screen/walked");
    private static final String INSERT = Sql.named("coherence/screen/insert_walk");

    public static final CoherenceWalk NONE = new CoherenceWalk(0, 0, 0, BigDecimal.ZERO);

    public static CoherenceWalk latest(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATEST);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? new CoherenceWalk(
                            Long.parseLong(row.getString(1)), row.getLong(2), row.getLong(3), row.getBigDecimal(4))
                    : NONE;
        }
    }

    /** All that the transaction of the connection sees and whose own transactions were over when it began. */
    public static CoherenceWalk of(Connection connection, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WALKED)) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new CoherenceWalk(Long.parseLong(row.getString(1)), row.getLong(2), key, row.getBigDecimal(3));
            }
        }
    }

    public void insert(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, String.valueOf(untilXid));
            statement.setLong(2, transfers);
            statement.setLong(3, key);
            statement.setBigDecimal(4, content);
            statement.setObject(5, now.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }
}
