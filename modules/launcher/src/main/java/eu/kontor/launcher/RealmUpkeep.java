package eu.kontor.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings realms that exist up to what {@code deploy/keycloak} says today: an import skips a realm that is there, and knows flows of
 * sign-in only all together. What is as it should be is left alone, so that it can be run at every start.
 */
final class RealmUpkeep {

    /** A flow is never changed under people who are signing in: another one gets another number. */
    private static final String FLOW = "kontor browser 1";

    private static final String FORMS = "kontor forms 1";
    private static final String SECOND_FACTOR = "kontor second factor 1";
    private static final String REQUIRED = "REQUIRED";
    private static final String ALTERNATIVE = "ALTERNATIVE";
    private static final String CONDITIONAL = "CONDITIONAL";

    /** As long as the longest session: how somebody signed in is told as long as they are. */
    private static final String SESSION_SECONDS = "43200";

    private static final String AMR = "amr";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NEW = JsonNodeFactory.instance;

    private final KeycloakAdministrator keycloak;

    RealmUpkeep(KeycloakAdministrator keycloak) {
        this.keycloak = keycloak;
    }

    /** @param files the folder with the realm files */
    void bring(Path files) {
        try (Stream<Path> realms = Files.list(files)) {
            for (Path file : realms.sorted().toList()) {
                JsonNode wanted = JSON.readTree(Files.readString(file));
                String realm = wanted.path("realm").asText();
                flow(realm);
                settings(realm, wanted);
                withoutDirectGrants(realm);
                methodsInTokens(realm);
            }
        } catch (IOException e) {
            throw new LauncherFailure("The realm files in " + files + " cannot be read: " + e.getMessage() + '.', e);
        }
    }

    /** The realm's own words and numbers; its clients, scopes and people are provisioning's, or were imported. */
    private void settings(String realm, JsonNode wanted) {
        JsonNode present = keycloak.get(realm);
        ObjectNode changed = NEW.objectNode();
        wanted.properties().stream()
                .filter(setting -> setting.getValue().isValueNode())
                .filter(setting -> !setting.getValue().equals(present.path(setting.getKey())))
                .forEach(setting -> changed.set(setting.getKey(), setting.getValue()));
        if (!FLOW.equals(present.path("browserFlow").asText())) {
            changed.put("browserFlow", FLOW);
        }
        if (!changed.isEmpty()) {
            keycloak.put(realm, changed.put("realm", realm));
        }
    }

    /**
     * One page with name and password, whoever it is that signs in: the built-in flow asks the name first, and shows by the next page
     * whether there is such a person. Whoever has a second factor is asked for it. It is bound when it is whole: one that is there and not
     * bound was left half-made, and is made again.
     */
    private void flow(String realm) {
        if (FLOW.equals(keycloak.get(realm).path("browserFlow").asText())) {
            return;
        }
        for (JsonNode known : keycloak.get(realm + "/authentication/flows")) {
            if (known.path("alias").asText().equals(FLOW)) {
                keycloak.delete(
                        realm + "/authentication/flows/" + known.path("id").asText());
            }
        }
        keycloak.post(
                realm + "/authentication/flows",
                NEW.objectNode()
                        .put("alias", FLOW)
                        .put("description", "One page, then a second factor")
                        .put("providerId", "basic-flow")
                        .put("topLevel", true)
                        .put("builtIn", false));
        execution(realm, FLOW, "auth-cookie");
        subflow(realm, FLOW, FORMS);
        execution(realm, FORMS, "auth-username-password-form");
        subflow(realm, FORMS, SECOND_FACTOR);
        execution(realm, SECOND_FACTOR, "conditional-user-configured");
        execution(realm, SECOND_FACTOR, "auth-otp-form");
        execution(realm, SECOND_FACTOR, "webauthn-authenticator");
        require(
                realm,
                Map.of(
                        "auth-cookie",
                        ALTERNATIVE,
                        FORMS,
                        ALTERNATIVE,
                        "auth-username-password-form",
                        REQUIRED,
                        SECOND_FACTOR,
                        CONDITIONAL,
                        "conditional-user-configured",
                        REQUIRED,
                        "auth-otp-form",
                        ALTERNATIVE,
                        "webauthn-authenticator",
                        ALTERNATIVE));
        tellAs(realm, "auth-username-password-form", "pwd");
        tellAs(realm, "auth-otp-form", "otp");
        tellAs(realm, "webauthn-authenticator", "hwk");
    }

    private void execution(String realm, String flow, String provider) {
        keycloak.post(
                realm + "/authentication/flows/" + KeycloakAdministrator.encoded(flow) + "/executions/execution",
                NEW.objectNode().put("provider", provider));
    }

    private void subflow(String realm, String flow, String alias) {
        keycloak.post(
                realm + "/authentication/flows/" + KeycloakAdministrator.encoded(flow) + "/executions/flow",
                NEW.objectNode()
                        .put("alias", alias)
                        .put("description", "")
                        .put("provider", "")
                        .put("type", "basic-flow"));
    }

    private void require(String realm, Map<String, String> requirements) {
        String executions = executionsOf(realm);
        for (JsonNode execution : keycloak.get(executions)) {
            String wanted = requirements.get(nameOf(execution));
            if (!execution.path("requirement").asText().equals(wanted)) {
                keycloak.put(executions, execution.<ObjectNode>deepCopy().put("requirement", wanted));
            }
        }
    }

    /** How this step is called in the token's {@code amr} (RFC 8176). */
    private void tellAs(String realm, String provider, String reference) {
        for (JsonNode execution : keycloak.get(executionsOf(realm))) {
            if (nameOf(execution).equals(provider)) {
                ObjectNode config = NEW.objectNode().put("alias", FLOW + ' ' + reference);
                config.putObject("config")
                        .put("default.reference.value", reference)
                        .put("default.reference.maxAge", SESSION_SECONDS);
                keycloak.post(
                        realm + "/authentication/executions/"
                                + execution.path("id").asText() + "/config",
                        config);
            }
        }
    }

    private static String executionsOf(String realm) {
        return realm + "/authentication/flows/" + KeycloakAdministrator.encoded(FLOW) + "/executions";
    }

    private static String nameOf(JsonNode execution) {
        return execution.path("authenticationFlow").asBoolean(false)
                ? execution.path("displayName").asText()
                : execution.path("providerId").asText();
    }

    /** No client may take a person's password itself, Keycloak's own command line neither. */
    private void withoutDirectGrants(String realm) {
        for (JsonNode client : keycloak.get(realm + "/clients?max=5000")) {
            if (client.path("directAccessGrantsEnabled").asBoolean(false)) {
                keycloak.put(
                        realm + "/clients/" + client.path("id").asText(),
                        client.<ObjectNode>deepCopy().put("directAccessGrantsEnabled", false));
            }
        }
    }

    /** A token says how somebody signed in, where the realm has the scope for it. */
    private void methodsInTokens(String realm) {
        Optional<JsonNode> scope = scope(realm, "acr");
        if (scope.isEmpty() || namesOf(scope.get().path("protocolMappers")).contains(AMR)) {
            return;
        }
        ObjectNode mapper = NEW.objectNode()
                .put("name", AMR)
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-amr-mapper");
        mapper.putObject("config")
                .put("id.token.claim", "true")
                .put("access.token.claim", "true")
                .put("introspection.token.claim", "true");
        keycloak.post(realm + "/client-scopes/" + scope.get().path("id").asText() + "/protocol-mappers/models", mapper);
    }

    private Optional<JsonNode> scope(String realm, String name) {
        for (JsonNode scope : keycloak.get(realm + "/client-scopes")) {
            if (scope.path("name").asText().equals(name)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }

    private static List<String> namesOf(JsonNode things) {
        return things.findValuesAsText("name");
    }
}
