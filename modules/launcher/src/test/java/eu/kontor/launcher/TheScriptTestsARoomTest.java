package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In a house of four rooms: cards and ledger stand on kernel, the portal on the ledger, and the tests of the whole on the portal. Its
 * Maven only says what it was told, and leaves the report of one test.
 */
class TheScriptTestsARoomTest {

    private static final String MAVEN =
            """
            #!/usr/bin/env bash
            echo "Maven: $*"
            echo "Marked: $(find . -name tested | sort | paste -sd" ")"
            mkdir -p modules/ledger/target/surefire-reports
            echo '<testsuite name="a.B" time="1.5" tests="3" errors="0" skipped="1" failures="1">' \\
                > modules/ledger/target/surefire-reports/TEST-a.B.xml
            exit "$(cat maven-ends-with)"
            """;

    @TempDir
    private Path house;

    @BeforeEach
    void build() throws IOException {
        room("modules/kernel", "");
        room("modules/cards", "kernel");
        room("modules/ledger", "kernel");
        room("modules/portal", "ledger");
        room("integration-tests", "portal");
        Files.createDirectory(house.resolve(".kontor"));
        Files.createFile(house.resolve(".kontor/sources"));
        Files.writeString(house.resolve("maven-ends-with"), "0");
        program("mvnw", MAVEN);
    }

    @Test
    void with_all_that_stands_on_it_and_nothing_beside_it() throws IOException, InterruptedException {
        assertThat(script("standing_on ledger").lines())
                .containsExactlyInAnyOrder("ledger", "portal", "integration-tests");
        assertThat(script("standing_on integration-tests")).isEqualTo("integration-tests");
    }

    @Test
    void and_has_Maven_build_what_these_need_without_testing_it() throws IOException, InterruptedException {
        assertThat(script("tests portal"))
                .contains("Maven: verify -Dkontor.rooms -am -pl modules/portal,integration-tests -T 2 ")
                .contains("Marked: ./integration-tests/target/tested ./modules/portal/target/tested\n");
    }

    @Test
    void or_several() throws IOException, InterruptedException {
        assertThat(script("tests cards portal"))
                .contains("Maven: verify -Dkontor.rooms -am -pl modules/cards,modules/portal,integration-tests -T 2 ");
    }

    @Test
    void and_forgets_which_it_tested_before() throws IOException, InterruptedException {
        script("tests ledger");

        assertThat(script("tests cards")).contains("Marked: ./modules/cards/target/tested\n");
    }

    @Test
    void or_all_of_them_when_none_is_named() throws IOException, InterruptedException {
        assertThat(script("tests")).contains("Maven: verify -T 2 ");
    }

    @Test
    void and_leaves_options_to_Maven() throws IOException, InterruptedException {
        assertThat(script("tests -Dtest=OneTest -o")).contains("Maven: verify -Dtest=OneTest -o -T 2 ");
        assertThat(script("tests cards -P fast"))
                .contains("Maven: verify -Dkontor.rooms -am -pl modules/cards -P fast -T 2 ");
    }

    @Test
    void but_none_that_is_not_there() throws IOException, InterruptedException {
        assertThat(script("tests leger"))
                .isEqualTo(
                        "There is no room leger to test. The rooms are: cards integration-tests kernel ledger portal");
    }

    @Test
    void and_counts_at_last_and_ends_as_Maven_did() throws IOException, InterruptedException {
        Files.writeString(house.resolve("maven-ends-with"), "7");

        assertThat(script("(tests ledger); echo \"status $?\""))
                .endsWith("Maven counted 3 tests in all modules: 1 failures, 0 errors, 1 skipped.\nstatus 7");
    }

    @Test
    void and_fails_when_a_room_took_too_long() throws IOException, InterruptedException {
        Path judge = house.resolve("integration-tests/target/test-classes/eu/kontor/it/seconds/TestSeconds.class");
        Files.createDirectories(judge.getParent());
        Files.createFile(judge);
        Files.createDirectory(house.resolve("bin"));
        program("bin/java", "#!/bin/sh\necho The tests of ledger took 180 s\nexit 1\n");

        assertThat(new Script(house).javaHome(house).run("(tests); echo \"status $?\""))
                .contains("The tests of ledger took 180 s\nMaven counted 3 tests")
                .endsWith("status 1");
    }

    private void program(String name, String text) throws IOException {
        Files.writeString(house.resolve(name), text);
        Files.setPosixFilePermissions(house.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void room(String folder, String below) throws IOException {
        String needs = below.isEmpty() ? "" : "<artifactId>kontor-" + below + "</artifactId>";
        Files.createDirectories(house.resolve(folder));
        Files.writeString(house.resolve(folder).resolve("pom.xml"), needs);
    }

    private String script(String command) throws IOException, InterruptedException {
        return new Script(house).run(command);
    }
}
