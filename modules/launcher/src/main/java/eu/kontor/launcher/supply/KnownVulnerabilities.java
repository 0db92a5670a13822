package eu.kontor.launcher.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.launcher.LauncherFailure;
import eu.kontor.launcher.supply.ThirdParty.Component;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A snapshot of the Open Source Vulnerabilities database (osv.dev, its schema 1.6): a zip with one JSON file per entry. It is asked offline, by the
 * versions that entries list; where an entry lists none, a person has to look at it.
 */
final class KnownVulnerabilities {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<JsonNode>> byPackage = new HashMap<>();
    private Instant newest = Instant.EPOCH;

    /**
     * @param id such as {@code GHSA-…}
     * @param isCertain false when the entry does not list versions, so that only its package is known
     */
    record Finding(Component component, String id, String summary, boolean isCertain) {}

    /** @throws LauncherFailure when the file is no such snapshot */
    KnownVulnerabilities(Path snapshot) {
        try (ZipFile zip = new ZipFile(snapshot.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".json")) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        remember(JSON.readTree(content));
                    }
                }
            }
        } catch (IOException e) {
            throw new LauncherFailure(
                    "The snapshot " + snapshot + " cannot be read: " + e.getMessage() + ". It is a zip from osv.dev.",
                    e);
        }
        if (byPackage.isEmpty()) {
            throw new LauncherFailure("The snapshot " + snapshot + " knows nothing of Maven's libraries.");
        }
    }

    private void remember(JsonNode entry) {
        if (entry.hasNonNull("withdrawn")) {
            return;
        }
        Instant modified = Instant.parse(entry.path("modified").asText("1970-01-01T00:00:00Z"));
        newest = modified.isAfter(newest) ? modified : newest;
        for (JsonNode affected : entry.path("affected")) {
            if ("Maven".equals(affected.at("/package/ecosystem").asText())) {
                byPackage
                        .computeIfAbsent(affected.at("/package/name").asText(), name -> new ArrayList<>())
                        .add(entry);
            }
        }
    }

    /** The last change that it knows of. */
    Instant newest() {
        return newest;
    }

    List<Finding> of(Component component) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode entry : byPackage.getOrDefault(component.coordinates(), List.of())) {
            boolean isListed = false;
            boolean isNamed = false;
            for (JsonNode affected : entry.path("affected")) {
                if (affected.at("/package/name").asText().equals(component.coordinates())) {
                    isListed |= !affected.path("versions").isEmpty();
                    for (JsonNode version : affected.path("versions")) {
                        isNamed |= version.asText().equals(component.version());
                    }
                }
            }
            if (isNamed || !isListed) {
                findings.add(new Finding(
                        component,
                        entry.path("id").asText(),
                        entry.path("summary").asText(""),
                        isNamed));
            }
        }
        return findings;
    }
}
