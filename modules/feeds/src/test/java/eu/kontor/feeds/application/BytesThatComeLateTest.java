package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.feeds.api.Feeds.FeedReceipt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

class BytesThatComeLateTest {

    private final FeedStage stage = FeedStage.open("late" + System.nanoTime());
    private final FeedDoor door = new FeedDoor(stage.intake, stage.tenant, () -> {});
    private final Path file = stage.folders.inbox().resolve("night.csv");

    @Test
    void a_file_that_grows_while_it_is_taken_stays_and_is_taken_again_whole() throws IOException {
        Files.writeString(file, FeedStage.lines(0, 3));
        long length = Files.size(file);

        assertThatThrownBy(() -> take(length, () -> append(FeedStage.line(3) + "\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("taken again");
        take(Files.size(file), () -> {});
        stage.worker("one").workOff(stage.tenant.id(), FeedStage.THREADS, () -> false);

        assertThat(stage.names(stage.folders.done()).stream().filter(name -> name.endsWith(FeedEnding.RECEIPT)))
                .hasSize(2);
        FeedReceipt whole = last();
        assertThat(whole.linesKnown()).isEqualTo(3);
        assertThat(whole.linesPosted()).isEqualTo(1);
        assertThat(stage.names(stage.folders.inbox()))
                .as("Camel deletes it, not we")
                .containsExactly("night.csv");
    }

    private interface Meanwhile {
        void run() throws IOException;
    }

    /** As Camel does: the length is what it saw when it looked, and the file's bytes are read afterwards. */
    private void take(long lengthSeen, Meanwhile meanwhile) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] seen = content.readNBytes((int) lengthSeen);
            meanwhile.run();
            door.take(
                    "night.csv",
                    lengthSeen,
                    Files.getLastModifiedTime(file).toMillis(),
                    file.toString(),
                    new java.io.ByteArrayInputStream(seen));
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private FeedReceipt last() {
        return stage.names(stage.folders.done()).stream()
                .filter(name -> name.endsWith(FeedEnding.RECEIPT))
                .mapToLong(name -> Long.parseLong(name.substring(0, name.indexOf('-'))))
                .max()
                .stream()
                .mapToObj(stage::receipt)
                .findFirst()
                .orElseThrow();
    }
}
