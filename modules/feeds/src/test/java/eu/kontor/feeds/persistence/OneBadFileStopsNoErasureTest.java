package eu.kontor.feeds.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.TenantSlug;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Among a brand's files some are damaged, or were never meant to be read; all others are looked through. */
class OneBadFileStopsNoErasureTest {

    private static final TenantSlug BRAND = new TenantSlug("forno-grao");
    private static final String HERS = "9724010000000029,Zuleide\n9724010000000011,Ana\n";
    private static final String REST = "\n9724010000000011,Ana\n";

    @TempDir
    private Path root;

    private FeedFolders folders;

    @BeforeEach
    void its_folders() throws IOException {
        folders = new FeedFolders(root, BRAND).create();
    }

    @Test
    void what_was_refused_and_cannot_be_looked_into_goes() throws IOException {
        byte[] whole = gz(HERS.getBytes(StandardCharsets.UTF_8));
        Path cut = Files.write(folders.refused().resolve("1-cut.csv.gz"), Arrays.copyOf(whole, whole.length - 12));
        Path torn = Files.write(folders.refused().resolve("2-torn.zip"), new byte[] {'P', 'K', 3, 4, 9, 9, 9});
        Path old = Files.write(
                folders.refused().resolve("3-old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1});
        Path bomb = Files.write(folders.refused().resolve("4-bomb.gz"), bomb());
        Path receipt = Files.writeString(folders.refused().resolve("1-cut.csv.gz.json"), "{}");
        Path good = Files.writeString(folders.rejects().resolve("5-rejects.csv"), HERS);

        assertThat(erase()).isEmpty();
        assertThat(List.of(cut, torn, old, bomb)).noneMatch(Files::exists);
        assertThat(receipt).exists();
        assertThat(Files.readString(good)).isEqualTo(REST);
    }

    @Test
    void what_was_read_once_and_cannot_be_now_is_named_and_stays() throws IOException {
        Path torn = Files.write(folders.done().resolve("1-torn.zip"), new byte[] {'P', 'K', 3, 4, 9, 9, 9});
        Path good = Files.writeString(folders.done().resolve("2-good.csv"), HERS);

        assertThat(erase()).containsExactly("forno-grao/done/1-torn.zip");
        assertThat(torn).exists();
        assertThat(Files.readString(good)).isEqualTo(REST);
    }

    @Test
    void what_names_her_and_is_damaged_behind_her_line_goes() throws IOException {
        byte[] whole = gz(HERS.getBytes(StandardCharsets.UTF_8));
        Path cut = Files.write(folders.done().resolve("1-cut.csv.gz"), Arrays.copyOf(whole, whole.length - 12));

        assertThat(erase()).isEmpty();
        assertThat(cut).doesNotExist();
        assertThat(folders.done()).isEmptyDirectory();
    }

    @Test
    void what_an_erasure_left_that_was_cut_off_goes() throws IOException {
        Path left = Files.writeString(folders.done().resolve("1-good.csv.erasing.part"), HERS);

        assertThat(erase()).isEmpty();
        assertThat(left).doesNotExist();
    }

    private List<String> erase() throws IOException {
        return ErasedFeedFiles.erase(root, BRAND, Set.of("9724010000000029"));
    }

    /** A hundred mebibytes of nothing, and her line at their end, which nobody reaches. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            byte[] nothing = new byte[1 << 20];
            Arrays.fill(nothing, (byte) 'x');
            for (int i = 0; i < 100; i++) {
                out.write(nothing);
            }
            out.write(HERS.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] gz(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
