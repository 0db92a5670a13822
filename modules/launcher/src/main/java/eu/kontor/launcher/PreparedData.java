package eu.kontor.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Data directories of temporary servers on which something that takes time was done once, such as all migrations: later servers begin
 * with a copy. They are in the cache, each under the hash of the recipe that says what was done.
 *
 * <p>Its life: made by the first JVM that has its recipe, copied by every later one, deleted when {@link #MOST_KEPT} others were used
 * since. One lock is held by whoever makes, copies or deletes, so that nobody copies half of one; whoever is interrupted leaves nothing
 * that looks finished.
 */
final class PreparedData {

    /** Every module's tests have a recipe of their own, and so has every change of a migration: room for both sides of a few changes. */
    static final int MOST_KEPT = 24;

    /** A checkout that is worked on uses its own every day; what nobody used for a week belongs to a branch of the past. */
    private static final Duration KEPT_UNUSED = Duration.ofDays(7);

    /** One with all migrations, and its log. */
    private static final int MEGABYTES = 120;

    /** One in the making or in the unmaking. */
    private static final String UNFINISHED = "unfinished";

    /** A file lock holds between processes only; this one between the threads of ours. */
    private static final Object IN_THIS_JVM = new Object();

    private final Path directory;
    private final Clock clock;

    /**
     * @param directory of this class alone, created on first use
     * @param clock says when one was used
     */
    PreparedData(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Those of this machine, for all checkouts. */
    static PreparedData inTheCache() {
        return new PreparedData(CacheDirectory.path().resolve("postgresql-prepared"), Clock.systemUTC());
    }

    /**
     * Fills {@code data} as {@code maker} does, or did.
     *
     * @param recipe everything that determines what the maker does: with the same recipe it is not asked again
     */
    void copyTo(Path data, String recipe, CacheEntry.Maker maker) {
        synchronized (IN_THIS_JVM) {
            try (FileChannel channel = lockFile();
                    FileLock _ = channel.lock()) {
                Path entry = directory.resolve(hash(recipe));
                if (!Files.isDirectory(entry)) {
                    make(entry, maker);
                }
                Directories.copy(entry, data);
                Files.setLastModifiedTime(entry, FileTime.from(clock.instant()));
                deleteStale();
            } catch (IOException | UncheckedIOException e) {
                throw new LauncherFailure(
                        "A prepared database could not be copied from " + directory + ": " + e.getMessage()
                                + ". Is the disk full?",
                        e);
            }
        }
    }

    private FileChannel lockFile() throws IOException {
        Files.createDirectories(directory);
        return FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void make(Path entry, CacheEntry.Maker maker) throws IOException {
        DiskSpace.need(directory, MEGABYTES, "preparing a database");
        Path unfinished = directory.resolve(UNFINISHED);
        Directories.delete(unfinished);
        maker.make(unfinished);
        Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
    }

    private void deleteStale() throws IOException {
        Instant longAgo = clock.instant().minus(KEPT_UNUSED);
        List<Path> latestFirst;
        try (Stream<Path> all = Files.list(directory)) {
            latestFirst = all.filter(Files::isDirectory)
                    .filter(entry -> !entry.endsWith(UNFINISHED))
                    .sorted(Comparator.comparing(PreparedData::lastUsed).reversed())
                    .toList();
        }
        for (int i = 0; i < latestFirst.size(); i++) {
            Path entry = latestFirst.get(i);
            if (i >= MOST_KEPT || lastUsed(entry).isBefore(longAgo)) {
                Path stale = directory.resolve(UNFINISHED);
                Directories.delete(stale);
                Files.move(entry, stale, StandardCopyOption.ATOMIC_MOVE);
                Directories.delete(stale);
            }
        }
    }

    private static Instant lastUsed(Path entry) {
        try {
            return Files.getLastModifiedTime(entry).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String recipe) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(recipe.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
