package eu.kontor.rest.trust;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;

/** Brands by the names that callers know. */
@Service
public class BrandNames {

    private final Tenants tenants;

    @Inject
    public BrandNames(Tenants tenants) {
        this.tenants = tenants;
    }

    TenantId id(String slug) {
        try {
            return tenants.get(new TenantSlug(slug)).id();
        } catch (IllegalArgumentException e) {
            throw new Refusal(RefusalCode.TENANT_UNKNOWN, "tenant", slug);
        }
    }

    /** What is told of a brand outlives it. */
    String slug(TenantId id) {
        return tenants.all().stream()
                .filter(known -> known.id().equals(id))
                .map(known -> known.slug().value())
                .findFirst()
                .orElseGet(() -> Integer.toString(id.value()));
    }
}
