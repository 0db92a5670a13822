package eu.kontor.ledger.application;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Windows;
import eu.kontor.ledger.persistence.WindowRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Opens windows ahead, and closes them once and in their order. */
@Service
public class LedgerWindows implements Windows {

    private final Transactions transactions;
    private final LedgerCalendar calendar;

    @Inject
    public LedgerWindows(Transactions transactions, LedgerCalendar calendar) {
        this.transactions = transactions;
        this.calendar = calendar;
    }

    @Override
    public List<Window> all() {
        return transactions.asOperator(unit -> all(new WindowRows(unit.jdbi())));
    }

    private List<Window> all(WindowRows rows) {
        List<Window> windows = rows.all();
        YearMonth ahead = YearMonth.from(calendar.today()).plusMonths(1);
        if (!windows.isEmpty() && !windows.getLast().month().isBefore(ahead)) {
            return windows;
        }
        calendar.openAhead(rows);
        return rows.all();
    }

    @Override
    public Window get(YearMonth window) {
        return find(all(), window);
    }

    @Override
    public Window close(YearMonth month) {
        return transactions.asOperator(unit -> {
            WindowRows rows = new WindowRows(unit.jdbi());
            rows.lock();
            mayClose(find(all(rows), month), rows);
            rows.close(month, calendar.now());
            return find(rows.all(), month);
        });
    }

    private void mayClose(Window window, WindowRows rows) {
        if (window.isClosed()) {
            throw new Refusal(RefusalCode.WINDOW_ALREADY_CLOSED, "window", window.month());
        }
        if (!calendar.today().isAfter(window.month().atEndOfMonth())) {
            throw new Refusal(
                    RefusalCode.WINDOW_NOT_OVER,
                    "window",
                    window.month(),
                    "end",
                    window.month().atEndOfMonth());
        }
        Window earliest = rows.all().stream()
                .filter(other -> !other.isClosed())
                .findFirst()
                .orElseThrow();
        if (!earliest.month().equals(window.month())) {
            throw new Refusal(RefusalCode.WINDOW_EARLIER_OPEN, "window", earliest.month());
        }
    }

    @Override
    public List<Position> positions(YearMonth month, Optional<TenantId> tenant) {
        return transactions.asOperator(unit -> {
            WindowRows rows = new WindowRows(unit.jdbi());
            return find(rows.all(), month).isClosed()
                    ? rows.frozenPositions(month, tenant)
                    : rows.positions(month, tenant);
        });
    }

    private static Window find(List<Window> windows, YearMonth month) {
        return windows.stream()
                .filter(window -> window.month().equals(month))
                .findFirst()
                .orElseThrow(() -> new Refusal(RefusalCode.WINDOW_UNKNOWN, "window", month));
    }
}
