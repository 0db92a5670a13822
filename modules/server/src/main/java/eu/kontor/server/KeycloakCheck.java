package eu.kontor.server;

import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: Keycloak gives the keys with which tokens are verified. */
@Readiness
@Service
public class KeycloakCheck implements HealthCheck {

    private static final Duration ANSWER_AT_MOST = Duration.ofSeconds(3);

    /** Health is asked every few seconds by several observers; Keycloak is not. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final Clock clock;
    private final HttpRequest keys;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_AT_MOST).build();
    private Instant lastUp = Instant.MIN;

    @Inject
    public KeycloakCheck(
            Clock clock,
            @ConfigProperty(name = "kontor.keycloak.internal.url", defaultValue = "http://localhost:9180")
                    String keycloakUrl) {
        this.clock = clock;
        this.keys = HttpRequest.newBuilder(URI.create(keycloakUrl + "/realms/coalition/protocol/openid-connect/certs"))
                .timeout(ANSWER_AT_MOST)
                .build();
    }

    @Override
    public synchronized HealthCheckResponse call() {
        Instant now = clock.instant();
        if (lastUp.isAfter(now.minus(REMEMBERED))) {
            return HealthCheckResponse.up("keycloak");
        }
        try {
            if (http.send(keys, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                lastUp = now;
                return HealthCheckResponse.up("keycloak");
            }
        } catch (IOException e) {
            return HealthCheckResponse.named("keycloak")
                    .down()
                    .withData("error", e.toString())
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return HealthCheckResponse.down("keycloak");
    }
}
