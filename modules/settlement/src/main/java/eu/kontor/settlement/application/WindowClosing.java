package eu.kontor.settlement.application;

import eu.kontor.kernel.Caller;
import eu.kontor.ledger.api.Windows;
import eu.kontor.ledger.api.Windows.Window;
import eu.kontor.settlement.api.Settlement.Closing;
import eu.kontor.settlement.domain.PartnerStatement;
import eu.kontor.settlement.persistence.StatementRows;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * Closes a window: the ledger freezes it, every partner's statement is made from the frozen sums and kept, and the audit
 * trail says who did it. One transaction: all of it or nothing.
 */
@Service
public class WindowClosing {

    private final Transactions transactions;
    private final Windows windows;
    private final StatementBook book;
    private final SettlementReports reports;
    private final Audit audit;

    @Inject
    public WindowClosing(
            Transactions transactions, Windows windows, StatementBook book, SettlementReports reports, Audit audit) {
        this.transactions = transactions;
        this.windows = windows;
        this.book = book;
        this.reports = reports;
        this.audit = audit;
    }

    Closing close(Caller caller, YearMonth month) {
        return transactions.asOperator(unit -> {
            Window closed = windows.close(month);
            Instant closedAt = closed.closedAt().orElseThrow();
            List<PartnerStatement> statements = book.running(unit, month, everyone -> true);
            StatementRows rows = new StatementRows(unit.connection());
            for (PartnerStatement statement : statements) {
                rows.insert(statement, closedAt);
            }
            audit.record(
                    unit,
                    caller,
                    "close-window",
                    month.toString(),
                    Map.of("statements", String.valueOf(statements.size())));
            return reports.closing(month, statements);
        });
    }
}
