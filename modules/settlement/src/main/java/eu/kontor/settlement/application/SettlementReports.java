package eu.kontor.settlement.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Windows;
import eu.kontor.ledger.api.Windows.Window;
import eu.kontor.settlement.api.Settlement.Closing;
import eu.kontor.settlement.api.Settlement.Liability;
import eu.kontor.settlement.api.Settlement.PartnerNet;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.settlement.api.Settlement.StatementLine;
import eu.kontor.settlement.api.Settlement.WindowRow;
import eu.kontor.settlement.domain.PartnerStatement;
import eu.kontor.settlement.domain.PartnerStatement.Line;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenant.Outlet;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Statements as others see them: with names of partners and codes of outlets. */
@Service
public class SettlementReports {

    private final Windows windows;
    private final WindowList calendar;
    private final PointsLiability liability;
    private final Tenants tenants;

    @Inject
    public SettlementReports(Windows windows, WindowList calendar, PointsLiability liability, Tenants tenants) {
        this.windows = windows;
        this.calendar = calendar;
        this.liability = liability;
        this.tenants = tenants;
    }

    /** The operator is everyone's counterpart: what partners receive it pays, so that each currency adds up to zero. */
    Closing closing(YearMonth month, List<PartnerStatement> statements) {
        return closing(month, calendar.state(windows.get(month)), statements);
    }

    Closing closingThen(YearMonth month, Instant moment, List<PartnerStatement> statements) {
        return closing(month, calendar.state(windows.get(month), moment), statements);
    }

    private Closing closing(YearMonth month, State state, List<PartnerStatement> statements) {
        Map<Currency, MoneyAmount> operatorNet = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        statements.forEach(statement ->
                operatorNet.merge(statement.net().currency(), statement.net().negated(), MoneyAmount::plus));
        List<PartnerNet> partners = statements.stream().map(this::partnerNet).toList();
        return new Closing(month, state, partners, operatorNet);
    }

    private PartnerNet partnerNet(PartnerStatement statement) {
        return new PartnerNet(
                statement.partner(),
                tenants.get(statement.partner()).name(),
                statement.points(TransferKind.EARN),
                statement.points(TransferKind.REDEEM),
                statement.net());
    }

    Statement statement(PartnerStatement statement) {
        Window window = windows.get(statement.window());
        return statement(statement, calendar.state(window), window.closedAt());
    }

    Statement statementThen(PartnerStatement statement, Instant moment) {
        Window window = windows.get(statement.window());
        return statement(
                statement, calendar.state(window, moment), window.closedAt().filter(at -> !at.isAfter(moment)));
    }

    private Statement statement(PartnerStatement statement, State state, Optional<Instant> closedAt) {
        Tenant partner = tenants.get(statement.partner());
        return new Statement(
                statement.window(),
                state,
                statement.partner(),
                partner.name(),
                statement.net().currency(),
                closedAt,
                statement.lines().stream().map(line -> line(line, partner)).toList(),
                statement.net());
    }

    private static StatementLine line(Line line, Tenant partner) {
        return new StatementLine(
                line.kind(),
                outletCode(partner, line.outlet()),
                line.points(),
                line.transfers(),
                line.lateTransfers(),
                line.pricePerPoint(),
                line.amount());
    }

    List<WindowRow> windows(Caller caller) {
        return calendar.rows(caller);
    }

    Liability liability(Caller caller) {
        return liability.of(caller);
    }

    private static Optional<String> outletCode(Tenant partner, int outlet) {
        return partner.outlets().stream()
                .filter(known -> known.id() == outlet)
                .map(Outlet::code)
                .findFirst();
    }
}
