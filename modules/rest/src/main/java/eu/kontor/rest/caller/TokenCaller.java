package eu.kontor.rest.caller;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Tenants;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from a verified access token who calls and for whom.
 *
 * <ul>
 *   <li>a claim {@code tenant} (hard-coded by provisioning, the slug): that tenant's service account, a machine;
 *   <li>{@code operator} among {@code groups}: the coalition's operator;
 *   <li>otherwise the claim {@code organization} with exactly one tenant, whose groups {@code /admin}, {@code /finance},
 *       {@code /front-desk} are the person's roles.
 * </ul>
 */
final class TokenCaller {

    private static final Map<String, Role> ROLE_OF_GROUP =
            Map.of("/admin", Role.ADMIN, "/finance", Role.FINANCE, "/front-desk", Role.FRONT_DESK);

    private static final String OPERATOR_GROUP = "operator";

    /** The token as this class needs it. */
    interface Token {
        String subject();

        String name();

        Set<String> groups();

        /** @return null when absent */
        Object claim(String name);
    }

    private final Tenants tenants;

    TokenCaller(Tenants tenants) {
        this.tenants = tenants;
    }

    /** @throws Refusal {@code NO_TENANT}, {@code TENANT_SUSPENDED} */
    Caller of(Token token, Locale language) {
        Object tenant = token.claim("tenant");
        if (tenant != null) {
            return caller(token, Optional.of(active(text(tenant))), Set.of(Role.MACHINE), language);
        }
        if (token.groups().contains(OPERATOR_GROUP)) {
            return caller(token, Optional.empty(), Set.of(Role.OPERATOR), language);
        }
        if (token.claim("organization") instanceof Map<?, ?> organizations && organizations.size() == 1) {
            Map.Entry<?, ?> only = organizations.entrySet().iterator().next();
            return caller(
                    token, Optional.of(active(String.valueOf(only.getKey()))), rolesIn(only.getValue()), language);
        }
        throw new Refusal(RefusalCode.NO_TENANT);
    }

    private TenantId active(String slug) {
        try {
            return tenants.active(tenants.get(new TenantSlug(slug)).id()).id();
        } catch (IllegalArgumentException e) {
            throw new Refusal(RefusalCode.NO_TENANT);
        } catch (Refusal refusal) {
            throw refusal.code() == RefusalCode.TENANT_UNKNOWN ? new Refusal(RefusalCode.NO_TENANT) : refusal;
        }
    }

    private static Caller caller(Token token, Optional<TenantId> tenant, Set<Role> roles, Locale language) {
        return new Caller(token.subject(), token.name(), tenant, roles, language);
    }

    private static Set<Role> rolesIn(Object organization) {
        Set<Role> roles = new HashSet<>();
        if (organization instanceof Map<?, ?> details && details.get("groups") instanceof Collection<?> groups) {
            for (Object group : groups) {
                Role role = ROLE_OF_GROUP.get(text(group));
                if (role != null) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    private static String text(Object claim) {
        return claim instanceof JsonString json ? json.getString() : String.valueOf(claim);
    }
}
