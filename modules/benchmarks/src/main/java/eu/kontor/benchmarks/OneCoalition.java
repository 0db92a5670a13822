package eu.kontor.benchmarks;

import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** The registry as far as the ledger asks for it. */
record OneCoalition(Coalition coalition) implements Tenants {

    static OneCoalition since(YearMonth firstWindow) {
        return new OneCoalition(new Coalition(
                "Benchmark",
                Map.of("en", "points"),
                ZoneOffset.UTC,
                "972401",
                firstWindow,
                Currency.getInstance("EUR"),
                new BigDecimal("0.01"),
                true));
    }

    @Override
    public List<Tenant> all() {
        return List.of();
    }

    @Override
    public Tenant get(TenantId id) {
        throw new UnsupportedOperationException("the ledger does not ask for single tenants");
    }

    @Override
    public Tenant get(TenantSlug slug) {
        throw new UnsupportedOperationException("the ledger does not ask for single tenants");
    }

    @Override
    public Tenant active(TenantId id) {
        throw new UnsupportedOperationException("the ledger does not ask for single tenants");
    }
}
