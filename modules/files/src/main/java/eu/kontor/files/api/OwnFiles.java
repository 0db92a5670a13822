package eu.kontor.files.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that nobody but this server's user can read, whatever the system's mask says: what partners send and what they are told holds
 * cards, names and codes. What exists already keeps its rights, so that an administrator may let a partner's user write into an inbox.
 */
public final class OwnFiles {

    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private OwnFiles() {}

    /** With those above it that are missing. */
    public static void createFolders(Path folder) throws IOException {
        Files.createDirectories(folder, of(folder, FOLDER));
    }

    /** Empty at first, whatever was there. */
    public static OutputStream write(Path file) throws IOException {
        return Channels.newOutputStream(
                open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    }

    /** The whole of it, in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        try (OutputStream out = write(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** @param options as of {@link FileChannel#open(Path, OpenOption...)} */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, Set.of(options), of(file, FILE));
    }

    /** Some file systems know no owner. */
    private static FileAttribute<?>[] of(Path path, FileAttribute<?> rights) {
        boolean isPosix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return isPosix ? new FileAttribute<?>[] {rights} : new FileAttribute<?>[0];
    }
}
