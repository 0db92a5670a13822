package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AResetTest {

    @TempDir
    private Path directory;

    private Path mark;

    @BeforeEach
    void importSomething() throws IOException {
        mark = installation("ours").directory("sample").resolve("import.properties");
        Files.writeString(mark, "members=imported\n");
    }

    @AfterEach
    void stop() {
        process("theirs").stop();
        process("ours").stop();
    }

    @Test
    void forgets_the_progress_of_the_sample_too() {
        reset("ours", "yes");

        assertThat(mark).doesNotExist();
    }

    @Test
    void deletes_nothing_without_a_yes() {
        assertThatThrownBy(() -> reset("ours", "y")).hasMessage("Nothing was deleted.");
        assertThat(mark).exists();
    }

    @Test
    void refuses_while_a_copied_pid_file_names_another_checkouts_process() throws IOException {
        start("theirs");
        Files.copy(
                installation("theirs").pidFile("server"), installation("ours").pidFile("server"));

        assertThatThrownBy(() -> reset("ours", "yes")).hasMessageContaining("belongs to another checkout");
        assertThat(process("theirs").running()).isPresent();
        assertThat(mark).exists();
    }

    @Test
    void refuses_while_another_checkout_runs_in_the_same_home() throws IOException {
        start("ours");
        Files.createDirectories(directory.resolve("neighbour"));
        Files.writeString(installation("ours").home().resolve("run/checkout"), directory.resolve("neighbour") + "\n");

        assertThatThrownBy(() -> reset("ours", "yes")).hasMessageContaining("neighbour");
        assertThat(process("ours").running()).isPresent();
    }

    @Test
    void ends_what_runs() {
        start("ours");

        reset("ours", "yes");

        assertThat(process("ours").running()).isEmpty();
    }

    private void start(String name) {
        process(name).start(List.of("sleep", "60"), Map.of(), directory, directory.resolve(name + ".log"));
    }

    private void reset(String name, String answer) {
        Terminal terminal = new Terminal(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        new Reset(new LocalSystem(installation(name)), terminal).run(() -> answer);
    }

    private DetachedProcess process(String name) {
        return new DetachedProcess("The server", installation(name).pidFile("server"));
    }

    private Installation installation(String name) {
        return new Installation(
                directory.resolve(name),
                directory.resolve(name).resolve(".kontor"),
                Ports.fromBase(Ports.DEFAULT_BASE),
                Installation.Size.SMALL,
                directory,
                "");
    }
}
