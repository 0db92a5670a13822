package eu.kontor.feeds.persistence;

import eu.kontor.kernel.TenantSlug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What lies in a tenant's folders after it was read. */
public final class ErasedFeedFiles {

    private ErasedFeedFiles() {}

    /**
     * @param cards their digits
     * @return how many files were changed
     */
    public static int erase(Path feedsRoot, TenantSlug tenant, Set<String> cards) throws IOException {
        FeedFolders folders = new FeedFolders(feedsRoot, tenant);
        ErasedLines lines = new ErasedLines(cards);
        int changed = 0;
        for (Path folder : List.of(folders.done(), folders.refused(), folders.rejects())) {
            for (Path file : files(folder)) {
                changed += lines.takeOutOf(file) ? 1 : 0;
            }
        }
        return changed;
    }

    /** @return how many files went */
    public static int removeOlder(Path feedsRoot, TenantSlug tenant, Instant before) throws IOException {
        FeedFolders folders = new FeedFolders(feedsRoot, tenant);
        int removed = 0;
        for (Path folder : List.of(folders.done(), folders.refused(), folders.rejects())) {
            for (Path file : files(folder)) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        }
        return removed;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(FeedFolders.UNFINISHED))
                    .toList();
        }
    }
}
