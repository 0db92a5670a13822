package eu.kontor.ledger.testing;

import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Coalition.ExpiryRules;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** A registry that knows the coalition only: all that the ledger asks of it. */
public final class TestCoalition implements Tenants {

    private final YearMonth firstWindow;
    private volatile ExpiryRules expiry = ExpiryRules.USUAL;
    private volatile ZoneId zone = ZoneId.of("Europe/Lisbon");

    private TestCoalition(YearMonth firstWindow) {
        this.firstWindow = firstWindow;
    }

    /** In Lisbon's time, unless it moves. */
    public static TestCoalition since(YearMonth firstWindow) {
        return new TestCoalition(firstWindow);
    }

    /** From now on. */
    public void decides(ExpiryRules rules) {
        expiry = rules;
    }

    /** From now on. */
    public void movesTo(ZoneId other) {
        zone = other;
    }

    @Override
    public Coalition coalition() {
        return new Coalition(
                "Test coalition",
                Map.of("en", "points"),
                zone,
                "972401",
                firstWindow,
                Currency.getInstance("EUR"),
                new BigDecimal("0.01"),
                true,
                expiry);
    }

    @Override
    public List<Tenant> all() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tenant get(TenantId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tenant get(TenantSlug slug) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tenant active(TenantId id) {
        throw new UnsupportedOperationException();
    }
}
