package eu.kontor.tenancy.application.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.tenancy.api.Secrets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** People as users of Keycloak. An existing user keeps the password; name, address and language follow the file. */
final class KeycloakUsers {

    private static final String OPERATOR = "operator";

    /** Begins the name of a client's own user. */
    private static final String OF_A_CLIENT = "service-account-";

    /** As many as the coalition's file may list, and those who left it since. */
    private static final int MOST_OPERATORS = 1_000;

    private static final int PASSWORD_BYTES = 15;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final KeycloakAdmin admin;
    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();

    KeycloakUsers(KeycloakAdmin admin, Secrets secrets) {
        this.admin = admin;
        this.secrets = secrets;
    }

    Optional<JsonNode> find(String username) {
        JsonNode found = admin.get("/users?exact=true&username=" + KeycloakAdmin.encoded(username));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** @return the user's id */
    String ensure(Person person, Optional<String> samplePassword) {
        Optional<JsonNode> known = find(person.username());
        ObjectNode wanted = known.map(JsonNode::<ObjectNode>deepCopy).orElseGet(JSON::objectNode);
        wanted.put("username", person.username())
                .put("firstName", person.givenName())
                .put("lastName", person.familyName())
                .put("email", person.email())
                .put("emailVerified", true)
                .put("enabled", true);
        wanted.withObjectProperty("attributes").putArray("locale").add(person.language());
        if (known.isPresent()) {
            String id = known.get().path("id").asText();
            if (!wanted.equals(known.get())) {
                admin.put("/users/" + id, wanted);
            }
            return id;
        }
        setFirstPassword(wanted, person, samplePassword);
        return admin.post("/users", wanted);
    }

    void makeOperator(String user) {
        JsonNode role = admin.get("/roles/" + OPERATOR);
        admin.postUnlessThere(
                "/users/" + user + "/role-mappings/realm",
                JSON.arrayNode().add(role).toString());
    }

    /** @return ids by username of the people, not the machines, who have the operator's role */
    Map<String, String> operators() {
        Map<String, String> found = new LinkedHashMap<>();
        admin.get("/roles/" + OPERATOR + "/users?first=0&max=" + MOST_OPERATORS).forEach(user -> {
            String username = user.path("username").asText();
            if (!username.startsWith(OF_A_CLIENT)) {
                found.put(username, user.path("id").asText());
            }
        });
        return found;
    }

    void takeOperatorsRole(String user) {
        admin.delete("/users/" + user + "/role-mappings/realm", JSON.arrayNode().add(admin.get("/roles/" + OPERATOR)));
    }

    /** Ends the sessions of a user, who may be gone, with the identity provider, which tells the clients (OpenID Connect Back-Channel Logout 1.0). */
    void signOut(String user) {
        admin.postIfThere("/users/" + user + "/logout");
    }

    void delete(String user) {
        admin.delete("/users/" + user);
    }

    /** In a real coalition a random password that must be replaced, together with a second factor, at the first sign-in. */
    private void setFirstPassword(ObjectNode user, Person person, Optional<String> samplePassword) {
        ObjectNode password = user.putArray("credentials").addObject().put("type", "password");
        if (samplePassword.isPresent()) {
            password.put("value", samplePassword.get()).put("temporary", false);
            return;
        }
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        String first = Base64.getUrlEncoder().encodeToString(bytes);
        password.put("value", first).put("temporary", true);
        user.putArray("requiredActions").add("UPDATE_PASSWORD").add("CONFIGURE_TOTP");
        secrets.write("people/" + person.username(), first);
    }
}
