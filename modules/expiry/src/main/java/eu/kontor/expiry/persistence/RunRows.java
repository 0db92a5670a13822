package eu.kontor.expiry.persistence;

import eu.kontor.expiry.api.Expiry.Progress;
import eu.kontor.expiry.api.Expiry.RunState;
import eu.kontor.kernel.Points;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/** How far the runs of expiry came. */
public final class RunRows {

    private static final String BEGIN = SqlFile.read("expiry/begin_run");
    private static final String REACHED = SqlFile.read("expiry/reached");
    private static final String LOCK = SqlFile.read("expiry/lock_run");
    private static final String ADVANCE = SqlFile.read("expiry/advance_run");
    private static final String END = SqlFile.read("expiry/end_run");
    private static final String STOP = SqlFile.read("expiry/stop_run");
    private static final String LATEST = SqlFile.read("expiry/latest_run");

    private final Connection connection;

    public RunRows(Connection connection) {
        this.connection = connection;
    }

    public void begin(LocalDate asOf, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setObject(1, asOf);
            statement.setObject(2, utc(now));
            statement.setObject(3, utc(now));
            statement.executeUpdate();
        }
    }

    /** @return the member up to whom all are done; empty when it was stopped or has ended */
    public OptionalLong reached(LocalDate asOf) throws SQLException {
        return throughMember(REACHED, asOf);
    }

    /** The same, and nobody else moves it until the transaction ends. */
    public OptionalLong lock(LocalDate asOf) throws SQLException {
        return throughMember(LOCK, asOf);
    }

    private OptionalLong throughMember(String sql, LocalDate asOf) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, asOf);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    public void advance(LocalDate asOf, long throughMember, long members, long points, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            statement.setLong(1, throughMember);
            statement.setLong(2, members);
            statement.setLong(3, points);
            statement.setObject(4, utc(now));
            statement.setObject(5, asOf);
            statement.executeUpdate();
        }
    }

    public void end(LocalDate asOf, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(END)) {
            statement.setObject(1, utc(now));
            statement.setObject(2, utc(now));
            statement.setObject(3, asOf);
            statement.executeUpdate();
        }
    }

    /** @return the day of a run that was stopped by this */
    public Optional<LocalDate> stop(Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STOP)) {
            statement.setObject(1, utc(now));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, LocalDate.class)) : Optional.empty();
            }
        }
    }

    /** The one that moved last; whether it was interrupted the row does not say. */
    public Optional<Progress> latest() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATEST);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            RunState state =
                    row.getBoolean(6) ? RunState.STOPPED : row.getBoolean(7) ? RunState.ENDED : RunState.RUNNING;
            return Optional.of(new Progress(
                    row.getObject(1, LocalDate.class),
                    state,
                    row.getLong(2),
                    Points.of(row.getLong(3)),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getObject(5, OffsetDateTime.class).toInstant(),
                    0));
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
