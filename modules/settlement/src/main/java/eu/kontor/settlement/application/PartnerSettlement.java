package eu.kontor.settlement.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.settlement.domain.PartnerStatement;
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

    private final WindowClosing closing;
    private final StatementBook book;
    private final SettlementReports reports;
    private final StatementTransfers statementTransfers;

    @Inject
    public PartnerSettlement(
            WindowClosing closing,
            StatementBook book,
            SettlementReports reports,
            StatementTransfers statementTransfers) {
        this.closing = closing;
        this.book = book;
        this.reports = reports;
        this.statementTransfers = statementTransfers;
    }

    @Override
    public List<WindowRow> windows(Caller caller) {
        return reports.windows(caller);
    }

    @Override
    public Closing preview(Caller caller, YearMonth window) {
        caller.mustBe(Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.MACHINE);
        List<PartnerStatement> statements = caller.tenant()
                .map(own -> List.of(book.one(caller, window, own)))
                .orElseGet(() -> book.all(window));
        return reports.closing(window, statements);
    }

    @Override
    public Closing close(Caller caller, YearMonth window) {
        caller.mustBe(Role.OPERATOR);
        return closing.close(caller, window);
    }

    @Override
    public Statement statement(Caller caller, YearMonth window, TenantId partner) {
        StatementBook.maySee(caller, partner);
        return reports.statement(book.one(caller, window, partner));
    }

    @Override
    public Closing previewThen(Caller caller, YearMonth window, Instant moment) {
        return reports.closingThen(window, moment, book.then(caller, window, moment));
    }

    @Override
    public Statement statementThen(Caller caller, YearMonth window, TenantId partner, Instant moment) {
        StatementBook.maySee(caller, partner);
        return reports.statementThen(book.oneThen(caller, window, partner, moment), moment);
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
    public void writeCsv(Caller caller, YearMonth window, TenantId partner, OutputStream out) throws IOException {
        StatementBook.maySee(caller, partner);
        statementTransfers.writeCsv(caller, window, partner, out);
    }

    @Override
    public Liability liability(Caller caller) {
        return reports.liability(caller);
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
                                .toList()));
    }
}
