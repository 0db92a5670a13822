package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path directory;

    @Test
    void a_secret_is_made_once_and_differs_from_the_next() {
        String first = new InstallationSecrets(directory.resolve("secrets")).get("postgres");

        assertThat(new InstallationSecrets(directory.resolve("secrets")).get("postgres"))
                .isEqualTo(first)
                .hasSize(24);
        assertThat(new InstallationSecrets(directory.resolve("secrets")).get("keycloak"))
                .isNotEqualTo(first);
    }

    @Test
    void only_its_owner_reads_it() throws IOException {
        new InstallationSecrets(directory.resolve("secrets")).get("postgres");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("secrets"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("secrets/postgres"))))
                .isEqualTo("rw-------");
    }
}
