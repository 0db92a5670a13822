package eu.kontor.settlement.application;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.TenantId;
import eu.kontor.settlement.api.Settlement.Closing;
import eu.kontor.settlement.api.Settlement.PartnerNet;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.settlement.api.Settlement.StatementLine;
import eu.kontor.settlement.api.Settlement.WithoutContract;
import eu.kontor.settlement.domain.PartnerStatement;
import eu.kontor.settlement.domain.PartnerStatement.Line;
import eu.kontor.settlement.domain.PartnerWithoutContract;
import eu.kontor.settlement.domain.WindowStatements;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenant.Outlet;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Statements as others see them: with names of partners and codes of outlets. */
@Service
public class SettlementReports {

    private final Tenants tenants;

    @Inject
    public SettlementReports(Tenants tenants) {
        this.tenants = tenants;
    }

    /** The operator is everyone's counterpart: what partners receive it pays, so that each currency adds up to zero. */
    Closing closing(WindowStatements window, State state) {
        Map<Currency, MoneyAmount> operatorNet = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        window.statements()
                .forEach(statement -> operatorNet.merge(
                        statement.net().currency(), statement.net().negated(), MoneyAmount::plus));
        return new Closing(
                window.window().month(),
                state,
                window.statements().stream().map(this::partnerNet).toList(),
                operatorNet,
                window.withoutContract().stream().map(this::withoutContract).toList());
    }

    private PartnerNet partnerNet(PartnerStatement statement) {
        return new PartnerNet(
                statement.partner(),
                tenants.get(statement.partner()).name(),
                statement.issued(),
                statement.redeemed(),
                statement.net(),
                dueOn(statement));
    }

    private WithoutContract withoutContract(PartnerWithoutContract partner) {
        return new WithoutContract(
                partner.partner(), tenants.get(partner.partner()).name(), partner.issued(), partner.redeemed());
    }

    /**
     * One of the window's; an empty one where nothing happened.
     *
     * @throws eu.kontor.kernel.Refusal {@code CONTRACT_MISSING}
     */
    Statement statement(WindowStatements window, TenantId partner, State state) {
        Tenant tenant = tenants.get(partner);
        if (!window.withoutContract().isEmpty()) {
            throw PartnerStatement.missing(tenant.name(), window.window().month());
        }
        Optional<PartnerStatement> made = window.of(partner);
        List<Line> lines = made.map(PartnerStatement::lines).orElse(List.of());
        MoneyAmount net = made.map(PartnerStatement::net)
                .orElseGet(() -> MoneyAmount.zero(tenant.currencies().getFirst()));
        return new Statement(
                window.window().month(),
                state,
                partner,
                tenant.name(),
                net.currency(),
                made.flatMap(PartnerStatement::closedAt).or(window.window()::closedAt),
                lines.stream().map(line -> line(line, tenant)).toList(),
                net,
                made.flatMap(this::dueOn));
    }

    private Optional<LocalDate> dueOn(PartnerStatement statement) {
        return statement.dueOn(tenants.coalition().zone());
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

    private static Optional<String> outletCode(Tenant partner, int outlet) {
        return partner.outlets().stream()
                .filter(known -> known.id() == outlet)
                .map(Outlet::code)
                .findFirst();
    }
}
