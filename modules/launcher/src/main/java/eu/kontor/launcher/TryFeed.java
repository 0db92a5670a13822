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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The command {@code try-feed}: what would become of a file, line by line, without posting any of it. */
final class TryFeed {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** For people, what the API names by a code. */
    private static final Map<String, String> QUESTIONS = Map.of(
            "day-or-month", "Is the day before the month in \"%s\"? If not, the pattern is %s.",
            "date-not-read", "How are the dates in \"%s\" written, such as %s? Say it as datePattern.",
            "word-unknown",
                    "What does \"%2$s\" in \"%1$s\" mean? Say it under values: sale, return, redemption, not-completed or called-off.",
            "outlet-unknown", "Which outlet is \"%2$s\" in \"%1$s\"? Say it under values.",
            "price-missing", "What does \"%2$s\" cost? Say it under items.",
            "no-card-seen", "\"%s\" holds no card number (%s). Which column does, or must the till print it first?");

    private final Installation installation;
    private final Terminal terminal;

    TryFeed(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    /** @throws LauncherFailure if there is no such file or tenant, or Kontor does not answer */
    void run(String tenant, Path file) {
        if (!Files.isReadable(file)) {
            throw new LauncherFailure("There is no file " + file + " that can be read.");
        }
        said(ask(tenant, file)).forEach(terminal::say);
    }

    private JsonNode ask(String tenant, Path file) {
        String name = file.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
        String address = installation.portalUrl() + "/api/v1/feeds/trial?fileName="
                + URLEncoder.encode(name, StandardCharsets.UTF_8);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE)
                    .header(
                            "Authorization",
                            "Bearer " + ServiceTokens.of(installation).forFilesOf(tenant))
                    .header("Content-Type", "application/octet-stream")
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != OK) {
                throw new LauncherFailure(
                        "Kontor refused: " + answer.path("detail").asText(response.body()));
            }
            return answer;
        } catch (IOException e) {
            throw new LauncherFailure("Kontor does not answer at " + address + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted while waiting for Kontor.", e);
        }
    }

    /** @param trial the answer of {@code POST /feeds/trial} */
    static List<String> said(JsonNode trial) {
        List<String> lines = new ArrayList<>();
        if (trial.hasNonNull("refusal")) {
            lines.add(trial.path("refusal").asText());
            JsonNode sketch = trial.path("sketch");
            if (sketch.isObject()) {
                sketch(sketch, lines);
            }
            return lines;
        }
        lines.add(String.format(
                Locale.ENGLISH,
                "Read by %s (%s): %,d lines, of which %,d were tried. Nothing was posted.",
                trial.path("mapping").asText(),
                trial.path("layout").asText(),
                trial.path("linesTotal").asLong(),
                trial.path("linesTried").asLong()));
        lines.add(String.format(
                Locale.ENGLISH,
                "  would post %,d lines (%,d of them corrections) as %,d purchases with %,d points; held for review %,d; known already %,d; refused %,d; skipped %s",
                trial.path("linesPosted").asLong(),
                trial.path("linesCorrected").asLong(),
                trial.path("purchases").asLong(),
                trial.path("points").asLong(),
                trial.path("linesHeld").asLong(),
                trial.path("linesKnown").asLong(),
                trial.path("linesRefused").asLong(),
                trial.path("skipped").isEmpty() ? "none" : trial.path("skipped").toString()));
        for (JsonNode column : trial.path("columnsRepeated")) {
            lines.add("  The column " + column.asText() + " stands in the header twice; nothing reads it.");
        }
        for (JsonNode line : trial.path("lines")) {
            lines.add(String.format(
                    Locale.ENGLISH,
                    "%6d  %-9s %6d  %s",
                    line.path("line").asLong(),
                    line.path("outcome").asText(),
                    line.path("points").asLong(),
                    line.path("reason").asText().isEmpty()
                            ? line.path("text").asText()
                            : line.path("reason").asText()));
        }
        return lines;
    }

    private static void sketch(JsonNode sketch, List<String> lines) {
        lines.add("It looks like " + sketch.path("layout").asText()
                + ". Put this under \"feeds\" in the tenant's file, complete it, and try again:");
        lines.add("");
        sketch.path("yaml").asText().lines().map(line -> "  " + line).forEach(lines::add);
        lines.add("");
        for (JsonNode missing : sketch.path("missing")) {
            lines.add(
                    "Missing: " + missing.asText() + ". Name its column under columns, or its value under constants.");
        }
        for (JsonNode question : sketch.path("questions")) {
            String sentence = QUESTIONS.getOrDefault(question.path("code").asText(), "%s: %s");
            lines.add(String.format(
                    sentence,
                    question.path("column").asText(),
                    question.path("value").asText()));
        }
    }
}
