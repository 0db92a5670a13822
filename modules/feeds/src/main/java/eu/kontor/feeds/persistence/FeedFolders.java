package eu.kontor.feeds.persistence;

import eu.kontor.files.api.OwnFiles;
import eu.kontor.kernel.TenantSlug;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders of one tenant's feeds.
 *
 * <ul>
 *   <li>{@code inbox}: where files are dropped
 *   <li>{@code work}: files that were taken, under a name of ours, until they are done
 *   <li>{@code .copies}: what had to be unpacked or put in order to be read
 *   <li>{@code done} and {@code refused}: files afterwards, each beside its receipt
 *   <li>{@code rejects}: the refused lines of files
 * </ul>
 */
public final class FeedFolders {

    /** Ending of a file that is still being written; never taken. */
    public static final String UNFINISHED = ".part";

    /** A copy that nobody finished within a day belongs to a process that died. */
    private static final Duration ABANDONED_AFTER = Duration.ofDays(1);

    private static final int COPY_BUFFER_BYTES = 128 * 1024;

    private final Path root;

    public FeedFolders(Path feedsRoot, TenantSlug tenant) {
        this.root = feedsRoot.resolve(tenant.value());
    }

    /** Creates those that are missing. */
    public FeedFolders create() throws IOException {
        for (Path folder : List.of(inbox(), work(), copies(), done(), refused(), rejects())) {
            OwnFiles.createFolders(folder);
        }
        return this;
    }

    /** The keys of the machines from which tenants' files are taken, in OpenSSH's format; shared by all tenants. */
    public Path knownHosts() {
        return root.resolveSibling("known_hosts");
    }

    public Path inbox() {
        return root.resolve("inbox");
    }

    public Path work() {
        return root.resolve("work");
    }

    /** Of files that cannot be read as they are, while they are worked on; made again when they are missing. */
    public Path copies() {
        return root.resolve(".copies");
    }

    public Path done() {
        return root.resolve("done");
    }

    public Path refused() {
        return root.resolve("refused");
    }

    public Path rejects() {
        return root.resolve("rejects");
    }

    /** The refused lines of a feed. */
    public Path rejects(long feedId, String fileName) {
        String stem = fileName.endsWith(".csv") ? fileName.substring(0, fileName.length() - ".csv".length()) : fileName;
        return rejects().resolve(feedId + "-" + stem + "-rejects.csv");
    }

    /**
     * Copies the content durably to {@code work}: whole or not at all.
     *
     * @return how many bytes it has
     * @throws TooLarge when it has more than {@code limitBytes}
     */
    public long store(String storedName, InputStream content, long limitBytes) throws IOException {
        Path unfinished = work().resolve(storedName + UNFINISHED);
        try {
            long bytes = copy(content, unfinished, limitBytes);
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, work().resolve(storedName), StandardCopyOption.ATOMIC_MOVE);
            return bytes;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Names of the files in {@code work}, oldest first; abandoned copies are deleted. */
    public List<String> stored(Instant now) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(work())) {
            for (Path file : entries.toList()) {
                if (!file.toString().endsWith(UNFINISHED)) {
                    files.add(file);
                } else if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(ABANDONED_AFTER))) {
                    Files.deleteIfExists(file);
                }
            }
        }
        files.sort(java.util.Comparator.comparingLong(file -> file.toFile().lastModified()));
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    private static long copy(InputStream content, Path to, long limitBytes) throws IOException {
        byte[] buffer = new byte[COPY_BUFFER_BYTES];
        long bytes = 0;
        try (OutputStream out = OwnFiles.write(to)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > limitBytes) {
                    throw new TooLarge();
                }
                out.write(buffer, 0, read);
            }
        }
        return bytes;
    }

    /** The content goes on beyond the limit. */
    public static final class TooLarge extends IOException {}
}
