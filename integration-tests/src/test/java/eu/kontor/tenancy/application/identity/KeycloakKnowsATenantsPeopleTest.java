package eu.kontor.tenancy.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.it.whole.TheWhole;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.launcher.LocalSystem;
import eu.kontor.tenancy.api.Secrets;
import eu.kontor.tenancy.application.identity.IdentityProvisioning.TenantIdentity;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One story on a real Keycloak with the realm of {@code deploy/keycloak}: two brands come, people change, one brand goes. It is the one of
 * the running whole, which has other brands and people: another one would be half a minute in which nothing else can be tested.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakKnowsATenantsPeopleTest {

    private static final TenantSlug HOTEL = new TenantSlug("hotel-sol");
    private static final TenantSlug CAFE = new TenantSlug("cafe-luna");
    private static final Optional<String> SAMPLE = Optional.of("only-for-tests-1");
    private static final Person ANA =
            new Person("ana", "Ana", "Gil", "ana@example.com", "es", Set.of(Role.ADMIN, Role.FINANCE));
    private static final Person PAU = new Person("pau", "Pau", "Mas", "pau@example.com", "en", Set.of(Role.FRONT_DESK));

    private static final LocalSystem SYSTEM = TheWhole.running().system();
    private static final String ADDRESS =
            "http://127.0.0.1:" + SYSTEM.installation().ports().keycloak();
    private static final String SECRET = SYSTEM.secrets().get("kontor-provisioner");
    private static final RememberedSecrets SECRETS = new RememberedSecrets();

    private static final Set<String> ENDED = ConcurrentHashMap.newKeySet();

    private final KeycloakAdmin admin = new KeycloakAdmin(ADDRESS, "coalition", SECRET);
    private final KeycloakProvisioning provisioning =
            new KeycloakProvisioning(SECRETS, ended -> ENDED.addAll(ended.keySet()), ADDRESS, SECRET);

    @Test
    @Order(1)
    void a_tenant_becomes_an_organization_with_its_people_in_groups() {
        provisioning.provision(new TenantIdentity(
                new TenantId(1), HOTEL, "Hotel Sol", List.of(ANA, PAU), TenantMachine.Park.WHOLE_ACCOUNT, SAMPLE));
        provisioning.provision(new TenantIdentity(
                new TenantId(2), CAFE, "Café Luna", List.of(ANA), TenantMachine.Park.WHOLE_ACCOUNT, SAMPLE));
        assertThat(provisioning.isProvisioned(HOTEL)).isTrue();
        assertThat(groupsOf("ana")).containsExactlyInAnyOrder("admin", "finance");
        assertThat(groupsOf("pau")).containsExactly("front-desk");
    }

    @Test
    @Order(2)
    void its_service_account_gets_a_token_that_names_the_tenant_twice() throws Exception {
        JsonNode claims = serviceAccountToken(HOTEL);
        assertThat(claims.path("tenant").asText()).isEqualTo("hotel-sol");
        assertThat(claims.path("organization")
                        .path("hotel-sol")
                        .path("tenant_id")
                        .path(0)
                        .asText())
                .isEqualTo("1");
        assertThat(claims.path("aud").toString()).contains("kontor-api");
        assertThat(claims.path("upn").asText()).isNotEmpty();
    }

    @Test
    @Order(3)
    void doing_it_again_changes_nothing_but_what_the_file_changed() {
        String secret = SECRETS.read("clients/svc-hotel-sol").orElseThrow();
        Person anaWithoutFinance = new Person("ana", "Ana", "Gil", "ana@example.com", "es", Set.of(Role.ADMIN));
        provisioning.provision(new TenantIdentity(
                new TenantId(1),
                HOTEL,
                "Hotel El Sol",
                List.of(anaWithoutFinance),
                TenantMachine.Park.WHOLE_ACCOUNT,
                SAMPLE));
        assertThat(SECRETS.read("clients/svc-hotel-sol")).contains(secret);
        assertThat(groupsOf("ana")).containsExactly("admin");
        assertThat(membersOf(HOTEL)).containsExactlyInAnyOrder("ana", "service-account-svc-hotel-sol");
    }

    @Test
    @Order(4)
    void whose_roles_changed_or_who_left_is_signed_out_and_nobody_else() {
        Set<String> signedOut = Set.of(idOf("ana"), idOf("pau"));
        assertThat(ENDED).containsAll(signedOut);
        ENDED.clear();
        Person anaWithoutFinance = new Person("ana", "Ana", "Gil", "ana@example.com", "es", Set.of(Role.ADMIN));
        provisioning.provision(new TenantIdentity(
                new TenantId(1),
                HOTEL,
                "Hotel El Sol",
                List.of(anaWithoutFinance),
                TenantMachine.Park.WHOLE_ACCOUNT,
                SAMPLE));
        assertThat(ENDED).isEmpty();
    }

    @Test
    @Order(5)
    void each_machine_has_a_client_with_its_job_and_two_of_one_job_serve_while_a_secret_is_changed() throws Exception {
        provision(true, new TenantMachine("till", "till", Optional.empty()));
        provision(
                true,
                new TenantMachine("till", "till", Optional.empty()),
                new TenantMachine("till-2", "till", Optional.of("lobby")));

        JsonNode old = token("hotel-sol.till");
        JsonNode next = token("hotel-sol.till-2");
        assertThat(old.path("job").asText()).isEqualTo("till");
        assertThat(old.has("outlet")).isFalse();
        assertThat(next.path("job").asText()).isEqualTo("till");
        assertThat(next.path("outlet").asText()).isEqualTo("lobby");
        assertThat(next.path("tenant").asText()).isEqualTo("hotel-sol");
    }

    @Test
    @Order(6)
    void a_machine_that_is_taken_out_or_does_another_job_is_told_apart_and_its_old_tokens_end() throws Exception {
        String leaving = machineUser("hotel-sol.till");
        String changing = machineUser("hotel-sol.till-2");
        ENDED.clear();
        provision(true, new TenantMachine("till-2", "feed", Optional.empty()));

        assertThat(admin.get("/clients?clientId=hotel-sol.till")).isEmpty();
        assertThat(SECRETS.read("clients/hotel-sol.till")).isEmpty();
        assertThat(token("hotel-sol.till-2").path("job").asText()).isEqualTo("feed");
        assertThat(token("hotel-sol.till-2").has("outlet")).isFalse();
        assertThat(ENDED).containsExactlyInAnyOrder(leaving, changing);
    }

    @Test
    @Order(7)
    void the_whole_account_goes_when_the_file_says_so() throws Exception {
        provision(false, new TenantMachine("till-2", "feed", Optional.empty()));
        assertThat(admin.get("/clients?clientId=svc-hotel-sol")).isEmpty();
        assertThat(SECRETS.read("clients/svc-hotel-sol")).isEmpty();
        assertThat(membersOf(HOTEL)).containsExactlyInAnyOrder("ana", "service-account-hotel-sol.till-2");
        provision(true, new TenantMachine("till-2", "feed", Optional.empty()));
        assertThat(serviceAccountToken(HOTEL).has("job")).isFalse();
    }

    @Test
    @Order(8)
    void the_operators_people_have_the_realms_role_and_a_first_password_to_be_replaced() {
        Person olga = new Person("olga", "Olga", "Sanz", "olga@example.com", "en", Set.of(Role.OPERATOR));
        List<Person> withOlga = with(operatorsOfTheSample(), olga);
        provisioning.provisionOperators(withOlga, Optional.empty());
        provisioning.provisionOperators(withOlga, Optional.empty());
        JsonNode user = admin.get("/users?exact=true&username=olga").get(0);
        assertThat(user.path("requiredActions").toString()).contains("UPDATE_PASSWORD", "CONFIGURE_TOTP");
        assertThat(SECRETS.read("people/olga")).isPresent();
        assertThat(admin.get("/users/" + user.path("id").asText() + "/role-mappings/realm")
                        .toString())
                .contains("operator");
    }

    @Test
    @Order(9)
    void who_is_no_longer_listed_loses_the_operators_role_and_is_signed_out() {
        Person omar = new Person("omar", "Omar", "Vila", "omar@example.com", "en", Set.of(Role.OPERATOR));
        List<Person> before = operatorsOfTheSample();
        provisioning.provisionOperators(with(before, omar), Optional.empty());
        assertThat(provisioning.areOperators(before)).isFalse();
        ENDED.clear();
        provisioning.provisionOperators(before, Optional.empty());
        assertThat(provisioning.areOperators(before)).isTrue();
        assertThat(ENDED).contains(idOf("omar")).doesNotContain(idOf("olivia"));
        assertThat(admin.get("/users/" + idOf("omar") + "/role-mappings/realm").toString())
                .doesNotContain("\"operator\"");
        assertThat(admin.get("/users/" + machineUser("kontor-operations") + "/role-mappings/realm")
                        .toString())
                .as("the operator's own automation is no person and stays")
                .contains("\"operator\"");
    }

    @Test
    @Order(10)
    void a_suspended_tenants_machine_gets_no_token_until_it_is_resumed() throws Exception {
        provisioning.setEnabled(HOTEL, false);
        assertThatThrownBy(() -> serviceAccountToken(HOTEL)).isInstanceOf(AssertionError.class);
        provisioning.setEnabled(HOTEL, true);
        assertThat(serviceAccountToken(HOTEL).path("tenant").asText()).isEqualTo("hotel-sol");
    }

    @Test
    @Order(11)
    void a_removed_tenant_takes_along_who_belongs_nowhere_else() {
        provisioning.provision(new TenantIdentity(
                new TenantId(1), HOTEL, "Hotel Sol", List.of(ANA, PAU), TenantMachine.Park.WHOLE_ACCOUNT, SAMPLE));
        provisioning.remove(HOTEL);
        assertThat(provisioning.isProvisioned(HOTEL)).isFalse();
        assertThat(admin.get("/users?exact=true&username=pau")).isEmpty();
        assertThat(admin.get("/users?exact=true&username=ana")).hasSize(1);
        assertThat(admin.get("/clients?clientId=svc-hotel-sol")).isEmpty();
        assertThat(SECRETS.read("clients/svc-hotel-sol")).isEmpty();
        provisioning.remove(HOTEL);
    }

    @Test
    @Order(12)
    void nobody_chooses_a_password_that_everybody_knows() {
        assertThatThrownBy(() -> choose("ana", "1QAZ2wsx3edc"))
                .as("one of the list, in whatever letters")
                .hasMessageContaining("answered 400");
        assertThatThrownBy(() -> choose("ana", "quail-toast")).hasMessageContaining("answered 400");
        choose("ana", "a quail on toast");
    }

    private void choose(String username, String password) {
        admin.put(
                "/users/" + idOf(username) + "/reset-password",
                new ObjectMapper()
                        .createObjectNode()
                        .put("type", "password")
                        .put("temporary", false)
                        .put("value", password));
    }

    private List<String> groupsOf(String username) {
        String organization = new KeycloakOrganizations(admin).find(HOTEL).orElseThrow();
        return java.util.stream.StreamSupport.stream(
                        admin.get("/organizations/" + organization + "/groups").spliterator(), false)
                .filter(group -> admin.get("/organizations/" + organization + "/groups/"
                                + group.path("id").asText() + "/members")
                        .findValuesAsText("username")
                        .contains(username))
                .map(group -> group.path("name").asText())
                .toList();
    }

    private List<String> membersOf(TenantSlug slug) {
        String organization = new KeycloakOrganizations(admin).find(slug).orElseThrow();
        return admin.get("/organizations/" + organization + "/members?max=100").findValuesAsText("username");
    }

    private void provision(boolean wholeAccount, TenantMachine... machines) {
        Person ana = new Person("ana", "Ana", "Gil", "ana@example.com", "es", Set.of(Role.ADMIN));
        provisioning.provision(new TenantIdentity(
                new TenantId(1),
                HOTEL,
                "Hotel El Sol",
                List.of(ana),
                new TenantMachine.Park(wholeAccount, List.of(machines)),
                SAMPLE));
    }

    private String idOf(String username) {
        return admin.get("/users?exact=true&username=" + username)
                .get(0)
                .path("id")
                .asText();
    }

    private String machineUser(String clientId) {
        String client =
                admin.get("/clients?clientId=" + clientId).get(0).path("id").asText();
        return admin.get("/clients/" + client + "/service-account-user")
                .path("id")
                .asText();
    }

    /** Those who have the role now: other tests sign in as them. */
    private List<Person> operatorsOfTheSample() {
        return List.of(
                new Person("olivia", "Olívia", "Duarte", "olivia.duarte@example.com", "en", Set.of(Role.OPERATOR)));
    }

    private static List<Person> with(List<Person> people, Person one) {
        return java.util.stream.Stream.concat(people.stream(), java.util.stream.Stream.of(one))
                .toList();
    }

    private static JsonNode serviceAccountToken(TenantSlug slug) throws Exception {
        return token("svc-" + slug);
    }

    private static JsonNode token(String client) throws Exception {
        String form = "grant_type=client_credentials&client_id=" + client + "&client_secret="
                + SECRETS.read("clients/" + client).orElseThrow();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(ADDRESS + "/realms/coalition/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            String token = new ObjectMapper()
                    .readTree(answer.body())
                    .path("access_token")
                    .asText();
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        }
    }

    private static final class RememberedSecrets implements Secrets {
        private final Map<String, String> texts = new ConcurrentHashMap<>();

        @Override
        public byte[] randomBytes(String name, int length) {
            return new byte[length];
        }

        @Override
        public void write(String name, String text) {
            texts.put(name, text);
        }

        @Override
        public Optional<String> read(String name) {
            return Optional.ofNullable(texts.get(name));
        }

        @Override
        public void delete(String name) {
            texts.remove(name);
        }
    }
}
