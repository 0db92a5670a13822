package eu.kontor.feeds.persistence;

import eu.kontor.kernel.TenantSlug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lies in a tenant's folders after it was read. */
public final class ErasedFeedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedFeedFiles.class);

    private ErasedFeedFiles() {}

    /**
     * Each file by itself. A refused one that nobody can look into goes: it may name anybody, and is of use to nobody; its receipt stays.
     *
     * @param cards their digits
     * @return the files that could not be looked through, or changed
     */
    public static List<String> erase(Path feedsRoot, TenantSlug tenant, Set<String> cards) throws IOException {
        FeedFolders folders = new FeedFolders(feedsRoot, tenant);
        ErasedLines lines = new ErasedLines(cards);
        List<String> failed = new ArrayList<>();
        for (Path folder : List.of(folders.done(), folders.refused(), folders.rejects())) {
            for (Path leftover : files(folder, true)) {
                Files.deleteIfExists(leftover);
            }
            for (Path file : files(folder, false)) {
                try {
                    takeOutOf(file, lines, folder.equals(folders.refused()));
                } catch (NoSuchFileException gone) {
                    LOG.debug("{} went meanwhile", file);
                } catch (IOException | RuntimeException e) {
                    LOG.warn("An erasure could not look through {}", file, e);
                    failed.add(tenant.value() + "/" + folder.getFileName() + "/" + folder.relativize(file));
                }
            }
        }
        return failed;
    }

    private static void takeOutOf(Path file, ErasedLines lines, boolean isRefused) throws IOException {
        try {
            lines.takeOutOf(file);
        } catch (UnreadableFile e) {
            if (!isRefused) {
                throw e;
            }
            Files.delete(file);
            LOG.info(
                    "{} was refused, and nobody can tell whom it names ({}): removed by an erasure",
                    file,
                    e.getMessage());
        }
    }

    /** @return how many files went */
    public static int removeOlder(Path feedsRoot, TenantSlug tenant, Instant before) throws IOException {
        FeedFolders folders = new FeedFolders(feedsRoot, tenant);
        int removed = 0;
        for (Path folder : List.of(folders.done(), folders.refused(), folders.rejects())) {
            for (Path file : files(folder, false)) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        }
        return removed;
    }

    /** @param leftovers of an erasure that was cut off: they hold what was in a file; otherwise what is whole */
    private static List<Path> files(Path folder, boolean leftovers) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> {
                        String name = file.getFileName().toString();
                        boolean isUnfinished = name.endsWith(FeedFolders.UNFINISHED);
                        return leftovers ? isUnfinished && name.contains(Wrapped.ASIDE) : !isUnfinished;
                    })
                    .toList();
        }
    }
}
