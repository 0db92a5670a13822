package eu.kontor.settlement.application;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.ledger.testing.TestCoalition;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A registry of tenants that a test makes up. */
record TestTenants(List<Tenant> all) implements Tenants {

    static Tenant tenant(TenantId id, String slug, String... currencies) {
        return new Tenant(
                id,
                new TenantSlug(slug),
                "The " + slug,
                Tenant.State.ACTIVE,
                "#1f5f8b",
                Optional.empty(),
                Arrays.stream(currencies).map(Currency::getInstance).toList(),
                ZoneId.of("Europe/Lisbon"),
                Locale.ENGLISH,
                List.of(new Tenant.Outlet(1, "main", "Main outlet")));
    }

    @Override
    public Coalition coalition() {
        return TestCoalition.since(TestLedger.FIRST_WINDOW).coalition();
    }

    @Override
    public Tenant get(TenantId id) {
        return all.stream()
                .filter(tenant -> tenant.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(RefusalCode.TENANT_UNKNOWN, "tenant", id));
    }

    @Override
    public Tenant get(TenantSlug slug) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tenant active(TenantId id) {
        return get(id);
    }
}
