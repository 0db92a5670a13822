package eu.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ACacheEntryTest {

    private static final int NO_ROOM_NEEDED = 0;

    @TempDir
    private Path cache;

    @BeforeEach
    void useACacheOfOurOwn() {
        System.setProperty("kontor.cache", cache.toString());
    }

    @AfterEach
    void useTheUsersCache() {
        System.clearProperty("kontor.cache");
    }

    @Test
    void is_made_once_however_many_ask_at_the_same_time() throws InterruptedException, ExecutionException {
        AtomicInteger made = new AtomicInteger();
        List<Future<Path>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> CacheEntry.once("entry", NO_ROOM_NEEDED, directory -> {
                    made.incrementAndGet();
                    Files.createDirectory(directory);
                })));
            }
        }
        for (Future<Path> answer : answers) {
            assertThat(answer.get()).isEqualTo(cache.resolve("entry"));
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void is_made_anew_after_an_attempt_that_failed_half_way() throws IOException {
        assertThatThrownBy(() -> CacheEntry.once("entry", NO_ROOM_NEEDED, directory -> {
                    Files.createDirectory(directory);
                    Files.createFile(directory.resolve("half"));
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining("No space left on device");

        Path entry = CacheEntry.once("entry", NO_ROOM_NEEDED, Files::createDirectory);

        assertThat(entry).isEmptyDirectory();
    }

    @Test
    void is_not_begun_on_a_disk_that_is_too_small_for_it() {
        assertThatThrownBy(() -> CacheEntry.once("entry", Integer.MAX_VALUE, Files::createDirectory))
                .isInstanceOf(LauncherFailure.class)
                .hasMessageContaining("MB are free")
                .hasMessageContaining("unpacking entry");
        assertThat(cache.resolve("entry")).doesNotExist();
    }
}
