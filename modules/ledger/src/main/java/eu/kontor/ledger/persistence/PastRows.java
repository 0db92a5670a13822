package eu.kontor.ledger.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.ledger.api.Past.PocketThen;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Windows.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Sums of what was posted up to a moment. */
public final class PastRows {

    private static final String LAST_POSTING = Sql.named("past/last_posting");
    private static final String POCKETS = Sql.named("past/pockets");
    private static final String DEBT = Sql.named("past/debt");
    private static final String POSITIONS = Sql.named("past/positions");

    private final Connection connection;

    public PastRows(Connection connection) {
        this.connection = connection;
    }

    /**
     * The number of the member's last posting that began by then; 0 if there was none. A member's postings are numbered
     * under the member's lock, so everything up to that number is a state the member was really in.
     */
    public long lastPosting(MemberId member, Instant moment) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_POSTING)) {
            for (int parameter = 1; parameter <= 8; parameter += 2) {
                statement.setLong(parameter, member.value());
                statement.setObject(parameter + 1, moment.atOffset(ZoneOffset.UTC));
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    public List<PocketThen> pockets(MemberId member, long posting) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POCKETS)) {
            statement.setLong(1, member.value());
            statement.setLong(2, posting);
            statement.setLong(3, posting);
            statement.setLong(4, member.value());
            statement.setLong(5, posting);
            try (ResultSet row = statement.executeQuery()) {
                List<PocketThen> pockets = new ArrayList<>();
                while (row.next()) {
                    pockets.add(new PocketThen(
                            new Pocket(row.getInt(1)), Points.of(row.getLong(2)), Points.of(row.getLong(3))));
                }
                return pockets;
            }
        }
    }

    public Points debt(MemberId member, long posting) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DEBT)) {
            statement.setLong(1, member.value());
            statement.setLong(2, posting);
            statement.setLong(3, member.value());
            statement.setLong(4, posting);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Points.of(row.getLong(1));
            }
        }
    }

    public List<Position> positions(YearMonth window, Instant moment) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POSITIONS)) {
            statement.setObject(1, window.atDay(1));
            statement.setObject(2, moment.atOffset(ZoneOffset.UTC));
            return WindowRows.positions(statement, window);
        }
    }
}
