package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.kontor.it.whole.TheWhole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A realm of its own in the running whole's Keycloak: bringing it up to date was interrupted before its flow was whole. */
class AHalfMadeSignInIsMadeAgainTest {

    private static final String REALM = "half-made";
    private static final String FLOW = "kontor browser 1";
    private static final String FLOWS = REALM + "/authentication/flows";

    private static final LocalSystem SYSTEM = TheWhole.running().system();

    @TempDir
    Path files;

    private final KeycloakAdministrator keycloak = new KeycloakAdministrator(
            "http://127.0.0.1:" + SYSTEM.installation().ports().keycloak(),
            KeycloakServer.ADMINISTRATOR,
            SYSTEM.secrets().get("keycloak-admin"));

    @BeforeEach
    void aRealm() throws IOException {
        ObjectNode realm =
                JsonNodeFactory.instance.objectNode().put("realm", REALM).put("enabled", true);
        Files.writeString(files.resolve("half-made-realm.json"), realm.toString());
        keycloak.post("", realm);
    }

    @AfterEach
    void noneAnyMore() {
        keycloak.delete(REALM);
        keycloak.close();
    }

    @Test
    void where_only_its_name_was_there() {
        keycloak.post(
                FLOWS,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("alias", FLOW)
                        .put("providerId", "basic-flow")
                        .put("topLevel", true)
                        .put("builtIn", false));

        new RealmUpkeep(keycloak).bring(files);

        isWhole();
    }

    @Test
    void where_all_was_there_but_nobody_was_led_to_it() {
        new RealmUpkeep(keycloak).bring(files);
        keycloak.put(
                REALM, JsonNodeFactory.instance.objectNode().put("realm", REALM).put("browserFlow", "browser"));

        new RealmUpkeep(keycloak).bring(files);

        isWhole();
    }

    private void isWhole() {
        assertThat(keycloak.get(REALM).path("browserFlow").asText()).isEqualTo(FLOW);
        List<String> told = new ArrayList<>();
        for (JsonNode step : keycloak.get(FLOWS + '/' + KeycloakAdministrator.encoded(FLOW) + "/executions")) {
            if (step.has("authenticationConfig")) {
                told.add(step.path("providerId").asText());
            }
        }
        assertThat(told).containsExactly("auth-username-password-form", "auth-otp-form", "webauthn-authenticator");
    }
}
