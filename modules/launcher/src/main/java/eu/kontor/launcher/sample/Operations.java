package eu.kontor.launcher.sample;

import eu.kontor.launcher.Installation;
import eu.kontor.launcher.LauncherFailure;
import eu.kontor.launcher.ServiceTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operator's calls that the sample needs, by the operator's own service account. */
final class Operations implements AutoCloseable {

    /** A token lasts five minutes; a new one well before that. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(4);

    /** A close freezes thousands of transfers, the members' import writes thousands of rows. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final Pattern WINDOW = Pattern.compile("\"window\"\\s*:\\s*\"(\\d{4}-\\d{2})\"");

    private final String api;
    private final ServiceTokens tokens;
    private final HttpClient http = HttpClient.newHttpClient();
    private String token;
    private long tokenNanos;

    Operations(Installation installation) {
        this.api = installation.portalUrl() + "/api/v1";
        this.tokens = ServiceTokens.of(installation);
    }

    /** Imports the member master file; members that are there stay as they are. */
    void importMembers(Path csv) throws IOException {
        send("/operations/members", "text/csv", HttpRequest.BodyPublishers.ofFile(csv));
    }

    /** The members were told on that day, by letter, of whatever runs out within the days of notice. */
    void tellMembers(LocalDate day) {
        HttpResponse<String> due = send(builder("/operations/expiry/notices?day=" + day, "application/json")
                .GET()
                .build());
        if (due.statusCode() != OK) {
            throw failure("list what members must be told", due);
        }
        send("/operations/expiry/notices/told?day=" + day, "text/csv", HttpRequest.BodyPublishers.ofString(due.body()));
    }

    void runExpiry(LocalDate asOf) {
        send(
                "/operations/expiry",
                "application/json",
                HttpRequest.BodyPublishers.ofString("{\"asOf\":\"" + asOf + "\"}"));
    }

    /** Closes the window; one that is closed already stays closed. */
    void close(YearMonth window) {
        HttpResponse<String> response = request(
                "/operations/windows/" + window + "/close", "application/json", HttpRequest.BodyPublishers.noBody());
        boolean isClosed = response.statusCode() == CONFLICT && response.body().contains("window-already-closed");
        if (response.statusCode() != OK && !isClosed) {
            throw failure("close the window " + window, response);
        }
    }

    /** The coalition's oldest settlement window, if it has any. */
    Optional<YearMonth> oldestWindow() {
        HttpRequest request =
                builder("/settlement/windows", "application/json").GET().build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() != OK) {
            throw failure("list the settlement windows", response);
        }
        Matcher windows = WINDOW.matcher(response.body());
        return windows.results().map(match -> YearMonth.parse(match.group(1))).min(YearMonth::compareTo);
    }

    private void send(String path, String type, HttpRequest.BodyPublisher body) {
        HttpResponse<String> response = request(path, type, body);
        if (response.statusCode() / 100 != OK / 100) {
            throw failure("call " + path, response);
        }
    }

    private HttpResponse<String> request(String path, String type, HttpRequest.BodyPublisher body) {
        return send(builder(path, type).POST(body).build());
    }

    private HttpRequest.Builder builder(String path, String type) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", type);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LauncherFailure("Kontor does not answer at " + request.uri() + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted while the sample was imported; ./kontor up goes on with it.", e);
        }
    }

    private String token() {
        if (token == null || System.nanoTime() - tokenNanos > TOKEN_LIFE.toNanos()) {
            token = tokens.forOperator();
            tokenNanos = System.nanoTime();
        }
        return token;
    }

    private static LauncherFailure failure(String what, HttpResponse<String> response) {
        return new LauncherFailure(
                "The sample's import could not " + what + ": " + response.statusCode() + " " + response.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
