package eu.kontor.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Who asks, for which tenant, and as what; every use case takes it first and decides by it.
 *
 * @param subject the identity provider's stable id of the person or service account
 * @param name how people call the subject
 * @param tenant the tenant in whose name the caller acts; empty for the operator
 * @param roles what the caller may be in that tenant (or {@link Role#OPERATOR})
 * @param language the language for texts made for this caller
 * @param origin from where it asks; decides nothing, and is remembered with what was done
 * @param outlet the code of the only outlet for which a machine may act; empty for one that acts for all of its tenant's
 * @param proven whether a person proved who they are so lately that they may do what cannot be undone: asked when it is done, because a page
 *     stays open for hours; always true of machines, whose secrets are asked for every token
 */
public record Caller(
        String subject,
        String name,
        Optional<TenantId> tenant,
        Set<Role> roles,
        Locale language,
        Origin origin,
        Optional<String> outlet,
        BooleanSupplier proven) {

    private static final BooleanSupplier ALWAYS = () -> true;
    private static final BooleanSupplier NEVER = () -> false;

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Of nowhere that is known, and not bound to an outlet. */
    public Caller(String subject, String name, Optional<TenantId> tenant, Set<Role> roles, Locale language) {
        this(subject, name, tenant, roles, language, Origin.NOWHERE);
    }

    /** Not bound to an outlet, and proven. */
    public Caller(
            String subject, String name, Optional<TenantId> tenant, Set<Role> roles, Locale language, Origin origin) {
        this(subject, name, tenant, roles, language, origin, Optional.empty(), true);
    }

    /** Of whom it is decided already, as for one request. */
    public Caller(
            String subject,
            String name,
            Optional<TenantId> tenant,
            Set<Role> roles,
            Locale language,
            Origin origin,
            Optional<String> outlet,
            boolean provenLately) {
        this(subject, name, tenant, roles, language, origin, outlet, provenLately ? ALWAYS : NEVER);
    }

    /** Work the system does by itself, such as the month's expiry: acts as the operator. */
    public static Caller system(String name) {
        return new Caller("system", name, Optional.empty(), Set.of(Role.OPERATOR), Locale.ENGLISH);
    }

    /** The same, from there. */
    public Caller from(Origin other) {
        return new Caller(subject, name, tenant, roles, language, other, outlet, proven);
    }

    public boolean isAny(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(this::is);
    }

    /** Whether no person asks: a tenant's whole account, or a machine with one job. */
    public boolean isMachine() {
        return roles.contains(Role.MACHINE) || roles.stream().anyMatch(Role::isJob);
    }

    private boolean is(Role role) {
        return roles.contains(role) || role.isJob() && roles.contains(Role.MACHINE);
    }

    /** @throws Refusal {@link RefusalCode#NOT_PERMITTED} unless the caller has one of these roles */
    public void mustBe(Role... wanted) {
        if (!isAny(wanted)) {
            throw new Refusal(RefusalCode.NOT_PERMITTED);
        }
    }

    /** Whether it still holds now. */
    public boolean provenLately() {
        return proven.getAsBoolean();
    }

    /** @throws Refusal {@link RefusalCode#SIGN_IN_TOO_OLD} of a person who signed in long ago */
    public void mustHaveProvenLately() {
        if (!provenLately()) {
            throw new Refusal(RefusalCode.SIGN_IN_TOO_OLD);
        }
    }

    /** The caller's tenant. There is no default: a caller without one is refused. */
    public TenantId tenantOrRefuse() {
        return tenant.orElseThrow(() -> new Refusal(RefusalCode.NO_TENANT));
    }
}
