package eu.kontor.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Keycloak's admin API as its own administrator, for what the server's provisioner may not: flows of sign-in, settings of a realm. */
final class KeycloakAdministrator implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_ERROR = 400;

    /** A Keycloak that just started compiles what it runs. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;

    /** @param address such as {@code http://127.0.0.1:9180} */
    KeycloakAdministrator(String address, String username, String password) {
        this.address = address;
        this.token = token(username, password);
    }

    /** @param path below {@code /admin/realms/}, its variables encoded */
    JsonNode get(String path) {
        return parse(send(request(path).GET()));
    }

    /** @return the last part of the new thing's address */
    String post(String path, JsonNode body) {
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
        return answer.headers()
                .firstValue("Location")
                .map(location -> location.substring(location.lastIndexOf('/') + 1))
                .orElse("");
    }

    void put(String path, JsonNode body) {
        send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body.toString())));
    }

    void delete(String path) {
        send(request(path).DELETE());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
    }

    private String token(String username, String password) {
        String form = "grant_type=password&client_id=admin-cli&username=" + encoded(username) + "&password="
                + encoded(password);
        return parse(send(HttpRequest.newBuilder(URI.create(address + "/realms/master/protocol/openid-connect/token"))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))))
                .path("access_token")
                .asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/admin/realms/" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= FIRST_ERROR) {
                throw new LauncherFailure("Keycloak answered " + answer.statusCode() + " to " + request.method() + ' '
                        + request.uri().getPath() + ": " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new LauncherFailure("Keycloak cannot be reached at " + address + ": " + e.getMessage() + '.', e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted while waiting for Keycloak.", e);
        }
    }

    private static JsonNode parse(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new LauncherFailure("Keycloak's answer is not JSON: " + answer.body(), e);
        }
    }
}
