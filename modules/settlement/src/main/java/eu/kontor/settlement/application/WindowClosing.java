package eu.kontor.settlement.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Windows;
import eu.kontor.ledger.api.Windows.Position;
import eu.kontor.ledger.api.Windows.Window;
import eu.kontor.settlement.domain.PartnerStatement;
import eu.kontor.settlement.domain.PartnerWithoutContract;
import eu.kontor.settlement.domain.WindowStatements;
import eu.kontor.settlement.persistence.StatementRows;
import eu.kontor.settlement.persistence.StatementRows.AwaitedRow;
import eu.kontor.tenancy.api.Audit;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Closes a window: the ledger freezes it, every partner's statement is made from the frozen sums and kept, and the audit
 * trail says who did it. One transaction: all of it or nothing.
 *
 * <p>A partner without a contract is awaited instead: its sums are frozen like the others', and the next close that finds terms for
 * it makes its statement, once. That is the close of a later window, or of the same one asked for again.
 */
@Service
public class WindowClosing {

    private final Transactions transactions;
    private final Windows windows;
    private final StatementBook book;
    private final Tenants tenants;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public WindowClosing(
            Transactions transactions, Windows windows, StatementBook book, Tenants tenants, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.windows = windows;
        this.book = book;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the window has afterwards. */
    WindowStatements close(Caller caller, YearMonth month) {
        return transactions.asOperator(unit -> {
            StatementRows rows = new StatementRows(unit.jdbi());
            rows.closeInTurns();
            Map<YearMonth, List<TenantId>> awaited =
                    rows.awaited(Optional.empty(), Optional.empty(), Optional.empty()).stream()
                            .collect(Collectors.groupingBy(
                                    AwaitedRow::windowStart,
                                    TreeMap::new,
                                    Collectors.mapping(AwaitedRow::tenantId, Collectors.toList())));
            boolean goesOn = false;
            for (Map.Entry<YearMonth, List<TenantId>> left : awaited.entrySet()) {
                boolean isMade = makeAwaited(unit, caller, left.getKey(), left.getValue());
                goesOn = goesOn || isMade && left.getKey().equals(month);
            }
            if (!goesOn) {
                if (awaited.containsKey(month)) {
                    throw missing(awaited.get(month).getFirst(), month);
                }
                freeze(unit, caller, month);
            }
            return book.of(caller, month, Optional.empty());
        });
    }

    private void freeze(UnitOfWork unit, Caller caller, YearMonth month) {
        Window closed = windows.close(month);
        Instant closedAt = closed.closedAt().orElseThrow();
        WindowStatements made = book.made(unit, closed, windows.positions(month));
        StatementRows rows = new StatementRows(unit.jdbi());
        made.statements().forEach(statement -> rows.insert(statement, closedAt));
        made.withoutContract().forEach(partner -> rows.insertAwaited(month, partner.partner(), closedAt));
        Map<String, String> details = new LinkedHashMap<>();
        details.put("statements", String.valueOf(made.statements().size()));
        if (!made.withoutContract().isEmpty()) {
            details.put("withoutContract", names(made.withoutContract().stream().map(PartnerWithoutContract::partner)));
        }
        audit.record(unit, caller, "close-window", month.toString(), details);
    }

    /** Whether one of them has a contract by now. */
    private boolean makeAwaited(UnitOfWork unit, Caller caller, YearMonth month, List<TenantId> partners) {
        List<Position> positions = partners.stream()
                .flatMap(partner -> windows.positions(month, Optional.of(partner)).stream())
                .toList();
        List<PartnerStatement> made =
                book.made(unit, windows.get(month), positions).statements();
        if (made.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        StatementRows rows = new StatementRows(unit.jdbi());
        made.forEach(statement -> rows.insert(statement, now));
        audit.record(
                unit,
                caller,
                "make-awaited-statements",
                month.toString(),
                Map.of("partners", names(made.stream().map(PartnerStatement::partner))));
        return true;
    }

    private Refusal missing(TenantId partner, YearMonth month) {
        return PartnerStatement.missing(tenants.get(partner).name(), month);
    }

    private String names(Stream<TenantId> partners) {
        return partners.map(partner -> tenants.get(partner).name()).collect(Collectors.joining(", "));
    }
}
