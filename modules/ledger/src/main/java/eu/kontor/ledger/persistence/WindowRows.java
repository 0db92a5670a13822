package eu.kontor.ledger.persistence;

import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Windows.Position;
import eu.kontor.ledger.api.Windows.Window;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settlement windows and their positions. */
public final class WindowRows {

    private static final String OPEN_WINDOWS = SqlFile.read("ledger/windows/open_windows");
    private static final String LIST = SqlFile.read("ledger/windows/list");
    private static final String LOCK = SqlFile.read("ledger/windows/lock");
    private static final String CLOSE = SqlFile.read("ledger/windows/close");
    private static final String FREEZE_POSITIONS = SqlFile.read("ledger/windows/freeze_positions");
    private static final String POSITIONS = SqlFile.read("ledger/windows/positions");
    private static final String FROZEN_POSITIONS = SqlFile.read("ledger/windows/frozen_positions");

    private final Connection connection;

    public WindowRows(Connection connection) {
        this.connection = connection;
    }

    public void openThrough(YearMonth first, YearMonth last) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN_WINDOWS)) {
            statement.setObject(1, first.atDay(1));
            statement.setObject(2, last.atDay(1));
            statement.execute();
        }
    }

    /** Oldest first. */
    public List<Window> all() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LIST);
                ResultSet row = statement.executeQuery()) {
            List<Window> windows = new ArrayList<>();
            while (row.next()) {
                windows.add(new Window(
                        YearMonth.from(row.getObject(1, LocalDate.class)),
                        Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
            }
            return windows;
        }
    }

    /** First days of the open windows. */
    public List<LocalDate> open() throws SQLException {
        return all().stream()
                .filter(window -> !window.isClosed())
                .map(window -> window.month().atDay(1))
                .toList();
    }

    /** Waits until no posting is under way, and keeps new ones waiting until the transaction ends. */
    public void lock() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.execute();
        }
    }

    /** Needs {@link #lock}. Freezes the sums of the window with it. */
    public void close(YearMonth window, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FREEZE_POSITIONS)) {
            statement.setObject(1, window.atDay(1));
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, window.atDay(1));
            statement.executeUpdate();
        }
    }

    /** Summed up from the latest snapshot and the transfers behind it; of one tenant, or of all. */
    public List<Position> positions(YearMonth window, Optional<TenantId> partner) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POSITIONS)) {
            statement.setObject(1, window.atDay(1));
            statement.setObject(2, window.atDay(1));
            setPartner(statement, 3, partner);
            statement.setObject(5, window.atDay(1));
            setPartner(statement, 6, partner);
            return positions(statement, window);
        }
    }

    /** As frozen at the close; of one tenant, or of all. */
    public List<Position> frozenPositions(YearMonth window, Optional<TenantId> partner) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FROZEN_POSITIONS)) {
            statement.setObject(1, window.atDay(1));
            setPartner(statement, 2, partner);
            return positions(statement, window);
        }
    }

    /** For {@code (? is null or tenant_id = ?)}: null for all. */
    static void setPartner(PreparedStatement statement, int first, Optional<TenantId> partner) throws SQLException {
        Integer tenant = partner.map(TenantId::value).orElse(null);
        statement.setObject(first, tenant, Types.INTEGER);
        statement.setObject(first + 1, tenant, Types.INTEGER);
    }

    /** @param statement ready to be executed */
    static List<Position> positions(PreparedStatement statement, YearMonth window) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<Position> positions = new ArrayList<>();
            while (row.next()) {
                TransferKind kind = TransferKind.ofCode(row.getString(3).charAt(0));
                YearMonth month = YearMonth.from(row.getObject(4, LocalDate.class));
                long transfers = row.getLong(6);
                positions.add(new Position(
                        new TenantId(row.getInt(1)),
                        row.getInt(2),
                        kind,
                        month,
                        Points.of(row.getLong(5)),
                        transfers,
                        kind.isLate(month, window) ? transfers : 0));
            }
            return positions;
        }
    }
}
