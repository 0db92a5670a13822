package eu.kontor.settlement.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Balances;
import eu.kontor.settlement.api.Settlement.Liability;
import eu.kontor.settlement.domain.Contract;
import eu.kontor.settlement.domain.TermPrices;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * What points that members still have would cost: for a tenant those it issued, at the price of its contract's last term;
 * for the operator all of them, at the coalition's value.
 */
@Service
public class PointsLiability {

    private final Balances balances;
    private final StatementBook book;
    private final Tenants tenants;

    @Inject
    public PointsLiability(Balances balances, StatementBook book, Tenants tenants) {
        this.balances = balances;
        this.book = book;
        this.tenants = tenants;
    }

    Liability of(Caller caller) {
        caller.mustBe(Role.OPERATOR, Role.ADMIN, Role.FINANCE);
        return caller.tenant().map(this::ofTenant).orElseGet(this::ofCoalition);
    }

    private Liability ofCoalition() {
        Coalition coalition = tenants.coalition();
        return valued(balances.outstanding(), coalition.valuePerPoint(), coalition.currency());
    }

    private Liability ofTenant(TenantId tenant) {
        Points outstanding = balances.outstandingByIssuer().getOrDefault(tenant, Points.ZERO);
        Optional<Contract> contract = book.contractOf(tenant, Optional.empty());
        BigDecimal price = contract.map(known -> known.terms().lastEntry().getValue())
                .map(TermPrices::pricePerPointIssued)
                .orElse(BigDecimal.ZERO);
        Currency currency = contract.map(Contract::currency)
                .orElseGet(() -> tenants.get(tenant).currencies().getFirst());
        return valued(outstanding, price, currency);
    }

    private static Liability valued(Points points, BigDecimal pricePerPoint, Currency currency) {
        BigDecimal exact = pricePerPoint.multiply(BigDecimal.valueOf(points.value()));
        return new Liability(points, MoneyAmount.rounded(exact, currency));
    }
}
