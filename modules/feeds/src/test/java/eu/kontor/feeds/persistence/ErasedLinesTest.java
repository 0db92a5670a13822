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
import java.util.Map;
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

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void lines_that_end_as_old_computers_of_apple_end_them_are_lines(String encoding) throws IOException {
        Charset charset = Charset.forName(encoding);
        Path file =
                Files.write(folder.resolve("a.csv"), FILE.replace("\r\n", "\r").getBytes(charset));

        assertThat(lines.takeOutOf(file)).isTrue();
        assertThat(Files.readString(file, charset)).isEqualTo(REST.replace("\r\n", "\r"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void a_letter_of_which_one_byte_looks_like_an_end_is_a_letter(String encoding) throws IOException {
        Charset charset = Charset.forName(encoding);
        Path file = Files.write(
                folder.resolve("a.csv"),
                "9724010000000011,Ana,first of all\r\n9724010000000029,Zuleide Kova\u010devi\u0107 \u010A,2\r\n"
                        .getBytes(charset));

        assertThat(lines.takeOutOf(file)).isTrue();
        assertThat(Files.readString(file, charset)).isEqualTo("9724010000000011,Ana,first of all\r\n\r\n");
    }

    @Test
    void the_mark_of_an_encoding_stays_where_her_line_is_the_first() throws IOException {
        Path file =
                Files.writeString(folder.resolve("a.csv"), "\uFEFF9724010000000029,Zuleide\n9724010000000011,Ana\n");

        assertThat(lines.takeOutOf(file)).isTrue();
        assertThat(Files.readString(file)).isEqualTo("\uFEFF\n9724010000000011,Ana\n");
    }

    @Test
    void a_text_that_begins_like_an_archive_is_a_text() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"), "PK,guest\n9724010000000029,Zuleide\n9724010000000011,Ana\n");

        assertThat(lines.takeOutOf(file)).isTrue();
        assertThat(Files.readString(file)).isEqualTo("PK,guest\n\n9724010000000011,Ana\n");
    }

    @Test
    void what_is_wrapped_twice_is_looked_into_and_goes_as_a_whole() throws IOException {
        byte[] text = FILE.getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> files = Map.of(
                "gz in zip", zip("a.csv.gz", gz(text)),
                "zip in gz", gz(zip("a.csv", text)),
                "gz in gz", gz(gz(text)),
                "workbook in zip",
                        zip(
                                "a.xlsx",
                                zip(
                                        "xl/worksheets/sheet1.xml",
                                        "<v>9724010000000029</v>".getBytes(StandardCharsets.UTF_8))));
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            Path file = Files.write(folder.resolve("wrapped"), each.getValue());

            assertThat(lines.takeOutOf(file)).as(each.getKey()).isTrue();
            assertThat(file).as(each.getKey()).doesNotExist();
            assertThat(folder).isEmptyDirectory();
        }
        Path others = Files.write(
                folder.resolve("others"),
                zip("a.csv.gz", gz("9724010000000011,Ana\n".getBytes(StandardCharsets.UTF_8))));
        assertThat(lines.takeOutOf(others)).isFalse();
    }

    private static byte[] gz(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
            out.closeEntry();
        }
        return bytes.toByteArray();
    }
}
