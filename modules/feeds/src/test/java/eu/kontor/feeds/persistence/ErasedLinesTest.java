package eu.kontor.feeds.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that was read, with three guests' purchases in it, of whom one is erased. */
class ErasedLinesTest {

    private static final String FILE = "card,guest,amount\r\n9724010000000011,Ana,1\r\n9724010000000029,Zuleide,2\r\n"
            + "9724010000000037,Rui,3\r\n";
    private static final String REST = "card,guest,amount\r\n9724010000000011,Ana,1\r\n\r\n9724010000000037,Rui,3\r\n";

    private final ErasedLines lines = new ErasedLines(Set.of("9724010000000029"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void her_line_goes_and_all_others_stay_as_they_are(String encoding) throws IOException {
        Charset charset = Charset.forName(encoding);
        Path file = Files.write(folder.resolve("17-day.csv"), FILE.getBytes(charset));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-01T10:00:00Z")));

        assertThat(lines.takeOutOf(file)).isTrue();
        assertThat(Files.readString(file, charset)).isEqualTo(REST);
        assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(lines.takeOutOf(file)).as("once more").isFalse();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_number_with_spaces_is_hers_too() throws IOException {
        Path file =
                Files.writeString(folder.resolve("a.csv"), "9724 0100-0000 0029;Zuleide\n9724 0100 0000 0011;Ana\n");

        assertThat(lines.takeOutOf(file)).isTrue();
        assertThat(Files.readString(file)).isEqualTo("\n9724 0100 0000 0011;Ana\n");
    }

    @Test
    void a_file_without_her_is_not_touched() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "9724010000000011;Ana\n");

        assertThat(lines.takeOutOf(file)).isFalse();
    }

    @Test
    void a_packed_one_is_packed_again() throws IOException {
        Path file = folder.resolve("a.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(FILE.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(lines.takeOutOf(file)).isTrue();
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(REST);
        }
    }

    @Test
    void an_archive_with_her_goes_as_a_whole() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write("<si><t>9724010000000029</t></si><si><t>Zuleide</t></si>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        Path file = Files.write(folder.resolve("a.xlsx"), bytes.toByteArray());

        assertThat(lines.takeOutOf(file)).isTrue();
        assertThat(file).doesNotExist();
    }
}
