package eu.kontor.rest.card;

import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;

/** Outlets by the code that tills know, for rows that carry the number. */
@Service
public class OutletCodes {

    private final Tenants tenants;

    @Inject
    public OutletCodes(Tenants tenants) {
        this.tenants = tenants;
    }

    /** @return null when no outlet took part, or it left the configuration */
    public String of(TransferRow row) {
        return tenants.get(row.tenant()).outlets().stream()
                .filter(outlet -> outlet.id() == row.outlet())
                .map(Tenant.Outlet::code)
                .findFirst()
                .orElse(null);
    }
}
