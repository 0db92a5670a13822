package eu.kontor.tenancy.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.kontor.it.whole.TheWhole;
import eu.kontor.launcher.LocalSystem;
import org.junit.jupiter.api.Test;

/** The realm of staff and machines of the running whole: imported, then brought up to what this version wants. */
class TheRealmIsAsItShouldBeTest {

    private static final int FIVE_MINUTES = 300;

    private static final LocalSystem SYSTEM = TheWhole.running().system();

    private final KeycloakAdmin admin = new KeycloakAdmin(
            "http://127.0.0.1:" + SYSTEM.installation().ports().keycloak(),
            "coalition",
            SYSTEM.secrets().get("kontor-provisioner"));
    private final JsonNode realm = admin.get("");

    @Test
    void who_guesses_passwords_must_wait_longer_and_longer() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("failureFactor").asInt()).isBetween(1, 10);
        assertThat(realm.path("waitIncrementSeconds").asInt()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void people_sign_in_on_one_page_and_nowhere_else() {
        assertThat(realm.path("browserFlow").asText()).isEqualTo("kontor browser 1");
        assertThat(realm.path("registrationAllowed").asBoolean()).isFalse();
        assertThat(realm.path("resetPasswordAllowed").asBoolean())
                .as("without a mail server it would fail for those who exist")
                .isFalse();
        for (JsonNode client : admin.get("/clients?max=1000")) {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean())
                    .as("%s takes passwords itself", client.path("clientId").asText())
                    .isFalse();
        }
    }

    @Test
    void tokens_are_short_lived_and_sessions_end() {
        assertThat(realm.path("accessTokenLifespan").asInt()).isBetween(1, FIVE_MINUTES);
        assertThat(realm.path("ssoSessionIdleTimeout").asInt()).isBetween(1, 4 * 3600);
        assertThat(realm.path("ssoSessionMaxLifespan").asInt()).isBetween(1, 12 * 3600);
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
    }
}
