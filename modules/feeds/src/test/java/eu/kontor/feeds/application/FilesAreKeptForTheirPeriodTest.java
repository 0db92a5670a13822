package eu.kontor.feeds.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.kontor.feeds.persistence.FeedFolders;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.PartlyRemoved;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesAreKeptForTheirPeriodTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final Instant BEFORE = Instant.now().minus(Duration.ofDays(390));

    static {
        DATABASE.tenant("kept-files-one");
        DATABASE.tenant("kept-files-two");
    }

    @TempDir
    private Path root;

    private FeedFolders one;
    private FeedFolders two;

    @BeforeEach
    void two_brands() throws IOException {
        one = new FeedFolders(root, new TenantSlug("kept-files-one")).create();
        two = new FeedFolders(root, new TenantSlug("kept-files-two")).create();
    }

    @Test
    void older_ones_go_wherever_they_came_to_lie_and_what_is_not_read_yet_stays() throws IOException {
        Path read = old(one.done().resolve("1-sales.csv"));
        Path refused = old(one.refused().resolve("2-sales.csv"));
        Path rejects = old(two.rejects().resolve("3-rejects.csv"));
        Path waiting = old(two.inbox().resolve("4-sales.csv"));
        Path young = Files.writeString(two.done().resolve("5-sales.csv"), "x");

        assertThat(kept(new AtomicInteger(Integer.MAX_VALUE)).remove(BEFORE)).isEqualTo(3);

        assertThat(read).doesNotExist();
        assertThat(refused).doesNotExist();
        assertThat(rejects).doesNotExist();
        assertThat(waiting).exists();
        assertThat(young).exists();
    }

    @Test
    void one_brand_s_trouble_holds_up_no_other_and_is_told() throws IOException {
        old(one.done().resolve("1-sales.csv"));
        old(two.done().resolve("2-sales.csv"));

        int gone = 0;
        for (int failing = 1; failing <= DATABASE.tenants().all().size(); failing++) {
            AtomicInteger until = new AtomicInteger(failing);
            PartlyRemoved partly =
                    catchThrowableOfType(PartlyRemoved.class, () -> kept(until).remove(BEFORE));
            assertThat(partly).hasMessage("the disk is gone");
            gone += (int) partly.removed();
        }

        assertThat(gone).isEqualTo(2);
    }

    /** @param failing at the how manyeth brand the disk is gone */
    private KeptFiles kept(AtomicInteger failing) {
        FeedSettings settings = new FeedSettings(name -> {
            if (failing.decrementAndGet() == 0) {
                throw new IllegalStateException("the disk is gone");
            }
            return Optional.of(root.toString());
        });
        return new KeptFiles(settings, DATABASE.tenants());
    }

    private static Path old(Path file) throws IOException {
        Files.writeString(file, "x");
        return Files.setLastModifiedTime(file, FileTime.from(BEFORE.minusSeconds(60)));
    }
}
