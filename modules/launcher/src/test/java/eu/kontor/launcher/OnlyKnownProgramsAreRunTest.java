package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnlyKnownProgramsAreRunTest {

    private static final String DATABASE = PostgresBinaries.archiveName("Linux", "amd64");

    @Test
    void the_database_is_the_one_that_was_looked_at() throws IOException {
        try (InputStream packed = getClass().getResourceAsStream("/" + DATABASE)) {
            KnownDownload.verify(DATABASE, packed);
        }
    }

    @Test
    void another_of_the_same_name_is_not_unpacked() {
        assertThatThrownBy(() -> KnownDownload.verify(DATABASE, new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining("is not what it should be");
    }

    @Test
    void nor_is_a_version_that_nobody_wrote_down() {
        assertThatThrownBy(() -> KnownDownload.verify("openliberty-runtime-0.zip", InputStream.nullInputStream()))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining("downloads.properties");
    }

    @Test
    void the_build_itself_checks_maven() throws IOException {
        List<String> wrapper =
                Files.readAllLines(Installation.findCheckout().resolve(".mvn/wrapper/maven-wrapper.properties"));
        assertThat(wrapper).anyMatch(line -> line.matches("distributionSha256Sum=[0-9a-f]{64}"));
    }

    @Test
    void the_image_takes_the_same_server_and_its_bases_by_digest() throws IOException {
        Path checkout = Installation.findCheckout();
        String image = Files.readString(checkout.resolve("deploy/Containerfile"));
        for (String line : Files.readAllLines(
                checkout.resolve("modules/launcher/src/main/resources/eu/kontor/launcher/downloads.properties"))) {
            if (line.startsWith("openliberty-runtime")) {
                assertThat(image)
                        .contains("--checksum=sha256:"
                                + line.substring(line.indexOf('=') + 1).strip());
            }
        }
        assertThat(image.lines().filter(line -> line.startsWith("ADD ")))
                .allMatch(line -> line.contains("--checksum=sha256:"));
        assertThat(image.lines().filter(line -> line.startsWith("FROM "))).allMatch(line -> line.contains("@${"));
    }
}
