package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.kontor.launcher.ConfigurationAtATerminal.Answer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a script can rely on is the exit status; what a person reads are sentences. */
class APlanAtATerminalTest {

    private static final String CHANGED =
            """
            {"fingerprint": "f1", "files": [
              {"file": "coalition.yaml", "change": "unchanged", "sections": []},
              {"file": "tenants/cafe.yaml", "change": "changed", "sections": [
                {"section": "program", "title": "Program", "differences": [
                  {"act": "changed", "text": "Bread of the day: 4 → 5 points per EUR"},
                  {"act": "removed", "text": "Removed – wine"}]}]}]}""";
    private static final String UNCHANGED =
            """
            {"fingerprint": "f0", "files": [{"file": "coalition.yaml", "change": "unchanged", "sections": []}]}""";
    private static final String MISTAKES =
            """
            {"mistakes": [{"file": "tenants/cafe.yaml", "line": 14, "expected": "a currency"}]}""";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> applied = new ArrayList<>();

    @Test
    void a_difference_is_told_in_words_and_by_status_one() throws JsonProcessingException {
        assertThat(command(200, CHANGED).plan(Optional.of("cafe"))).isEqualTo(1);
        assertThat(said())
                .contains("tenants/cafe.yaml", "  Program", "    ~ Bread of the day: 4 → 5 points per EUR")
                .contains("    - Removed – wine")
                .doesNotContain("coalition.yaml");
        assertThat(applied).isEmpty();
    }

    @Test
    void no_difference_is_status_none() throws JsonProcessingException {
        assertThat(command(200, UNCHANGED).plan(Optional.empty())).isZero();
        assertThat(said()).contains("Nothing would change.");
    }

    @Test
    void a_mistake_is_told_with_its_line_and_by_status_two() throws JsonProcessingException {
        assertThat(command(422, MISTAKES).plan(Optional.empty())).isEqualTo(2);
        assertThat(said()).contains("tenants/cafe.yaml:14  a currency");
    }

    @Test
    void a_refusal_is_told_as_it_is_and_by_status_four() throws JsonProcessingException {
        String unknown = "{\"detail\": \"There is no tenant nobody.\"}";

        assertThat(command(404, unknown).plan(Optional.of("nobody"))).isEqualTo(4);
        assertThat(said()).isEqualToIgnoringWhitespace("There is no tenant nobody.");
        assertThat(command(500, "{\"detail\": \"A part failed.\"}").plan(Optional.empty()))
                .isEqualTo(4);
    }

    @Test
    void what_was_not_applied_is_told_after_the_yes() throws JsonProcessingException {
        Answer planned = new Answer(200, new ObjectMapper().readTree(CHANGED));
        Answer done = new Answer(
                200,
                new ObjectMapper()
                        .readTree(
                                """
                                {"files": [{"file": "tenants/cafe.yaml", "change": "changed",
                                            "notes": ["program: base-rate/EUR is decided in the browser"]}]}"""));

        assertThat(new ConfigurationAtATerminal(tenant -> planned, fingerprint -> done, terminal()).apply(() -> "yes"))
                .isZero();
        assertThat(said()).contains("Applied.", "tenants/cafe.yaml: program: base-rate/EUR is decided in the browser");
    }

    @Test
    void nobody_answers_is_status_three() {
        ConfigurationAtATerminal command = new ConfigurationAtATerminal(
                tenant -> {
                    throw new LauncherFailure("Kontor does not answer.");
                },
                fingerprint -> null,
                terminal());

        assertThat(command.plan(Optional.empty())).isEqualTo(3);
        assertThat(said()).contains("Kontor does not answer.");
    }

    @Test
    void what_was_shown_is_applied_after_a_yes_and_nothing_without() throws JsonProcessingException {
        assertThat(command(200, CHANGED).apply(() -> "no")).isEqualTo(1);
        assertThat(applied).isEmpty();

        assertThat(command(200, CHANGED).apply(() -> "yes")).isZero();
        assertThat(applied).containsExactly("f1");
    }

    @Test
    void nothing_is_asked_where_nothing_would_change() throws JsonProcessingException {
        assertThat(command(200, UNCHANGED).apply(() -> {
                    throw new AssertionError("asked");
                }))
                .isZero();
    }

    private ConfigurationAtATerminal command(int status, String body) throws JsonProcessingException {
        Answer answer = new Answer(status, new ObjectMapper().readTree(body));
        return new ConfigurationAtATerminal(
                tenant -> answer,
                fingerprint -> {
                    applied.add(fingerprint);
                    return answer;
                },
                terminal());
    }

    private Terminal terminal() {
        return new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
