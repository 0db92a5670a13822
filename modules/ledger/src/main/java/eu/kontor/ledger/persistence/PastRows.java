package eu.kontor.ledger.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Past.ActivityAsOf;
import eu.kontor.ledger.api.Past.PocketAsOf;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Windows.Position;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was kept before a moment, and what was posted from then up to it. */
public final class PastRows {

    private static final String LAST_POSTING = SqlFile.read("ledger/past/last_posting");
    private static final String POCKETS = SqlFile.read("ledger/past/pockets");
    private static final String SNAPSHOT = SqlFile.read("ledger/past/snapshot");
    private static final String LAST_ACTIVITY = SqlFile.read("ledger/past/last_activity");
    private static final String DEBT = SqlFile.read("ledger/past/debt");
    private static final String POSITIONS = SqlFile.read("ledger/past/positions");

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

    /** The number of the latest posting up to that one whose state is kept; 0 if there is none. */
    public long snapshot(MemberId member, long posting) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SNAPSHOT)) {
            statement.setLong(1, member.value());
            statement.setLong(2, posting);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** @param snapshot as {@link #snapshot} */
    public List<PocketAsOf> pockets(MemberId member, long snapshot, long posting) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POCKETS)) {
            set(statement, member, snapshot, posting);
            try (ResultSet row = statement.executeQuery()) {
                List<PocketAsOf> pockets = new ArrayList<>();
                while (row.next()) {
                    pockets.add(new PocketAsOf(
                            new Pocket(row.getInt(1)), Points.of(row.getLong(2)), Points.of(row.getLong(3))));
                }
                return pockets;
            }
        }
    }

    /** @param snapshot as {@link #snapshot} */
    public Points debt(MemberId member, long snapshot, long posting) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DEBT)) {
            set(statement, member, snapshot, posting);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Points.of(row.getLong(1));
            }
        }
    }

    private static void set(PreparedStatement statement, MemberId member, long snapshot, long posting)
            throws SQLException {
        statement.setLong(1, member.value());
        statement.setLong(2, snapshot);
        statement.setLong(3, posting);
    }

    /** As the latest snapshot by then knew it; empty before the first. */
    public Optional<ActivityAsOf> lastActivity(MemberId member, Instant moment) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_ACTIVITY)) {
            statement.setLong(1, member.value());
            statement.setLong(2, member.value());
            statement.setObject(3, moment.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                LocalDate day = row.getObject(1, LocalDate.class);
                return day == null
                        ? Optional.empty()
                        : Optional.of(new ActivityAsOf(
                                day, row.getObject(2, OffsetDateTime.class).toInstant()));
            }
        }
    }

    /** Of one tenant, or of all. */
    public List<Position> positions(YearMonth window, Optional<TenantId> partner, Instant moment) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POSITIONS)) {
            statement.setObject(1, window.atDay(1));
            statement.setObject(2, moment.atOffset(ZoneOffset.UTC));
            statement.setObject(3, window.atDay(1));
            WindowRows.setPartner(statement, 4, partner);
            statement.setObject(6, window.atDay(1));
            statement.setObject(7, moment.atOffset(ZoneOffset.UTC));
            WindowRows.setPartner(statement, 8, partner);
            return WindowRows.positions(statement, window);
        }
    }
}
