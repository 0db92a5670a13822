package eu.kontor.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import eu.kontor.it.whole.TheWhole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What somebody learns at the sign-in who is nobody here. */
class TheSignInTellsNothingTest {

    private static final String WRONG = "not-the-password-1";

    private final BrowserSystem system = BrowserSystem.running();

    @Test
    void of_who_is_known_by_name_or_address() {
        String known = answerTo(People.SHOP_ADMIN);
        String unknown = answerTo("nobody-of-that-name");
        String address = answerTo("nobody@example.com");

        assertThat(known).isNotBlank().isEqualTo(unknown).isEqualTo(address);
    }

    @Test
    void and_no_client_takes_a_password_itself() throws Exception {
        for (String realm : new String[] {"coalition", "members"}) {
            HttpResponse<String> answer = ask(realm);

            assertThat(answer.statusCode()).as(answer.body()).isIn(400, 401);
            assertThat(answer.body()).contains("unauthorized_client");
        }
    }

    private String answerTo(String name) {
        Page page = system.strangersPage(BrowserSystem.Screen.DESK);
        try {
            page.navigate(system.address());
            return new SignInPage(page).answerTo(name, WRONG);
        } finally {
            page.context().close();
        }
    }

    private static HttpResponse<String> ask(String realm) throws IOException, InterruptedException {
        String keycloak = TheWhole.running().system().installation().keycloakUrl();
        String form = "grant_type=password&client_id=admin-cli&username=" + People.SHOP_ADMIN + "&password="
                + BrowserSystem.SAMPLE_PASSWORD;
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(keycloak + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
