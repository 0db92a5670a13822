package eu.kontor.tenancy.application.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Secrets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The machines of a tenant: a client {@code <slug>.<name>} for each, and {@code svc-<slug>} for the whole account. Their tokens carry the
 * tenant twice, as a hard-coded claim and as membership of the organization; the API refuses a token in which they differ. Job and outlet
 * are hard-coded claims, too: no client can ask for another. Secrets are left in the secrets folder as {@code clients/<client id>}.
 */
final class KeycloakServiceAccounts {

    /** As the realm file names them; a client is given all it needs, because an import creates no defaults. */
    private static final List<String> SCOPES =
            List.of("basic", "roles", "profile", "service_account", "microprofile-jwt", "organization", "kontor-api");

    /** No slug and no name has a dot, so that no tenant's machine is taken for another's. */
    private static final char BETWEEN_SLUG_AND_NAME = '.';

    /** More than a tenant may list. */
    private static final int MOST_CLIENTS = 1_000;

    private static final String ENABLED = "enabled";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final KeycloakAdmin admin;
    private final Secrets secrets;

    KeycloakServiceAccounts(KeycloakAdmin admin, Secrets secrets) {
        this.admin = admin;
        this.secrets = secrets;
    }

    /** @param left users of clients that may get no token any more */
    record Ensured(Set<String> users, Set<String> left) {}

    /** Exactly these clients, each with the secret it had. */
    Ensured ensure(TenantSlug slug, String tenantName, TenantMachine.Park park) {
        Set<String> users = new HashSet<>();
        Set<String> left = new HashSet<>();
        Map<String, String> gone = listed(slug);
        for (TenantMachine machine : park.machines()) {
            String clientId = clientId(slug, machine.name());
            boolean isAsBefore = ensure(clientId, representation(clientId, slug, tenantName, Optional.of(machine)));
            String user = userOf(find(clientId).orElseThrow());
            users.add(user);
            if (!isAsBefore) {
                left.add(user);
            }
            gone.remove(clientId);
        }
        gone.forEach((clientId, client) -> {
            left.add(userOf(client));
            delete(clientId, client);
        });
        wholeAccount(slug, tenantName, park.wholeAccount(), users, left);
        return new Ensured(users, left);
    }

    private void wholeAccount(
            TenantSlug slug, String tenantName, boolean isWanted, Set<String> users, Set<String> left) {
        String clientId = wholeAccount(slug);
        if (isWanted) {
            ensure(clientId, representation(clientId, slug, tenantName, Optional.empty()));
            users.add(userOf(find(clientId).orElseThrow()));
            return;
        }
        find(clientId).ifPresent(client -> {
            left.add(userOf(client));
            delete(clientId, client);
        });
    }

    /** @return whether its tokens say what they said before; true of one that is new */
    private boolean ensure(String clientId, ObjectNode wanted) {
        Optional<String> known = find(clientId);
        boolean isAsBefore = known.isEmpty() || saysAlready(known.get(), wanted);
        String client = known.orElseGet(() -> admin.post("/clients", wanted));
        if (!isAsBefore) {
            describe(client, wanted);
        }
        String secret =
                admin.get("/clients/" + client + "/client-secret").path("value").asText();
        if (!secrets.read(secretName(clientId)).equals(Optional.of(secret))) {
            secrets.write(secretName(clientId), secret);
        }
        return isAsBefore;
    }

    private boolean saysAlready(String client, ObjectNode wanted) {
        return claims(admin.get("/clients/" + client).path("protocolMappers"))
                .equals(claims(wanted.path("protocolMappers")));
    }

    /** The hard-coded claims are the only mappers of a client; all others come with its scopes. */
    private void describe(String client, ObjectNode wanted) {
        String mappers = "/clients/" + client + "/protocol-mappers/models";
        for (JsonNode mapper : admin.get(mappers)) {
            admin.delete(mappers + "/" + mapper.path("id").asText());
        }
        wanted.path("protocolMappers").forEach(mapper -> admin.post(mappers, mapper));
    }

    private static Map<String, String> claims(JsonNode mappers) {
        Map<String, String> claims = new LinkedHashMap<>();
        mappers.forEach(mapper -> claims.put(
                mapper.at("/config/claim.name").asText(),
                mapper.at("/config/claim.value").asText()));
        return claims;
    }

    void setEnabled(TenantSlug slug, boolean enabled) {
        for (String client : all(slug)) {
            ObjectNode representation = (ObjectNode) admin.get("/clients/" + client);
            admin.put("/clients/" + client, representation.put(ENABLED, enabled));
        }
    }

    void delete(TenantSlug slug) {
        listed(slug).forEach(this::delete);
        find(wholeAccount(slug)).ifPresent(client -> delete(wholeAccount(slug), client));
        secrets.delete(secretName(wholeAccount(slug)));
    }

    private void delete(String clientId, String client) {
        admin.delete("/clients/" + client);
        secrets.delete(secretName(clientId));
    }

    private List<String> all(TenantSlug slug) {
        List<String> all = new ArrayList<>(listed(slug).values());
        find(wholeAccount(slug)).ifPresent(all::add);
        return all;
    }

    /** The clients with a name, by client id. */
    private Map<String, String> listed(TenantSlug slug) {
        String prefix = slug.value() + BETWEEN_SLUG_AND_NAME;
        Map<String, String> found = new LinkedHashMap<>();
        for (JsonNode client :
                admin.get("/clients?search=true&max=" + MOST_CLIENTS + "&clientId=" + KeycloakAdmin.encoded(prefix))) {
            String clientId = client.path("clientId").asText();
            if (clientId.startsWith(prefix)) {
                found.put(clientId, client.path("id").asText());
            }
        }
        return found;
    }

    private Optional<String> find(String clientId) {
        JsonNode found = admin.get("/clients?clientId=" + KeycloakAdmin.encoded(clientId));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get(0).path("id").asText());
    }

    private String userOf(String client) {
        return admin.get("/clients/" + client + "/service-account-user")
                .path("id")
                .asText();
    }

    private static String wholeAccount(TenantSlug slug) {
        return "svc-" + slug;
    }

    private static String clientId(TenantSlug slug, String name) {
        return slug.value() + BETWEEN_SLUG_AND_NAME + name;
    }

    private static ObjectNode representation(
            String clientId, TenantSlug slug, String tenantName, Optional<TenantMachine> machine) {
        ObjectNode client = JSON.objectNode()
                .put("clientId", clientId)
                .put(
                        "name",
                        tenantName + ": " + machine.map(TenantMachine::name).orElse("tills and systems"))
                .put("protocol", "openid-connect")
                .put(ENABLED, true)
                .put("publicClient", false)
                .put("serviceAccountsEnabled", true)
                .put("standardFlowEnabled", false)
                .put("implicitFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("fullScopeAllowed", false);
        ArrayNode scopes = client.putArray("defaultClientScopes");
        SCOPES.forEach(scopes::add);
        client.putArray("optionalClientScopes");
        ArrayNode mappers = client.putArray("protocolMappers");
        mappers.add(claim("tenant", slug.value()));
        machine.ifPresent(described -> {
            mappers.add(claim("job", described.job()));
            described.outlet().ifPresent(outlet -> mappers.add(claim("outlet", outlet)));
        });
        return client;
    }

    private static ObjectNode claim(String name, String value) {
        ObjectNode mapper = JSON.objectNode()
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-hardcoded-claim-mapper");
        mapper.putObject("config")
                .put("claim.name", name)
                .put("claim.value", value)
                .put("jsonType.label", "String")
                .put("access.token.claim", "true")
                .put("id.token.claim", "false")
                .put("userinfo.token.claim", "false");
        return mapper;
    }

    private static String secretName(String clientId) {
        return "clients/" + clientId;
    }
}
