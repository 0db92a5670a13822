package eu.kontor.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Access tokens of service accounts, from Keycloak by the client-credentials grant. They last five minutes. */
public final class ServiceTokens {

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final URI endpoint;
    private final InstallationSecrets secrets;

    private ServiceTokens(URI endpoint, InstallationSecrets secrets) {
        this.endpoint = endpoint;
        this.secrets = secrets;
    }

    /** @return the tokens of that installation, whose Keycloak must run */
    public static ServiceTokens of(Installation installation) {
        return new ServiceTokens(
                URI.create("http://127.0.0.1:" + installation.ports().keycloak()
                        + "/realms/coalition/protocol/openid-connect/token"),
                installation.secrets());
    }

    /**
     * @param tenant the tenant's slug
     * @return a token of the service account {@code svc-<tenant>}, which may do what all jobs may
     * @throws LauncherFailure if there is no such tenant or Keycloak does not answer
     */
    public String forTenant(String tenant) {
        return forClient("svc-" + tenant, tenant);
    }

    /**
     * @param tenant the tenant's slug
     * @param machine the name of one of its clients, such as {@code till}
     * @throws LauncherFailure if there is no such client or Keycloak does not answer
     */
    public String forMachine(String tenant, String machine) {
        return forClient(tenant + "." + machine, tenant);
    }

    /** @return a token that may send files: of the whole account where the tenant has one, else of its machine {@code feed} */
    String forFilesOf(String tenant) {
        Path whole = secrets.directory().resolve("clients").resolve("svc-" + tenant);
        return Files.exists(whole) ? forTenant(tenant) : forMachine(tenant, "feed");
    }

    private String forClient(String client, String tenant) {
        Path clients = secrets.directory().resolve("clients");
        try {
            return request(client, Files.readString(clients.resolve(client)).strip());
        } catch (IOException e) {
            throw new LauncherFailure("There is no client " + client + " here. " + whatThereIs(clients, tenant), e);
        }
    }

    private static String whatThereIs(Path clients, String tenant) {
        String machines = tenant + ".";
        try (Stream<Path> files = Files.list(clients)) {
            String names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(machines))
                    .map(name -> name.substring(machines.length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
            return names.isEmpty()
                    ? "./kontor up provisions tenants."
                    : "The machines of " + tenant + " are: " + names + ".";
        } catch (IOException e) {
            return "./kontor up provisions tenants.";
        }
    }

    /** @return a token of the operator's own service account */
    public String forOperator() {
        return request("kontor-operations", secrets.get("kontor-operations"));
    }

    private String request(String client, String secret) {
        String form = "grant_type=client_credentials&client_id=" + encode(client) + "&client_secret=" + encode(secret);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher token = ACCESS_TOKEN.matcher(response.body());
            if (response.statusCode() != 200 || !token.find()) {
                throw new LauncherFailure("Keycloak gave no token to " + client + ": " + response.body());
            }
            return token.group(1);
        } catch (IOException e) {
            throw new LauncherFailure(
                    "Keycloak does not answer at " + endpoint.getAuthority() + "; start it with ./kontor up.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted while waiting for Keycloak.", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
