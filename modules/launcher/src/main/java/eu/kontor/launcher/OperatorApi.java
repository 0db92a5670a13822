package eu.kontor.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code ./kontor up} and {@code verify} ask of the running server, in the name of the operator's service account. */
public final class OperatorApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    /** Provisioning takes about a second per tenant, the ledger's check reads everything. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final String api;
    private final ServiceTokens tokens;

    public OperatorApi(Installation installation) {
        this.api = installation.portalUrl() + "/api/v1";
        this.tokens = ServiceTokens.of(installation);
    }

    /**
     * Applies the configuration folder.
     *
     * @return a sentence that says what changed, and a line for each thing that was not applied
     * @throws LauncherFailure with every mistake's file and line, if there are mistakes; nothing was applied then
     */
    public String applyConfiguration() {
        HttpResponse<String> response = send(request("/operations/configuration")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        JsonNode answer = parse(response);
        if (response.statusCode() != OK) {
            throw new LauncherFailure(mistakes(answer));
        }
        int created = 0;
        int changed = 0;
        for (JsonNode file : answer.path("files")) {
            created += file.path("change").asText().equals("created") ? 1 : 0;
            changed += file.path("change").asText().equals("changed") ? 1 : 0;
        }
        List<String> said = new ArrayList<>();
        said.add("%d files: %d new, %d changed".formatted(answer.path("files").size(), created, changed));
        said.addAll(notes(answer));
        return String.join("\n", said);
    }

    /** What of the files was not applied, or takes something from members: a line for each. */
    static List<String> notes(JsonNode applied) {
        List<String> notes = new ArrayList<>();
        for (JsonNode file : applied.path("files")) {
            for (JsonNode note : file.path("notes")) {
                notes.add("  " + file.path("file").asText() + ": " + note.asText());
            }
        }
        return notes;
    }

    /** What applying would change: of one tenant, or of all. */
    ConfigurationAtATerminal.Answer plan(Optional<String> tenant) {
        String query = tenant.map(slug -> "?tenant=" + URLEncoder.encode(slug, StandardCharsets.UTF_8))
                .orElse("");
        return answer(
                send(request("/operations/configuration/plan" + query).GET().build()));
    }

    /** Applies what a plan showed, if it would still change just that. */
    ConfigurationAtATerminal.Answer applyAsPlanned(String fingerprint) {
        return answer(send(request("/operations/configuration?fingerprint=" + fingerprint)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build()));
    }

    private static ConfigurationAtATerminal.Answer answer(HttpResponse<String> response) {
        return new ConfigurationAtATerminal.Answer(response.statusCode(), parse(response));
    }

    /**
     * Has the whole ledger recomputed.
     *
     * @return one sentence that says how much was checked
     * @throws LauncherFailure if an invariant does not hold
     */
    public String checkLedger() {
        HttpResponse<String> response =
                send(request("/operations/ledger/coherence").GET().build());
        JsonNode answer = parse(response);
        if (response.statusCode() != OK || !answer.path("coherent").asBoolean()) {
            throw new LauncherFailure("The ledger is not coherent: " + answer.path("findings"));
        }
        return String.format(
                Locale.ENGLISH,
                "coherent: %,d transfers of %,d members",
                answer.path("transfers").asLong(),
                answer.path("members").asLong());
    }

    /**
     * Has coherence and seals verified.
     *
     * @return what is under way now: {@code beganAt}, {@code step}, {@code done}, {@code of}
     */
    JsonNode beginVerification() {
        HttpResponse<String> response = send(request("/operations/ledger/verification")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        return answered(response, ACCEPTED);
    }

    /** @return how far a verification is ({@code underway}), and what the last one found ({@code latest}) */
    JsonNode verification() {
        return answered(send(request("/operations/ledger/verification").GET().build()), OK);
    }

    private static JsonNode answered(HttpResponse<String> response, int expected) {
        JsonNode answer = parse(response);
        if (response.statusCode() != expected) {
            throw new LauncherFailure("Kontor refused: " + answer.path("detail").asText(response.body()));
        }
        return answer;
    }

    static boolean hasMistakes(JsonNode answer) {
        return answer.path("mistakes").isArray();
    }

    /** Every mistake with its file and line; or else why it was refused. */
    static String mistakes(JsonNode answer) {
        if (!hasMistakes(answer)) {
            return answer.path("detail").asText(answer.toString());
        }
        StringBuilder text = new StringBuilder("The configuration has mistakes; nothing was applied.");
        for (JsonNode mistake : answer.path("mistakes")) {
            text.append("\n  ")
                    .append(mistake.path("file").asText())
                    .append(':')
                    .append(mistake.path("line").asInt())
                    .append("  ")
                    .append(mistake.path("expected").asText());
        }
        return text.toString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.forOperator())
                .header("Accept", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LauncherFailure("Kontor does not answer at " + request.uri() + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted while waiting for Kontor.", e);
        }
    }

    private static JsonNode parse(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new LauncherFailure(
                    "Kontor answered " + response.statusCode() + " to " + response.uri()
                            + " with something that is no JSON; see ./kontor logs server.",
                    e);
        }
    }
}
