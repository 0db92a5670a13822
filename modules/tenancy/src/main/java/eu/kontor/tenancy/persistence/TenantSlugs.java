package eu.kontor.tenancy.persistence;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;

/** Which slug, and so which schema and roles, a tenant's number stands for. Neither ever changes. */
@FunctionalInterface
public interface TenantSlugs {

    /** @throws Refusal {@code TENANT_UNKNOWN} */
    TenantSlug of(TenantId tenant);
}
