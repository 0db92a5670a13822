package eu.kontor.launcher.supply;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.launcher.Installation;
import eu.kontor.launcher.supply.ThirdParty.Component;
import eu.kontor.launcher.supply.VulnerabilityCheck.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIsKnownAgainstWhatShipsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final String ENTRY =
            """
            {"id": "%s", "modified": "%s", "summary": "reads what it should not",
             "affected": [{"package": {"ecosystem": "Maven", "name": "org.example:parser"}, "versions": [%s]}]}""";

    private static final ThirdParty SHIPPED = new ThirdParty(
            List.of(
                    new Component("org.example", "parser", "1.2", List.of("MIT")),
                    new Component("org.example", "writer", "1.2", List.of("MIT"))),
            List.of(),
            Set.of("MIT"));

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void a_version_that_an_entry_lists_is_named() throws IOException {
        assertThat(check(ENTRY.formatted("GHSA-1", NOW, "\"1.1\", \"1.2\""))).isEqualTo(Outcome.SOMETHING_KNOWN);
        assertThat(said).anyMatch(line -> line.startsWith("KNOWN") && line.contains("org.example:parser:1.2  GHSA-1"));
    }

    @Test
    void another_version_is_not() throws IOException {
        assertThat(check(ENTRY.formatted("GHSA-1", NOW, "\"1.1\""))).isEqualTo(Outcome.NOTHING_KNOWN);
    }

    @Test
    void an_entry_that_lists_no_versions_is_for_a_person_to_look_at() throws IOException {
        assertThat(check(ENTRY.formatted("GHSA-2", NOW, ""))).isEqualTo(Outcome.SOMETHING_KNOWN);
        assertThat(said).anyMatch(line -> line.startsWith("LOOK AT"));
    }

    @Test
    void an_old_snapshot_is_not_taken_for_an_answer() throws IOException {
        assertThat(check(ENTRY.formatted("GHSA-1", NOW.minusSeconds(15 * 86_400), "\"1.1\"")))
                .isEqualTo(Outcome.NOT_CHECKED);
        assertThat(said).anyMatch(line -> line.startsWith("NOT CHECKED"));
    }

    @Test
    void without_a_snapshot_or_with_something_else_it_says_that_it_could_not() throws IOException {
        assertThat(run(folder.resolve("none.zip"))).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(run(Files.writeString(folder.resolve("other.zip"), "no zip")))
                .isEqualTo(Outcome.NOT_CHECKED);
        assertThat(said).filteredOn(line -> line.startsWith("NOT CHECKED")).hasSize(2);
    }

    @Test
    void the_list_of_what_ships_can_be_read() {
        assertThat(ThirdParty.read(Installation.findCheckout()).all()).hasSizeGreaterThan(100);
    }

    private Outcome check(String entry) throws IOException {
        Path snapshot = folder.resolve("all.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(snapshot))) {
            zip.putNextEntry(new ZipEntry("entry.json"));
            zip.write(entry.getBytes(StandardCharsets.UTF_8));
        }
        return run(snapshot);
    }

    private Outcome run(Path snapshot) {
        return new VulnerabilityCheck(SHIPPED, snapshot, Clock.fixed(NOW, ZoneOffset.UTC)).run(said::add);
    }
}
