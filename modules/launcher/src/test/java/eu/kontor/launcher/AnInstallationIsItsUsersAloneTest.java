package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnInstallationIsItsUsersAloneTest {

    @TempDir
    private Path checkout;

    @Test
    void also_what_an_older_version_left_readable() throws IOException {
        Installation installation = installation();
        Path members =
                Files.createDirectories(installation.home().resolve("sample")).resolve("members.csv");
        Files.writeString(members, "card,confirmation_code\n");
        open(members);
        open(installation.home());
        Path script = Files.createFile(installation.home().resolve("sample/run.sh"));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));

        OwnerOnly.keep(installation);

        assertThat(rights(members)).isEqualTo("rw-------");
        assertThat(rights(script)).isEqualTo("rwx------");
        assertThat(rights(installation.home())).startsWith("rwx").doesNotEndWith("r-x");
        assertThat(rights(members.getParent())).isEqualTo("rwx------");
    }

    @Test
    void and_what_its_processes_write() throws Exception {
        Path written = checkout.resolve("written");
        Process process = new ProcessBuilder(
                        OwnerOnly.command(List.of("/bin/sh", "-c", "echo secret > \"$0\"", written.toString())))
                .start();
        assertThat(process.waitFor()).isZero();

        assertThat(rights(written)).isEqualTo("rw-------");
    }

    @Test
    void and_its_settings() throws IOException {
        Path settings = Files.writeString(checkout.resolve("kontor.properties"), "kontor.port.base = 9000\n");
        open(settings);

        Settings.read(checkout);

        assertThat(rights(settings)).isEqualTo("rw-------");
    }

    @Test
    void the_script_says_so_before_it_writes_anything() throws IOException {
        List<String> script = Files.readAllLines(Installation.findCheckout().resolve("kontor"));
        Stream<String> before = script.stream().takeWhile(line -> !line.contains("() {"));
        assertThat(before).anyMatch(line -> line.startsWith("umask 077"));
    }

    private Installation installation() {
        Settings settings = new Settings(new Properties(), Map.of());
        return settings.installation(checkout);
    }

    private static void open(Path path) throws IOException {
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
