package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AFileThatIsNoYamlTest {

    @TempDir
    Path folder;

    @Test
    void is_named_with_its_line_and_what_was_expected_there() throws IOException {
        Files.writeString(folder.resolve("coalition.yaml"), "name: Ronda\npeople: [1\n");

        assertThatThrownBy(() -> CoalitionFiles.read(folder))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining("nothing was applied")
                .hasMessageMatching("(?s).*coalition\\.yaml:\\d  .*expected ',' or '].*");
    }
}
