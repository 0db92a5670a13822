package eu.kontor.settlement.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.settlement.domain.WindowStatements;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Windows, their close, and statements, as those may see them who are a party to them. */
@Service
public class PartnerSettlement implements Settlement {

    private final WindowList calendar;
    private final WindowClosing closing;
    private final StatementBook book;
    private final SettlementReports reports;
    private final StatementTransfers statementTransfers;
    private final PointsLiability liability;

    @Inject
    public PartnerSettlement(
            WindowList calendar,
            WindowClosing closing,
            StatementBook book,
            SettlementReports reports,
            StatementTransfers statementTransfers,
            PointsLiability liability) {
        this.calendar = calendar;
        this.closing = closing;
        this.book = book;
        this.reports = reports;
        this.statementTransfers = statementTransfers;
        this.liability = liability;
    }

    @Override
    public List<WindowRow> windows(Caller caller) {
        return calendar.rows(caller);
    }

    @Override
    public Closing preview(Caller caller, YearMonth window) {
        return closing(book.of(caller, window, StatementBook.visible(caller)));
    }

    @Override
    public Closing close(Caller caller, YearMonth window) {
        caller.mustBe(Role.OPERATOR);
        caller.mustHaveProvenLately();
        return closing(closing.close(caller, window));
    }

    private Closing closing(WindowStatements found) {
        return reports.closing(found, calendar.state(found.window()));
    }

    @Override
    public Statement statement(Caller caller, YearMonth window, TenantId partner) {
        StatementBook.maySee(caller, partner);
        WindowStatements found = book.of(caller, window, Optional.of(partner));
        return reports.statement(found, partner, calendar.state(found.window()));
    }

    @Override
    public Closing previewAsOf(Caller caller, YearMonth window, Instant moment) {
        Optional<TenantId> visible = StatementBook.visible(caller);
        calendar.mustHaveCome(moment);
        WindowStatements found = book.asOf(caller, window, visible, moment);
        return reports.closing(found, calendar.state(found.window(), moment));
    }

    @Override
    public Statement statementAsOf(Caller caller, YearMonth window, TenantId partner, Instant moment) {
        StatementBook.maySee(caller, partner);
        calendar.mustHaveCome(moment);
        WindowStatements found = book.asOf(caller, window, Optional.of(partner), moment);
        return reports.statement(found, partner, calendar.state(found.window(), moment));
    }

    @Override
    public Page<TransferRow> transfers(
            Caller caller,
            YearMonth window,
            TenantId partner,
            Optional<TransferKind> kind,
            Optional<String> cursor,
            int limit) {
        StatementBook.maySee(caller, partner);
        return statementTransfers.page(caller, window, partner, kind, cursor, limit);
    }

    @Override
    public List<TransferRow> transfersCalled(Caller caller, YearMonth window, TenantId partner, String reference) {
        StatementBook.maySee(caller, partner);
        return statementTransfers.called(caller, window, partner, reference);
    }

    @Override
    public void writeCsv(Caller caller, YearMonth window, TenantId partner, OutputStream out) throws IOException {
        StatementBook.maySee(caller, partner);
        statementTransfers.writeCsv(caller, window, partner, out);
    }

    @Override
    public Liability liability(Caller caller) {
        return liability.of(caller);
    }

    @Override
    public Optional<Contract> contract(Caller caller, TenantId partner) {
        StatementBook.maySee(caller, partner);
        return book.contractOf(partner, Optional.empty())
                .map(known -> new Contract(
                        known.version(),
                        known.currency(),
                        known.terms().entrySet().stream()
                                .map(term -> new Term(
                                        term.getKey(),
                                        term.getValue().pricePerPointIssued(),
                                        term.getValue().valuePerPointRedeemed()))
                                .toList(),
                        known.paymentDays()));
    }
}
