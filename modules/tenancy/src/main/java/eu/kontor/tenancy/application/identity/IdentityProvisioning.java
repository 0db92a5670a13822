package eu.kontor.tenancy.application.identity;

import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import java.util.List;
import java.util.Optional;

/**
 * Who may sign in for a tenant, and what else. All of it can be done again: what is there stays, what is missing is made, who is no
 * longer listed leaves the tenant.
 */
public interface IdentityProvisioning {

    /** Whether the identity provider knows the tenant. */
    boolean isProvisioned(TenantSlug slug);

    /** Organization, groups, people and the clients of its machines. Whose roles change is signed out everywhere. */
    void provision(TenantIdentity tenant);

    /** Whether exactly these people have the operator's role. */
    boolean areOperators(List<Person> people);

    /**
     * Gives the operator's role to these people and takes it from all others, who are signed out everywhere.
     *
     * @param samplePassword for all of them, in a sample coalition only
     */
    void provisionOperators(List<Person> people, Optional<String> samplePassword);

    /** From now on no token of the tenant's people or machines is given out, or it is again. */
    void setEnabled(TenantSlug slug, boolean enabled);

    /** Organization, machines, and the people who belong to no other tenant. */
    void remove(TenantSlug slug);

    /**
     * @param samplePassword for all its people, in a sample coalition only; otherwise each gets a random one that must be changed at the
     *     first sign-in, left in the secrets folder as {@code people/<username>}
     */
    record TenantIdentity(
            TenantId id,
            TenantSlug slug,
            String name,
            List<Person> people,
            TenantMachine.Park machines,
            Optional<String> samplePassword) {}
}
