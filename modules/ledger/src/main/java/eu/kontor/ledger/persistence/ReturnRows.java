package eu.kontor.ledger.persistence;

import eu.kontor.ledger.domain.ReturnedSoFar;
import eu.kontor.ledger.persistence.PostingReads.WantedPosting;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was returned of purchases already. Read only for those of which something was. */
final class ReturnRows {

    private static final String READ_RETURNS = SqlFile.read("ledger/post/read_returns");
    private static final String READ_RETURNED_LINES = SqlFile.read("ledger/post/read_returned_lines");

    private final Connection connection;
    private final Map<WantedPosting, ReturnedSoFar> returned = new HashMap<>();
    private final Map<Part, PartBack> parts = new HashMap<>();

    ReturnRows(Connection connection) {
        this.connection = connection;
    }

    private record Part(WantedPosting purchase, int part) {}

    /**
     * Of one part of an award.
     *
     * @param points taken, owed or expired
     */
    record PartBack(long points, long expired) {
        static final PartBack NOTHING = new PartBack(0, 0);
    }

    /** After the members are locked. */
    ReturnRows read(List<WantedPosting> purchases) throws SQLException {
        if (!purchases.isEmpty()) {
            readReturns(purchases);
            readLines(purchases);
        }
        return this;
    }

    ReturnedSoFar of(WantedPosting purchase) {
        return returned.getOrDefault(purchase, ReturnedSoFar.NOTHING);
    }

    PartBack ofPart(WantedPosting purchase, int part) {
        return parts.getOrDefault(new Part(purchase, part), PartBack.NOTHING);
    }

    private void readReturns(List<WantedPosting> purchases) throws SQLException {
        try (ArrayStatement statement = new ArrayStatement(connection, READ_RETURNS)) {
            ResultSet row = statement
                    .longs(purchases, WantedPosting::member)
                    .longs(purchases, WantedPosting::posting)
                    .read();
            while (row.next()) {
                WantedPosting purchase = new WantedPosting(row.getLong("member_id"), row.getLong("purchase_id"));
                int part = row.getInt("part");
                long expired = row.getLong("expired");
                PartBack back = new PartBack(row.getLong("taken") + row.getLong("owed") + expired, expired);
                parts.merge(
                        new Part(purchase, part),
                        back,
                        (one, other) -> new PartBack(one.points + other.points, one.expired + other.expired));
                if (part == 1) {
                    returned.put(
                            purchase,
                            of(purchase)
                                    .with(
                                            row.getLong("amount"),
                                            row.getBoolean("is_by_line"),
                                            row.getBoolean("is_last")));
                }
            }
        }
    }

    private void readLines(List<WantedPosting> purchases) throws SQLException {
        try (ArrayStatement statement = new ArrayStatement(connection, READ_RETURNED_LINES)) {
            ResultSet row = statement
                    .longs(purchases, WantedPosting::member)
                    .longs(purchases, WantedPosting::posting)
                    .read();
            while (row.next()) {
                WantedPosting purchase = new WantedPosting(row.getLong("member_id"), row.getLong("purchase_id"));
                returned.put(purchase, of(purchase).with(row.getInt("line"), row.getLong("units")));
            }
        }
    }
}
