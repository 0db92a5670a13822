package eu.kontor.rest.caller;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Origin;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.kernel.TextPolicy;
import eu.kontor.rest.caller.SeenTokens.Proof;
import eu.kontor.rest.caller.SeenTokens.Said;
import eu.kontor.tenancy.api.EndedAccess;
import eu.kontor.tenancy.api.SignInRules;
import eu.kontor.tenancy.api.Tenants;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads from a verified access token who calls and for whom.
 *
 * <ul>
 *   <li>a claim {@code tenant} (hard-coded by provisioning, the slug): that tenant's service account, a machine; if there is a
 *       claim {@code organization} too and it names another tenant, or more than this one, neither is believed. A claim {@code job}
 *       says what the machine is for; without one it may do all that machines may. A claim {@code outlet} binds it to that one;
 *   <li>{@code operator} among {@code groups}: the coalition's operator;
 *   <li>otherwise the claim {@code organization} with exactly one tenant, whose groups {@code /admin}, {@code /finance},
 *       {@code /front-desk} are the person's roles.
 * </ul>
 *
 * Keycloak says {@code client_id} of its clients' own accounts alone. All others are people, of whom the coalition asks over the API what it
 * asks of them in the portal: how they signed in ({@code amr}) and when ({@code auth_time}).
 */
final class TokenCaller {

    private static final Map<String, Role> ROLE_OF_GROUP =
            Map.of("/admin", Role.ADMIN, "/finance", Role.FINANCE, "/front-desk", Role.FRONT_DESK);

    private static final Map<String, Role> ROLE_OF_JOB =
            Map.of("till", Role.TILL, "feed", Role.FEED, "finance-export", Role.FINANCE_EXPORT, "enrol", Role.ENROL);

    private static final String OPERATOR_GROUP = "operator";

    /** OpenID Connect's authorized party: the client that the token was made for. */
    private static final String CLIENT = "azp";

    /** A verified token as this class needs it. */
    interface Token {

        String subject();

        String name();

        Set<String> groups();

        Instant issued();

        Instant expires();

        /** @return null when absent */
        Object claim(String name);
    }

    private final Tenants tenants;
    private final EndedAccess ended;
    private final SeenTokens seen;
    private final Clock clock;

    /** @param clock of those who make and verify tokens */
    TokenCaller(Tenants tenants, EndedAccess ended, Clock clock) {
        this.tenants = tenants;
        this.ended = ended;
        this.seen = new SeenTokens(clock);
        this.clock = clock;
    }

    /**
     * @param presented the token's text, as it came
     * @param verified verifies it; not asked while what the token says is remembered
     * @throws Refusal {@code NOT_SIGNED_IN} when the access that it proves has ended since, {@code NO_TENANT}, {@code TENANT_SUSPENDED},
     *     {@code SECOND_FACTOR_NEEDED}, {@code FIELD_CHARACTER_FORBIDDEN} of a claim, and what {@code verified} throws
     */
    Caller of(String presented, Supplier<Token> verified, Locale language) {
        Said said = seen.find(presented).orElseGet(() -> {
            Said read = read(verified.get());
            seen.remember(presented, read);
            return read;
        });
        if (ended.isEnded(said.subject(), said.issued())) {
            throw new Refusal(RefusalCode.NOT_SIGNED_IN);
        }
        Optional<TenantId> tenant = said.tenant().map(this::active);
        return new Caller(
                said.subject(),
                said.name(),
                tenant,
                said.roles(),
                language,
                new Origin(said.client(), Optional.empty(), Optional.empty()),
                said.outlet(),
                said.proof().map(proof -> isProvenLately(proof, said.roles())).orElse(true));
    }

    private boolean isProvenLately(Proof proof, Set<Role> roles) {
        SignInRules rules = tenants.coalition().signIn();
        if (!proof.bySecondFactor() && rules.needsSecondFactor(roles)) {
            throw new Refusal(RefusalCode.SECOND_FACTOR_NEEDED);
        }
        return rules.isRecent(proof.signedIn(), clock.instant());
    }

    private static Said read(Token token) {
        Object tenant = token.claim("tenant");
        if (tenant != null) {
            TenantSlug machineOf = slug(text(tenant));
            mustNotDiffer(machineOf, token.claim("organization"));
            return said(token, Optional.of(machineOf), job(token.claim("job")));
        }
        if (token.groups().contains(OPERATOR_GROUP)) {
            return said(token, Optional.empty(), Set.of(Role.OPERATOR));
        }
        if (token.claim("organization") instanceof Map<?, ?> organizations && organizations.size() == 1) {
            Map.Entry<?, ?> only = organizations.entrySet().iterator().next();
            return said(token, Optional.of(slug(String.valueOf(only.getKey()))), rolesIn(only.getValue()));
        }
        throw new Refusal(RefusalCode.NO_TENANT);
    }

    private static void mustNotDiffer(TenantSlug machineOf, Object organization) {
        boolean isTheSame = organization instanceof Map<?, ?> organizations
                && organizations.keySet().equals(Set.of(machineOf.value()));
        if (organization != null && !isTheSame) {
            throw new Refusal(RefusalCode.NO_TENANT);
        }
    }

    private static Said said(Token token, Optional<TenantSlug> tenant, Set<Role> roles) {
        String subject = TextPolicy.LINE.checked("token.sub", token.subject());
        String name = TextPolicy.LINE.checked("token.name", token.name());
        return new Said(
                subject,
                name,
                tenant,
                roles,
                textOf(token, CLIENT),
                textOf(token, "outlet"),
                proof(token),
                token.issued(),
                token.expires());
    }

    /** Claims that are not there prove nothing: long ago, and without a second factor. */
    private static Optional<Proof> proof(Token token) {
        if (token.claim("tenant") != null || token.claim("client_id") != null) {
            return Optional.empty();
        }
        boolean isBySecondFactor = token.claim("amr") instanceof Collection<?> methods
                && methods.stream().map(TokenCaller::text).anyMatch(SignInRules::isSecondFactor);
        return Optional.of(new Proof(signedIn(token.claim("auth_time")), isBySecondFactor));
    }

    private static Instant signedIn(Object claim) {
        long second =
                switch (claim) {
                    case JsonNumber json -> json.longValue();
                    case Number number -> number.longValue();
                    case null, default -> 0;
                };
        return Instant.ofEpochSecond(second);
    }

    private static Optional<String> textOf(Token token, String claim) {
        return Optional.ofNullable(token.claim(claim))
                .map(TokenCaller::text)
                .map(text -> TextPolicy.LINE.checked("token." + claim, text));
    }

    /** A job that is not known here may do nothing: it must not be taken for all of them. */
    private static Set<Role> job(Object claim) {
        if (claim == null) {
            return Set.of(Role.MACHINE);
        }
        Role job = ROLE_OF_JOB.get(text(claim));
        return job == null ? Set.of() : Set.of(job);
    }

    private static TenantSlug slug(String claimed) {
        try {
            return new TenantSlug(claimed);
        } catch (IllegalArgumentException e) {
            throw new Refusal(RefusalCode.NO_TENANT);
        }
    }

    private TenantId active(TenantSlug slug) {
        try {
            return tenants.active(tenants.get(slug).id()).id();
        } catch (Refusal refusal) {
            throw refusal.code() == RefusalCode.TENANT_UNKNOWN ? new Refusal(RefusalCode.NO_TENANT) : refusal;
        }
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
