package eu.kontor.ledger.api;

import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The ledger's periods. A window freezes once: from then on no transfer can enter it. */
public interface Windows {

    /** Oldest first; always reaches into the month after the current one. */
    List<Window> all();

    Window get(YearMonth window);

    /** While one of them is open its feeds may still bring visits: nothing may be said or done on half a history. */
    default boolean areClosedBefore(YearMonth month) {
        return all().stream().filter(window -> window.month().isBefore(month)).allMatch(Window::isClosed);
    }

    /**
     * Waits for postings under way, then freezes the window; later ones with its business dates go to the next window.
     *
     * @throws eu.kontor.kernel.Refusal {@code WINDOW_UNKNOWN}, {@code WINDOW_ALREADY_CLOSED}, {@code WINDOW_NOT_OVER},
     *     {@code WINDOW_EARLIER_OPEN}
     */
    Window close(YearMonth window);

    /**
     * Sums of one window per tenant, outlet, kind and month of the business dates: up to now for an open window, as
     * frozen at the close for a closed one (the coherence check holds them against the transfers).
     */
    default List<Position> positions(YearMonth window) {
        return positions(window, Optional.empty());
    }

    /**
     * As {@link #positions(YearMonth)}, those of one tenant.
     *
     * @param tenant empty for all
     */
    List<Position> positions(YearMonth window, Optional<TenantId> tenant);

    record Window(YearMonth month, Optional<Instant> closedAt) {
        public boolean isClosed() {
            return closedAt.isPresent();
        }
    }

    /**
     * @param outlet 0 where no outlet took part
     * @param businessMonth before the window's month for late transfers and for gifts of older points
     * @param lateTransfers how many of them came late, see {@link TransferKind#isLate}
     */
    record Position(
            TenantId tenant,
            int outlet,
            TransferKind kind,
            YearMonth businessMonth,
            Points points,
            long transfers,
            long lateTransfers) {}
}
