package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class TheVerificationAtATerminalTest {

    private static final String UNDERWAY =
            """
            {"underway": {"beganAt": "2026-11-22T10:00:00Z", "step": "seals", "done": 100, "of": 300}}""";
    private static final String OUTCOME =
            """
            {"latest": {"beganAt": "%s", "endedAt": "2026-11-22T10:00:02.500Z",
                        "transfers": 96122, "seals": 417, "sealed": 96100, "findings": [%s]}}""";
    private static final String OURS = "2026-11-22T10:00:00Z";

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private int looks;

    @Test
    void waits_until_it_has_ended_and_says_how_much_was_read() {
        assertThat(verify(UNDERWAY, UNDERWAY, OUTCOME.formatted(OURS, ""))).isTrue();

        assertThat(looks).isEqualTo(2);
        assertThat(said())
                .isEqualToIgnoringNewLines("Seals: 100 of 300 transfers"
                        + "Everything is as it was posted: 96,122 transfers, 417 seals over 96,100 of them, in 2.5 s");
    }

    @Test
    void names_every_row_that_differs() {
        String finding =
                """
                {"rule": "seals-cover-unchanged-rows", "where": "transfer 48213 of seal 212 was changed"}""";
        assertThat(verify(OUTCOME.formatted(OURS, finding))).isFalse();

        assertThat(said().lines().toList())
                .first()
                .isEqualTo("seals-cover-unchanged-rows: transfer 48213 of seal 212 was changed");
        assertThat(said()).contains("1 finding: ");
    }

    @Test
    void does_not_take_an_older_result_for_its_own() {
        String older = OUTCOME.formatted("2026-11-21T10:00:00Z", "");
        assertThatThrownBy(() -> verify(UNDERWAY, older))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining("broken off");
    }

    private boolean verify(String... answers) {
        Deque<String> next = new ArrayDeque<>(List.of(answers));
        JsonNode begun = json(UNDERWAY).path("underway");
        return new Verify(
                        () -> begun,
                        () -> json(next.remove()),
                        milliseconds -> looks++,
                        new Terminal(new PrintStream(screen, true, StandardCharsets.UTF_8)))
                .run();
    }

    private String said() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
