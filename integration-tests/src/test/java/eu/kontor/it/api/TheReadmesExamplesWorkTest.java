package eu.kontor.it.api;

import static eu.kontor.it.api.RunningKontor.CAFE;
import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.launcher.Installation;
import eu.kontor.launcher.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shell examples of the API's README, run as they stand. Only the surroundings are the test's: another port, a member of its own, the
 * day that the server believes it is, and tokens without the launcher's script.
 */
class TheReadmesExamplesWorkTest {

    private static final Path README =
            Installation.findCheckout().resolve("modules").resolve("rest").resolve("README.md");
    private static final Pattern EXAMPLE = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final String DEFAULT_ADDRESS =
            "http://localhost:" + Ports.fromBase(Ports.DEFAULT_BASE).http();
    private static final String SAMPLES_FIRST_CARD = "9724010000000013";
    private static final String SAMPLES_SECOND_CARD = "9724010000000021";

    private final RunningKontor kontor = RunningKontor.get();

    @TempDir
    private Path directory;

    @Test
    void from_the_first_to_the_last() throws Exception {
        new SealedCafe().purchase("sealed-before").seal();
        String examples = EXAMPLE.matcher(Files.readString(README))
                .results()
                .map(example -> example.group(1))
                .collect(Collectors.joining("\n"));
        assertThat(examples).contains(DEFAULT_ADDRESS, SAMPLES_FIRST_CARD, SAMPLES_SECOND_CARD);

        String output = run(surroundings() + separated(examples));

        assertThat(output)
                .as(output)
                .doesNotContain("kontor.eu/problems")
                .contains("\"earning\"", "\"transfers\"", "\"fileName\":\"tickets-today.csv\"", "\"window\"")
                .contains("\"state\":\"captured\"")
                .contains("The statement agrees.");
        assertThat(Pattern.compile("\\{.*").matcher(output).results().map(MatchResult::group))
                .as("answers of %s calls", examples.split("curl ").length - 1)
                .hasSizeGreaterThanOrEqualTo(7);
    }

    /** An answer ends without a line break; one between two calls keeps them apart. */
    private static String separated(String examples) {
        return examples.replaceAll("(?m)^curl ", "echo; curl ");
    }

    private String surroundings() throws IOException {
        Path script = directory.resolve("kontor");
        StringBuilder tokens = new StringBuilder("#!/bin/sh\ncase \"$3\" in\n");
        for (String machine : List.of("till", "feed", "finance-export")) {
            tokens.append(machine + ") echo '" + kontor.machine(CAFE, machine) + "';;\n");
        }
        Files.writeString(script, tokens.append("*) exit 1;;\nesac\n"));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return "set -e\nPATH=" + System.getProperty("java.home") + "/bin:$PATH\nTMPDIR=.\ndate() { echo "
                + kontor.today() + "; }\n";
    }

    private String run(String script) throws IOException, InterruptedException {
        String card = kontor.newCard();
        Path members = directory.resolve(".kontor/sample/feeds/members.csv");
        Files.createDirectories(members.getParent());
        Files.writeString(members, RunningKontor.memberLine(card));
        String here = script.replace(
                        DEFAULT_ADDRESS, kontor.system().installation().portalUrl())
                .replace(SAMPLES_FIRST_CARD, card)
                .replace(SAMPLES_SECOND_CARD, kontor.newCard());
        Path output = directory.resolve("output");
        Process shell = new ProcessBuilder("bash", "-c", here)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = shell.waitFor();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(status).as(said).isZero();
        return said;
    }
}
