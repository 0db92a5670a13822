package eu.kontor.it.start;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.it.whole.TheWhole;
import eu.kontor.launcher.LocalSystem;
import eu.kontor.launcher.ServiceTokens;
import eu.kontor.launcher.StepProgress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class TheWholeStartsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final LocalSystem system = TheWhole.running().system();

    @Test
    void takes_a_token_of_the_operators_service_account() throws IOException, InterruptedException {
        String token = ServiceTokens.of(system.installation()).forOperator();

        assertThat(get("/api/v1/operations/tenants", "Bearer " + token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refuses_who_has_no_token() throws IOException, InterruptedException {
        assertThat(get("/api/v1/operations/tenants", "none").statusCode()).isEqualTo(401);
    }

    @Test
    void sends_a_browser_to_keycloak() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/", "none");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith(system.installation().keycloakUrl() + "/realms/coalition/")
                .contains("code_challenge_method=S256");
    }

    @Test
    void is_started_twice_without_harm() {
        long before = system.processes().get("Open Liberty");

        system.start(StepProgress.SILENT);

        assertThat(system.processes().get("Open Liberty")).isEqualTo(before).isNotZero();
    }

    private HttpResponse<String> get(String path, String authorization) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(system.installation().portalUrl() + path))
                .header("Authorization", authorization)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
