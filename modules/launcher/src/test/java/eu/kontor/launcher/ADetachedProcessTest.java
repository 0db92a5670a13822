package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ADetachedProcessTest {

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        process().stop();
    }

    @Test
    void is_found_again_through_its_pid_file() {
        process().start(List.of("sleep", "60"), Map.of(), directory, log());

        assertThat(process().running()).isPresent();
    }

    @Test
    void is_gone_after_stop() {
        process().start(List.of("sleep", "60"), Map.of(), directory, log());
        long pid = process().running().orElseThrow().pid();

        process().stop();

        assertThat(process().running()).isEmpty();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void is_never_somebody_elses_process_with_the_same_id() throws IOException {
        Files.writeString(pidFile(), ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z");

        process().stop();

        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(process().running()).isEmpty();
    }

    @Test
    void that_ends_while_it_should_become_ready_is_a_failure_that_names_the_log() {
        DetachedProcess process = process();
        process.start(List.of("true"), Map.of(), directory, log());

        assertThatThrownBy(() -> process.awaitReady(
                        new HttpProbe("http://127.0.0.1:" + FreePort.find()), Duration.ofSeconds(20), log(), "FATAL"))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining(log().toString());
    }

    @Test
    void that_logs_its_doom_is_stopped_and_quoted() {
        DetachedProcess process = process();
        process.start(List.of("sh", "-c", "echo FATAL no such thing; sleep 60"), Map.of(), directory, log());

        assertThatThrownBy(() -> process.awaitReady(
                        new HttpProbe("http://127.0.0.1:" + FreePort.find()), Duration.ofSeconds(20), log(), "FATAL"))
                .hasMessageContaining("FATAL no such thing");
        assertThat(process.running()).isEmpty();
    }

    private DetachedProcess process() {
        return new DetachedProcess("The test", pidFile());
    }

    private Path pidFile() {
        return directory.resolve("test.pid");
    }

    private Path log() {
        return directory.resolve("test.log");
    }
}
