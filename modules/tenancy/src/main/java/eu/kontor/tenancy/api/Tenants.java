package eu.kontor.tenancy.api;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import java.util.List;

/** The registry, answered from memory; changes reach every node within a few seconds. */
public interface Tenants {

    /** @throws IllegalStateException before the first configuration was applied, see {@link #isConfigured} */
    Coalition coalition();

    /** Whether a configuration was ever applied; before that there is nothing but this question to ask. */
    default boolean isConfigured() {
        return true;
    }

    /** All tenants that were ever provisioned, in the order of their names. */
    List<Tenant> all();

    /** @throws Refusal {@code TENANT_UNKNOWN} */
    Tenant get(TenantId id);

    /** @throws Refusal {@code TENANT_UNKNOWN} */
    Tenant get(TenantSlug slug);

    /** @throws Refusal {@code TENANT_UNKNOWN}, {@code TENANT_SUSPENDED}, {@code TENANT_UPDATING} */
    Tenant active(TenantId id);
}
