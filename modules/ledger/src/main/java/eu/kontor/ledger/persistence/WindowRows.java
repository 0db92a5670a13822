package eu.kontor.ledger.persistence;

import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Windows.Position;
import eu.kontor.ledger.api.Windows.Window;
import eu.kontor.tenancy.api.SqlFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Settlement windows and their positions. */
public final class WindowRows {

    private static final String OPEN_WINDOWS = SqlFile.read("ledger/windows/open_windows");
    private static final String LIST = SqlFile.read("ledger/windows/list");
    private static final String LOCK = SqlFile.read("ledger/windows/lock");
    private static final String CLOSE = SqlFile.read("ledger/windows/close");
    private static final String FREEZE_POSITIONS = SqlFile.read("ledger/windows/freeze_positions");
    private static final String POSITIONS = SqlFile.read("ledger/windows/positions");
    private static final String FROZEN_POSITIONS = SqlFile.read("ledger/windows/frozen_positions");

    private final Handle jdbi;

    public WindowRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    private record WindowRow(YearMonth windowStart, Optional<Instant> closedAt) {}

    public void openThrough(YearMonth first, YearMonth last) {
        jdbi.createUpdate(OPEN_WINDOWS).bind("first", first).bind("last", last).execute();
    }

    /** Oldest first. */
    public List<Window> all() {
        return jdbi.createQuery(LIST)
                .mapTo(WindowRow.class)
                .map(row -> new Window(row.windowStart(), row.closedAt()))
                .list();
    }

    /** First days of the open windows. */
    public List<LocalDate> open() {
        return all().stream()
                .filter(window -> !window.isClosed())
                .map(window -> window.month().atDay(1))
                .toList();
    }

    /** Waits until no posting is under way, and keeps new ones waiting until the transaction ends. */
    public void lock() {
        jdbi.execute(LOCK);
    }

    /** Needs {@link #lock}. Freezes the sums of the window with it. */
    public void close(YearMonth window, Instant now) {
        jdbi.createUpdate(FREEZE_POSITIONS).bind("window", window).execute();
        jdbi.createUpdate(CLOSE)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("window", window)
                .execute();
    }

    /** Summed up from the latest snapshot and the transfers behind it; of one tenant, or of all. */
    public List<Position> positions(YearMonth window, Optional<TenantId> tenant) {
        return PositionRow.read(jdbi.createQuery(POSITIONS), window, tenant);
    }

    /** As frozen at the close; of one tenant, or of all. */
    public List<Position> frozenPositions(YearMonth window, Optional<TenantId> tenant) {
        return PositionRow.read(jdbi.createQuery(FROZEN_POSITIONS), window, tenant);
    }
}
