package eu.kontor.files.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ATableComesInManyWrappingsTest {

    private static final String TABLE = "Card;Name\n1;Zoë\n2;李雷\n";
    private static final List<String> READ = List.of("2 1 Zoë", "3 2 李雷");

    @TempDir
    private Path folder;

    @Test
    void plain_with_and_without_a_mark() throws IOException {
        assertThat(read(TABLE.getBytes(StandardCharsets.UTF_8))).isEqualTo(READ);
        assertThat(read(("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8))).isEqualTo(READ);
    }

    @Test
    void utf_16_either_way_round_with_and_without_a_mark() throws IOException {
        for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(read(TABLE.getBytes(wide))).isEqualTo(READ);
            assertThat(read(("\uFEFF" + TABLE).getBytes(wide))).isEqualTo(READ);
        }
    }

    @Test
    void with_any_line_end_a_line_that_says_the_separator_and_lines_before_the_header() throws IOException {
        assertThat(read(TABLE.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(READ);
        assertThat(read(TABLE.replace("\n", "\r").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(READ);
        assertThat(read(("sep=;\n" + TABLE.replace("Card", "\"Card,\"")).getBytes(StandardCharsets.UTF_8), "name"))
                .isEqualTo(List.of("3 1;Zoë", "4 2;李雷"));
        assertThat(read(("My shop\n\n\"October; 2026\"\n" + TABLE).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(List.of("5 1 Zoë", "6 2 李雷"));
    }

    @Test
    void packed_and_packed_again() throws IOException {
        byte[] text = TABLE.getBytes(StandardCharsets.UTF_8);

        assertThat(read(gzip(text))).isEqualTo(READ);
        assertThat(read(zip("table.csv", text))).isEqualTo(READ);
        assertThat(read(gzip(TABLE.getBytes(StandardCharsets.UTF_16)))).isEqualTo(READ);
        assertThat(read(zip("__MACOSX/._table.csv", text, "table.csv", text))).isEqualTo(READ);
    }

    @Test
    void an_archive_of_two_tables_or_none_is_refused() {
        byte[] text = TABLE.getBytes(StandardCharsets.UTF_8);

        refused(RefusalCode.FEED_ARCHIVE_NOT_ONE_FILE, () -> zip("one.csv", text, "two.csv", text));
        refused(RefusalCode.FEED_ARCHIVE_NOT_ONE_FILE, () -> zip("a/", new byte[0]));
    }

    @Test
    void a_damaged_or_endless_archive_is_refused() {
        refused(RefusalCode.FEED_ARCHIVE_UNREADABLE, () -> {
            byte[] whole = gzip(TABLE.repeat(1_000).getBytes(StandardCharsets.UTF_8));
            return java.util.Arrays.copyOf(whole, whole.length / 2);
        });
        refused(RefusalCode.FEED_ARCHIVE_UNREADABLE, () -> new byte[] {'P', 'K', 3, 4, 1, 2, 3});
        refused(RefusalCode.FEED_ARCHIVE_TOO_LARGE, () -> bomb(80));
        refused(RefusalCode.FEED_OLD_EXCEL, () -> new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
    }

    @Test
    void a_line_that_is_no_text_stops_none_of_the_others() throws IOException {
        byte[] text = (TABLE + "3;Q\0\n4;" + "x".repeat(70_000) + "\n5;a;b\n6;ok\n").getBytes(StandardCharsets.UTF_8);

        assertThat(read(text))
                .containsExactly(
                        "2 1 Zoë",
                        "3 2 李雷",
                        "4 FEED_LINE_HAS_NUL",
                        "5 FEED_LINE_TOO_LONG",
                        "6 FEED_LINE_MALFORMED",
                        "7 6 ok");
        assertThat(read("Card;Name\n1;Zo\u00eb\n2;ok\n".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("2 FEED_ENCODING_WRONG", "3 2 ok");
    }

    @Test
    void a_column_that_is_read_and_stands_there_twice_refuses_the_table_and_another_one_does_not() throws IOException {
        refused(RefusalCode.FEED_HEADER_REPEATS_COLUMN, () -> bytes("Card;Name;CARD\n1;Ann;2\n"));

        assertThat(read(bytes("Card;Note;Name;Note\n1;x;Ann;y\n"))).containsExactly("2 1 Ann");
    }

    @Test
    void what_a_spreadsheet_did_is_undone_or_told() throws IOException {
        assertThat(read(bytes("Card;Name\n=\"0123\";Ann\n"))).containsExactly("2 0123 Ann");
        try (SentTable table = new SentTable(
                new ByteArrayInputStream(
                        bytes("card;phone\n9724010000000013.0;351912345678.0\n9.72401E+15;3.51E+11\n")),
                "table",
                List.of("card", "phone"))) {
            TableRecord readable = table.next().orElseThrow();
            TableRecord spoiled = table.next().orElseThrow();

            assertThat(table.card(readable, "card")).isEqualTo("9724010000000013");
            assertThat(table.digits(readable, "phone")).isEqualTo("351912345678");
            for (Bytes each : List.<Bytes>of(
                    () -> bytes(table.card(spoiled, "card")), () -> bytes(table.digits(spoiled, "phone")))) {
                assertThatThrownBy(each::make)
                        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                                .isEqualTo(RefusalCode.FEED_SPOILED_BY_EXCEL));
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A gzip file of so many mebibytes of zeros. */
    private static byte[] bomb(int mebibytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < mebibytes; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        return packed.toByteArray();
    }

    private interface Bytes {
        byte[] make() throws IOException;
    }

    private void refused(RefusalCode code, Bytes content) {
        assertThatThrownBy(() -> read(content.make()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private List<String> read(byte[] content) throws IOException {
        return read(content, "card", "name");
    }

    private static List<String> read(byte[] content, String... columns) throws IOException {
        List<String> found = new ArrayList<>();
        try (SentTable table = new SentTable(new ByteArrayInputStream(content), "table", List.of(columns))) {
            for (Optional<TableRecord> next = table.next(); next.isPresent(); next = table.next()) {
                TableRecord record = next.get();
                String said = record.malformed()
                        .map(refusal -> refusal.code().name())
                        .orElseGet(() -> columns.length == 1
                                ? String.join(";", record.fields())
                                : table.text(record, "CARD") + " " + table.text(record, "Name"));
                found.add(record.lineNumber() + " " + said);
            }
        }
        return found;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                out.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return packed.toByteArray();
    }

    @Test
    void nothing_is_left_behind() throws IOException {
        Path copy = folder.resolve("copy");
        Path file = Files.write(folder.resolve("file"), gzip(TABLE.getBytes(StandardCharsets.UTF_16)));

        PlainFile.Plain plain = new PlainFile(file, "file").make(copy);

        assertThat(Files.readString(plain.file())).isEqualTo("\uFEFF" + TABLE);
        PlainFile.discard(copy);
        assertThat(folder.toFile().list()).containsExactly("file");
    }
}
