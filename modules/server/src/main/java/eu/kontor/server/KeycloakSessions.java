package eu.kontor.server;

import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a person's session at Keycloak without the browser: the portal's client says so with the session's refresh token. */
@Service
public class KeycloakSessions {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakSessions.class);

    /** Somebody waits for it before leaving a desk. */
    private static final Duration ANSWER_AT_MOST = Duration.ofSeconds(5);

    private static final int FIRST_ERROR = 400;

    private final URI logout;
    private final String secret;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_AT_MOST).build();

    @Inject
    public KeycloakSessions(
            @ConfigProperty(name = "kontor.keycloak.internal.url", defaultValue = "http://localhost:9180")
                    String keycloakUrl,
            @ConfigProperty(name = "kontor.portal.secret", defaultValue = "") String secret) {
        this.logout = URI.create(keycloakUrl + "/realms/coalition/protocol/openid-connect/logout");
        this.secret = secret;
    }

    /** @return false when Keycloak did not answer, or would not: then its session lives on */
    boolean end(String refreshToken) {
        HttpRequest request = HttpRequest.newBuilder(logout)
                .timeout(ANSWER_AT_MOST)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("client_id=kontor-portal&client_secret=" + encoded(secret)
                        + "&refresh_token=" + encoded(refreshToken)))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= FIRST_ERROR) {
                LOG.warn("Keycloak answered {} to a sign-out", status);
            }
            return status < FIRST_ERROR;
        } catch (IOException e) {
            LOG.warn("Keycloak could not be told of a sign-out", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
