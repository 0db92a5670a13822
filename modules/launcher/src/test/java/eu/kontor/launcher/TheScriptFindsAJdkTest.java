package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script's own functions, in a shell that has only sourced it. */
class TheScriptFindsAJdkTest {

    @TempDir
    private Path directory;

    @Test
    void in_JAVA_HOME_first() throws IOException, InterruptedException {
        Path jdk = jdk("chosen", "25.0.1");

        assertThat(new Script(directory).javaHome(jdk).run("find_jdk")).isEqualTo(jdk.toString());
    }

    @Test
    void and_takes_no_older_one() throws IOException, InterruptedException {
        assertThat(new Script(directory).run("is_jdk " + jdk("old", "17.0.15") + " || echo no"))
                .isEqualTo("no");
    }

    @Test
    void and_takes_no_runtime_without_a_compiler() throws IOException, InterruptedException {
        Path runtime = jdk("runtime", "25.0.1");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(new Script(directory).run("is_jdk " + runtime + " || echo no"))
                .isEqualTo("no");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = directory.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.createFile(
                home.resolve("bin/javac"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
