package eu.kontor.tenancy.application.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.Secrets;
import java.util.List;
import java.util.Optional;

/**
 * The machines of a tenant: the client {@code svc-<slug>}, whose tokens carry the tenant twice, as a hard-coded claim and as membership
 * of the organization; the API refuses a token in which they differ. Its secret is left in the secrets folder as {@code clients/svc-<slug>}.
 */
final class KeycloakServiceAccounts {

    /** As the realm file names them; a client is given all it needs, because an import creates no defaults. */
    private static final List<String> SCOPES =
            List.of("basic", "roles", "profile", "service_account", "microprofile-jwt", "organization", "kontor-api");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final KeycloakAdmin admin;
    private final Secrets secrets;

    KeycloakServiceAccounts(KeycloakAdmin admin, Secrets secrets) {
        this.admin = admin;
        this.secrets = secrets;
    }

    static String clientId(TenantSlug slug) {
        return "svc-" + slug;
    }

    /** @return the id of the client's user */
    String ensure(TenantSlug slug, String tenantName) {
        Optional<String> known = find(slug);
        String client = known.isPresent() ? known.get() : admin.post("/clients", representation(slug, tenantName));
        String secret =
                admin.get("/clients/" + client + "/client-secret").path("value").asText();
        if (!secrets.read(secretName(slug)).equals(Optional.of(secret))) {
            secrets.write(secretName(slug), secret);
        }
        return admin.get("/clients/" + client + "/service-account-user")
                .path("id")
                .asText();
    }

    void setEnabled(TenantSlug slug, boolean enabled) {
        find(slug).ifPresent(client -> {
            ObjectNode representation = (ObjectNode) admin.get("/clients/" + client);
            admin.put("/clients/" + client, representation.put("enabled", enabled));
        });
    }

    void delete(TenantSlug slug) {
        find(slug).ifPresent(client -> admin.delete("/clients/" + client));
        secrets.delete(secretName(slug));
    }

    private Optional<String> find(TenantSlug slug) {
        JsonNode found = admin.get("/clients?clientId=" + KeycloakAdmin.encoded(clientId(slug)));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get(0).path("id").asText());
    }

    private static ObjectNode representation(TenantSlug slug, String tenantName) {
        ObjectNode client = JSON.objectNode()
                .put("clientId", clientId(slug))
                .put("name", tenantName + ": tills and systems")
                .put("protocol", "openid-connect")
                .put("enabled", true)
                .put("publicClient", false)
                .put("serviceAccountsEnabled", true)
                .put("standardFlowEnabled", false)
                .put("implicitFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("fullScopeAllowed", false);
        ArrayNode scopes = client.putArray("defaultClientScopes");
        SCOPES.forEach(scopes::add);
        client.putArray("optionalClientScopes");
        ObjectNode claim = client.putArray("protocolMappers")
                .addObject()
                .put("name", "tenant")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-hardcoded-claim-mapper");
        claim.putObject("config")
                .put("claim.name", "tenant")
                .put("claim.value", slug.value())
                .put("jsonType.label", "String")
                .put("access.token.claim", "true")
                .put("id.token.claim", "false")
                .put("userinfo.token.claim", "false");
        return client;
    }

    private static String secretName(TenantSlug slug) {
        return "clients/" + clientId(slug);
    }
}
