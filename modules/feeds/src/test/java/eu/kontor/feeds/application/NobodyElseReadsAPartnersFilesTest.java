package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.feeds.persistence.FeedFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What partners send, what they are told, and what is refused holds cards and names: whatever the system's mask, only the server's user reads it. */
class NobodyElseReadsAPartnersFilesTest {

    private static final int MOST_FOLDERS = 4;

    private final FeedStage stage = FeedStage.open("private" + System.nanoTime());

    @Test
    void neither_the_file_nor_its_receipt_nor_what_was_refused() throws Exception {
        String lines = FeedStage.HEADER + "\n" + FeedStage.line(1) + "\n"
                + FeedStage.line(2).replace(",main,", ",elsewhere,");
        stage.process("mixed.csv", lines);
        stage.process("unknown.csv", "a,b\n1,2");
        stage.drop("waiting.csv", lines.getBytes());

        try (Stream<Path> all = Files.walk(stage.root, MOST_FOLDERS)) {
            List<Path> paths = all.toList();
            assertThat(paths.stream().filter(Files::isRegularFile)).hasSizeGreaterThanOrEqualTo(6);
            assertThat(paths)
                    .allSatisfy(
                            path -> assertThat(rights(path)).as(path.toString()).endsWith("------"));
        }
    }

    @Test
    void and_an_inbox_that_an_administrator_opened_for_a_partner_stays_open() throws Exception {
        Path inbox = stage.folders.inbox();
        Files.setPosixFilePermissions(inbox, PosixFilePermissions.fromString("rwxrwx---"));

        new FeedFolders(stage.root, stage.tenant.slug()).create();

        assertThat(rights(inbox)).isEqualTo("rwxrwx---");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
