package eu.kontor.tenancy.api;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import java.util.List;

/** The registry, answered from memory; changes reach every node within a few seconds. */
public interface Tenants {

    Coalition coalition();

    /** All tenants that were ever provisioned, in the order of their names. */
    List<Tenant> all();

    /** @throws Refusal {@code TENANT_UNKNOWN} */
    Tenant get(TenantId id);

    /** @throws Refusal {@code TENANT_UNKNOWN} */
    Tenant get(TenantSlug slug);

    /** @throws Refusal {@code TENANT_UNKNOWN}, {@code TENANT_SUSPENDED} */
    Tenant active(TenantId id);
}
