package eu.kontor.rest.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhoTheTokenSaysTest {

    private static final String CAFE_CLAIM = "cafe";

    private static final Instant ISSUED = Instant.parse("2026-11-22T08:00:00Z");

    private final TwoTenants tenants = new TwoTenants();
    private Instant ended = Instant.MIN;
    private final TokenCaller callers =
            new TokenCaller(tenants, (_, granted) -> granted.isBefore(ended), Clock.systemUTC());

    @Test
    void aServiceAccountIsItsTenantsMachine() {
        Caller caller = callerOf(token(Set.of(), Map.of("tenant", CAFE_CLAIM)));

        assertThat(caller.tenant()).contains(new TenantId(1));
        assertThat(caller.roles()).containsExactly(Role.MACHINE);
    }

    @Test
    void aServiceAccountWhoseOrganizationIsItsTenantIsItsMachine() {
        var claims = Map.of("tenant", CAFE_CLAIM, "organization", Map.of("cafe", Map.of("id", "7")));

        Caller caller = callerOf(token(Set.of(), claims));

        assertThat(caller.tenant()).contains(new TenantId(1));
        assertThat(caller.roles()).containsExactly(Role.MACHINE);
    }

    @Test
    void aServiceAccountThatBelongsToAnotherTenantIsRefused() {
        assertRefused(Map.of("tenant", CAFE_CLAIM, "organization", Map.of("bar", Map.of())), RefusalCode.NO_TENANT);
        assertRefused(
                Map.of("tenant", CAFE_CLAIM, "organization", Map.of("cafe", Map.of(), "bar", Map.of())),
                RefusalCode.NO_TENANT);
        assertRefused(Map.of("tenant", CAFE_CLAIM, "organization", Map.of()), RefusalCode.NO_TENANT);
    }

    @Test
    void aServiceAccountIsNeverTheOperator() {
        Caller caller = callerOf(token(Set.of("operator"), Map.of("tenant", CAFE_CLAIM)));

        assertThat(caller.roles()).containsExactly(Role.MACHINE);
    }

    @Test
    void aMachineWithAJobMayDoThatJobAlone() {
        Caller till = callerOf(token(Set.of(), Map.of("tenant", CAFE_CLAIM, "job", "till", "outlet", "terrace")));

        assertThat(till.roles()).containsExactly(Role.TILL);
        assertThat(till.outlet()).contains("terrace");
        assertThat(till.isAny(Role.FINANCE_EXPORT, Role.FEED, Role.ENROL, Role.MACHINE))
                .isFalse();
    }

    @Test
    void aMachineWithoutAJobMayDoWhatAllJobsMay() {
        Caller whole = callerOf(token(Set.of(), Map.of("tenant", CAFE_CLAIM)));

        assertThat(whole.isAny(Role.TILL)).isTrue();
        assertThat(whole.isAny(Role.FINANCE_EXPORT)).isTrue();
        assertThat(whole.isAny(Role.ADMIN, Role.FINANCE, Role.FRONT_DESK, Role.OPERATOR))
                .isFalse();
    }

    @Test
    void aMachineWithAJobThatNobodyKnowsMayDoNothing() {
        assertThat(callerOf(token(Set.of(), Map.of("tenant", CAFE_CLAIM, "job", "owner")))
                        .roles())
                .isEmpty();
    }

    @Test
    void aTokenOfTheTimeBeforeTheAccessEndedIsRefused() {
        var service = token(Set.of(), Map.of("tenant", CAFE_CLAIM));
        callerOf(service);
        ended = ISSUED.plusSeconds(1);

        assertRefused(Map.of("tenant", CAFE_CLAIM), RefusalCode.NOT_SIGNED_IN);
        assertThatThrownBy(() -> callerOf(service)).isInstanceOf(Refusal.class);
    }

    @Test
    void theOperatorHasNoTenant() {
        Caller caller = callerOf(token(Set.of("operator"), proven(ISSUED)));

        assertThat(caller.tenant()).isEmpty();
        assertThat(caller.roles()).containsExactly(Role.OPERATOR);
    }

    @Test
    void aPersonHasTheRolesOfItsGroupsInItsOnlyOrganization() {
        var organization = Map.of("cafe", Map.of("groups", List.of("/finance", "/front-desk", "/choir")));

        Map<String, Object> claims = proven(ISSUED);
        claims.put("organization", organization);
        Caller caller = callerOf(token(Set.of(), claims));

        assertThat(caller.roles()).containsExactlyInAnyOrder(Role.FINANCE, Role.FRONT_DESK);
    }

    @Test
    void aPersonWhoMovesMoneyMustHaveShownASecondFactor() {
        assertRefused(roleAtTheCafe("/finance"), RefusalCode.SECOND_FACTOR_NEEDED);
        assertThatThrownBy(() -> callerOf(token(Set.of("operator"), Map.of("amr", List.of("pwd")))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(RefusalCode.SECOND_FACTOR_NEEDED));

        assertThat(callerOf(token(Set.of(), roleAtTheCafe("/front-desk"))).roles())
                .containsExactly(Role.FRONT_DESK);
    }

    @Test
    void whatCannotBeUndoneAsksHowLatelyAPersonSignedInAndNotAMachine() {
        Instant now = Clock.systemUTC().instant();

        assertThat(callerOf(token(Set.of("operator"), proven(now))).provenLately())
                .isTrue();
        assertThat(callerOf(token(Set.of("operator"), proven(now.minusSeconds(7200))))
                        .provenLately())
                .isFalse();
        assertThat(callerOf(token(Set.of(), roleAtTheCafe("/front-desk"))).provenLately())
                .isFalse();
        assertThat(callerOf(token(Set.of("operator"), Map.of("client_id", "kontor-operations")))
                        .provenLately())
                .isTrue();
        assertThat(callerOf(token(Set.of(), Map.of("tenant", CAFE_CLAIM))).provenLately())
                .isTrue();
    }

    @Test
    void whoBelongsToNoOrSeveralTenantsIsRefused() {
        assertRefused(Map.of(), RefusalCode.NO_TENANT);
        assertRefused(Map.of("organization", Map.of("cafe", Map.of(), "bar", Map.of())), RefusalCode.NO_TENANT);
        assertRefused(Map.of("tenant", "nobody"), RefusalCode.NO_TENANT);
        assertRefused(Map.of("tenant", "../cafe"), RefusalCode.NO_TENANT);
    }

    @Test
    void aNameThatCannotBeKeptWithWhatTheCallerDoesIsRefused() {
        TokenCaller.Token poisoned = token("Ana\0", Set.of(), Map.of("tenant", CAFE_CLAIM));

        assertThatThrownBy(() -> callerOf(poisoned)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(RefusalCode.FIELD_CHARACTER_FORBIDDEN);
            assertThat(refusal.details()).containsEntry("field", "token.name").containsEntry("character", "U+0000");
        });
    }

    @Test
    void aSuspendedTenantsCallersAreRefused() {
        assertRefused(Map.of("tenant", "bar"), RefusalCode.TENANT_SUSPENDED);
    }

    @Test
    void whatIsRememberedOfATokenOutlivesNoSuspension() {
        var service = token(Set.of(), Map.of("tenant", CAFE_CLAIM));
        callerOf(service);
        tenants.suspendTheCafe();

        assertThatThrownBy(() -> callerOf(service))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.TENANT_SUSPENDED));
    }

    @Test
    void anAnswerIsInTheFirstLanguageThatWeSpeak() {
        assertThat(AcceptedLanguage.of(List.of(Locale.FRENCH, Locale.of("es", "MX"), Locale.ENGLISH)))
                .isEqualTo(Locale.of("es", "MX"));
        assertThat(AcceptedLanguage.of(List.of(Locale.TRADITIONAL_CHINESE))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(AcceptedLanguage.of(List.of(Locale.FRENCH))).isEqualTo(Locale.ENGLISH);
    }

    private void assertRefused(Map<String, Object> claims, RefusalCode code) {
        assertThatThrownBy(() -> callerOf(token(Set.of(), claims)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Map<String, Object> roleAtTheCafe(String group) {
        return Map.of("organization", Map.of(CAFE_CLAIM, Map.of("groups", List.of(group))));
    }

    /** With a second factor. */
    private static Map<String, Object> proven(Instant signedIn) {
        return new HashMap<>(Map.of("amr", List.of("pwd", "otp"), "auth_time", signedIn.getEpochSecond()));
    }

    private Caller callerOf(TokenCaller.Token token) {
        return callers.of(token.toString(), () -> token, Locale.ENGLISH);
    }

    private static TokenCaller.Token token(Set<String> groups, Map<String, Object> claims) {
        return token("name", groups, claims);
    }

    private static TokenCaller.Token token(String name, Set<String> groups, Map<String, Object> claims) {
        return new TokenCaller.Token() {
            @Override
            public String subject() {
                return "subject";
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public Set<String> groups() {
                return groups;
            }

            @Override
            public Instant issued() {
                return ISSUED;
            }

            @Override
            public Instant expires() {
                return Instant.MAX;
            }

            @Override
            public Object claim(String claim) {
                return claims.get(claim);
            }
        };
    }

    /** The café is active, the bar is suspended. */
    private static final class TwoTenants implements Tenants {

        private List<Tenant> tenants =
                List.of(tenant(1, "cafe", Tenant.State.ACTIVE), tenant(2, "bar", Tenant.State.SUSPENDED));

        void suspendTheCafe() {
            tenants = List.of(tenant(1, "cafe", Tenant.State.SUSPENDED), tenants.getLast());
        }

        @Override
        public Coalition coalition() {
            return new Coalition(
                    "Alianza",
                    Map.of("en", "points"),
                    ZoneOffset.UTC,
                    "972401",
                    YearMonth.of(2026, 1),
                    Currency.getInstance("EUR"),
                    BigDecimal.ONE,
                    false);
        }

        @Override
        public List<Tenant> all() {
            return tenants;
        }

        @Override
        public Tenant get(TenantId id) {
            return tenants.get(id.value() - 1);
        }

        @Override
        public Tenant get(TenantSlug slug) {
            return tenants.stream()
                    .filter(tenant -> tenant.slug().equals(slug))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(RefusalCode.TENANT_UNKNOWN));
        }

        @Override
        public Tenant active(TenantId id) {
            if (get(id).state() != Tenant.State.ACTIVE) {
                throw new Refusal(RefusalCode.TENANT_SUSPENDED);
            }
            return get(id);
        }

        private static Tenant tenant(int id, String slug, Tenant.State state) {
            return new Tenant(
                    new TenantId(id),
                    new TenantSlug(slug),
                    slug,
                    state,
                    "#000000",
                    Optional.empty(),
                    List.of(Currency.getInstance("EUR")),
                    ZoneOffset.UTC,
                    Locale.ENGLISH,
                    List.of());
        }
    }
}
