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

    /**
     * Waits for postings under way, then freezes the window; later ones with its business dates go to the next window.
     *
     * @throws eu.kontor.kernel.Refusal {@code WINDOW_UNKNOWN}, {@code WINDOW_ALREADY_CLOSED}, {@code WINDOW_NOT_OVER},
     *     {@code WINDOW_EARLIER_OPEN}
     */
    Window close(YearMonth window);

    /** Sums of one window per partner, outlet and kind, up to now for an open window; recomputed from the transfers. */
    List<Position> positions(YearMonth window);

    record Window(YearMonth month, Optional<Instant> closedAt) {
        public boolean isClosed() {
            return closedAt.isPresent();
        }
    }

    /** @param lateTransfers how many of them carry a business date before the window's first day */
    record Position(
            TenantId tenant, int outlet, TransferKind kind, Points points, long transfers, long lateTransfers) {}
}
