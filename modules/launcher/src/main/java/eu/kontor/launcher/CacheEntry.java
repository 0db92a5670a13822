package eu.kontor.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A directory in the cache that is made once per machine and never changed. Its name says everything that determines its content, so
 * that two versions of Kontor never share one. It is made beside its final place under a lock and renamed at the end: whoever comes
 * meanwhile waits, and an interrupted attempt leaves nothing that looks finished.
 */
final class CacheEntry {

    /** A file lock holds between processes only; this one between the threads of ours. */
    private static final Object IN_THIS_JVM = new Object();

    private CacheEntry() {}

    /** Fills a directory. */
    interface Maker {
        /** @param directory does not exist yet, its parent does */
        void make(Path directory) throws IOException;
    }

    /**
     * The entry, made first where that was not done before.
     *
     * @param megabytes how much room it takes
     */
    static Path once(String name, int megabytes, Maker maker) {
        Path entry = CacheDirectory.path().resolve(name);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        synchronized (IN_THIS_JVM) {
            return underLock(entry, megabytes, maker);
        }
    }

    private static Path underLock(Path entry, int megabytes, Maker maker) {
        Path lockFile = entry.resolveSibling(entry.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (!Files.isDirectory(entry)) {
                Path unfinished = entry.resolveSibling(entry.getFileName() + ".unfinished");
                Directories.delete(unfinished);
                DiskSpace.need(entry.getParent(), megabytes, "unpacking " + entry.getFileName());
                maker.make(unfinished);
                Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
            }
            return entry;
        } catch (IOException | UncheckedIOException e) {
            throw new LauncherFailure(
                    "The directory " + entry + " could not be filled: " + e.getMessage() + ". Is the disk full?", e);
        }
    }
}
