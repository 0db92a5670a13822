package eu.kontor.proof.persistence;

import eu.kontor.tenancy.api.SqlFile;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * What the check remembers: up to where the order of transfers was walked and found right, and the screen's sums over the transfers
 * before that. Whole transactions, all of them over by then.
 *
 * @param untilXid the first transaction that was not walked; 0 if nothing was
 * @param sealedUntil up to where the sum of sealed transfers reaches
 * @param key seed of the hashes
 * @param basis what the sums rest on besides transfers
 * @param sums by name; {@code content} is the same as long as the transfers are
 */
public record CoherenceWalk(long untilXid, long sealedUntil, long key, String basis, Map<String, BigDecimal> sums) {

    private static final String LATEST = SqlFile.read("proof/coherence/screen/latest_walk");
    private static final String SUMS = SqlFile.read("proof/coherence/screen/sums_of_walk");
    private static final String INSERT = SqlFile.read("proof/coherence/screen/insert_walk");

    public static final CoherenceWalk NONE = new CoherenceWalk(0, 0, 0, "", Map.of());

    public static CoherenceWalk latest(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATEST);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? new CoherenceWalk(
                            Long.parseLong(row.getString("until_xid")),
                            Long.parseLong(row.getString("sealed_until")),
                            row.getLong("hash_key"),
                            row.getString("basis"),
                            sums(connection, row.getLong("walk_no")))
                    : NONE;
        }
    }

    private static Map<String, BigDecimal> sums(Connection connection, long walk) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SUMS)) {
            statement.setLong(1, walk);
            try (ResultSet row = statement.executeQuery()) {
                Map<String, BigDecimal> sums = new HashMap<>();
                while (row.next()) {
                    sums.put(row.getString("name"), row.getBigDecimal("value"));
                }
                return sums;
            }
        }
    }

    public void insert(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, String.valueOf(untilXid));
            statement.setString(2, String.valueOf(sealedUntil));
            statement.setLong(3, key);
            statement.setString(4, basis);
            statement.setObject(5, now.atOffset(ZoneOffset.UTC));
            statement.setArray(6, connection.createArrayOf("text", sums.keySet().toArray()));
            statement.setArray(
                    7, connection.createArrayOf("numeric", sums.values().toArray()));
            statement.executeUpdate();
        }
    }

    boolean isNone() {
        return untilXid == 0;
    }

    /** How many transfers it knows. */
    long transfers() {
        return isNone() ? 0 : sums.get("transfers").longValueExact();
    }
}
