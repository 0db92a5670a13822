package eu.kontor.tenancy.application.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Keycloak's admin API of one realm, as the client {@code kontor-provisioner}. */
final class KeycloakAdmin {

    private static final String CLIENT = "kontor-provisioner";

    /** Creating a client is the slowest call, some 200 ms; a Keycloak that just started needs longer. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int FIRST_ERROR = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String tokenAddress;
    private final String realmAddress;
    private final String secret;
    private String token = "";

    /** @param keycloak base address such as {@code http://127.0.0.1:9180} */
    KeycloakAdmin(String keycloak, String realm, String secret) {
        this.tokenAddress = keycloak + "/realms/" + realm + "/protocol/openid-connect/token";
        this.realmAddress = keycloak + "/admin/realms/" + realm;
        this.secret = secret;
    }

    /** @param path below the realm, beginning with a slash, its variables encoded */
    JsonNode get(String path) {
        HttpResponse<String> answer = send("GET", path, null);
        return read(accepted("GET", path, answer));
    }

    Optional<JsonNode> find(String path) {
        HttpResponse<String> answer = send("GET", path, null);
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(read(accepted("GET", path, answer)));
    }

    /** @return the new thing's id, from the address in the answer; empty where Keycloak gives none */
    String post(String path, JsonNode body) {
        HttpResponse<String> answer = accepted("POST", path, send("POST", path, body.toString()));
        return answer.headers()
                .firstValue("Location")
                .map(address -> address.substring(address.lastIndexOf('/') + 1))
                .orElse("");
    }

    /** For relations: that it is there already is as good. */
    void postUnlessThere(String path, String body) {
        HttpResponse<String> answer = send("POST", path, body);
        if (answer.statusCode() != CONFLICT) {
            accepted("POST", path, answer);
        }
    }

    /** For what may be gone: nothing is left to be done with it then. */
    void postIfThere(String path) {
        HttpResponse<String> answer = send("POST", path, "{}");
        if (answer.statusCode() != NOT_FOUND) {
            accepted("POST", path, answer);
        }
    }

    void put(String path, JsonNode body) {
        accepted("PUT", path, send("PUT", path, body.toString()));
    }

    /** For relations that Keycloak puts by their address alone. */
    void putUnlessThere(String path) {
        HttpResponse<String> answer = send("PUT", path, null);
        if (answer.statusCode() != CONFLICT) {
            accepted("PUT", path, answer);
        }
    }

    void delete(String path) {
        HttpResponse<String> answer = send("DELETE", path, null);
        if (answer.statusCode() != NOT_FOUND) {
            accepted("DELETE", path, answer);
        }
    }

    /** For relations that Keycloak wants named in the body. */
    void delete(String path, JsonNode body) {
        HttpResponse<String> answer = send("DELETE", path, body.toString());
        if (answer.statusCode() != NOT_FOUND) {
            accepted("DELETE", path, answer);
        }
    }

    static String encoded(String variable) {
        return URLEncoder.encode(variable, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpResponse<String> answer = exchange(method, path, body);
        if (answer.statusCode() == UNAUTHORIZED) {
            token = freshToken();
            answer = exchange(method, path, body);
        }
        return answer;
    }

    private HttpResponse<String> exchange(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(realmAddress + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
        if (body == null) {
            return call(request.method(method, BodyPublishers.noBody()).build());
        }
        return call(request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private String freshToken() {
        String form = "grant_type=client_credentials&client_id=" + CLIENT + "&client_secret=" + encoded(secret);
        HttpRequest request = HttpRequest.newBuilder(URI.create(tokenAddress))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return read(accepted("POST", "token", call(request)))
                .path("access_token")
                .asText();
    }

    private HttpResponse<String> call(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IdentityFailure("Keycloak cannot be reached at " + request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IdentityFailure("the call to Keycloak was interrupted", e);
        }
    }

    private static HttpResponse<String> accepted(String method, String path, HttpResponse<String> answer) {
        if (answer.statusCode() >= FIRST_ERROR) {
            throw new IdentityFailure(
                    "Keycloak answered " + answer.statusCode() + " to " + method + " " + path + ": " + answer.body(),
                    null);
        }
        return answer;
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IdentityFailure("Keycloak's answer is not JSON: " + answer.body(), e);
        }
    }

    /** Keycloak is away, or refuses what the provisioner asks. What was done before stays and is found when it is done again. */
    static final class IdentityFailure extends RuntimeException {
        IdentityFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
