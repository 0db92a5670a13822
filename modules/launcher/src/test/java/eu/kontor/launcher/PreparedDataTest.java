package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedDataTest {

    private static final Instant TODAY = Instant.parse("2026-11-27T08:00:00Z");

    @TempDir
    private Path directory;

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void is_made_once_however_many_copy_it_at_the_same_time() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            var copies = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> copy("V001", TODAY, "copy-" + i)))
                    .toList();
            for (Future<Path> copy : copies) {
                assertThat(copy.get().resolve("tables")).hasContent("V001");
            }
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void is_made_anew_by_another_recipe() throws IOException {
        copy("V001", TODAY, "one");

        assertThat(copy("V001 V002", TODAY, "another").resolve("tables")).hasContent("V001 V002");
        assertThat(made).hasValue(2);
    }

    @Test
    void is_made_anew_after_an_attempt_that_failed_half_way() throws IOException {
        PreparedData data = new PreparedData(kept(), Clock.fixed(TODAY, ZoneOffset.UTC));
        assertThatThrownBy(() -> data.copyTo(directory.resolve("failed"), "V001", unfinished -> {
                    Files.createDirectory(unfinished);
                    Files.createFile(unfinished.resolve("half"));
                    throw new IOException("V001 is no SQL");
                }))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining("V001 is no SQL");

        assertThat(copy("V001", TODAY, "well")).isDirectoryNotContaining("glob:**half");
        assertThat(made).hasValue(1);
    }

    @Test
    void is_not_kept_when_nobody_used_it_for_long() throws IOException {
        copy("used once", TODAY, "old");
        copy("used daily", TODAY, "new");
        copy("used daily", TODAY.plus(Duration.ofDays(5)), "newer");

        copy("used daily", TODAY.plus(Duration.ofDays(8)), "newest");

        assertThat(made).hasValue(2);
        assertThat(numberKept()).isEqualTo(1);
    }

    @Test
    void is_not_kept_beside_too_many_others() throws IOException {
        for (int other = 0; other < PreparedData.MOST_KEPT; other++) {
            Path entry = Files.createDirectories(kept().resolve("other-" + other));
            Files.setLastModifiedTime(entry, FileTime.from(TODAY.minusSeconds(other)));
        }

        copy("one more", TODAY.plusSeconds(1), "copy");

        assertThat(numberKept()).isEqualTo(PreparedData.MOST_KEPT);
        assertThat(kept().resolve("other-" + (PreparedData.MOST_KEPT - 1))).doesNotExist();
    }

    private Path copy(String recipe, Instant now, String name) {
        Path copy = directory.resolve(name);
        new PreparedData(kept(), Clock.fixed(now, ZoneOffset.UTC)).copyTo(copy, recipe, unfinished -> {
            made.incrementAndGet();
            Files.createDirectory(unfinished);
            Files.writeString(unfinished.resolve("tables"), recipe);
        });
        return copy;
    }

    private Path kept() {
        return directory.resolve("kept");
    }

    private long numberKept() throws IOException {
        try (Stream<Path> all = Files.list(kept())) {
            return all.filter(Files::isDirectory).count();
        }
    }
}
