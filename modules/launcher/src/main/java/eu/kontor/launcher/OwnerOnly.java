package eu.kontor.launcher;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An installation is read by its user alone: it holds passwords, lists of members, logs. New files are made so by a mask ({@link #command}, and
 * {@code umask} in the script); {@link #keep} also mends what older versions left readable.
 */
final class OwnerOnly {

    private static final Set<PosixFilePermission> OTHERS = EnumSet.copyOf(PosixFilePermissions.fromString("---rwxrwx"));

    private OwnerOnly() {}

    /** @return {@code command} in a form in which it, and what it starts, makes files for its user alone */
    static List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(List.of("/bin/sh", "-c", "umask 077 && exec \"$@\"", "sh"));
        whole.addAll(command);
        return whole;
    }

    /**
     * Makes the installation's home if there is none, and takes from all others what they may in it. PostgreSQL keeps its own directory, which may
     * belong to another user; then that one may pass through the home.
     */
    static void keep(Installation installation) {
        Path home = installation.home();
        try {
            Files.createDirectories(home);
            Files.walkFileTree(home, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    if (directory.equals(installation.postgresData())) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    close(directory);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        close(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
            if (OrdinaryUser.isAnother()) {
                Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
            }
        } catch (IOException e) {
            throw new LauncherFailure(
                    "The directory " + home + " cannot be kept from others: " + e.getMessage() + ".", e);
        }
    }

    /** A file that vanishes meanwhile is fine; one of somebody else's stays as it is. */
    static void close(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                || !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        if (rights.removeAll(OTHERS)) {
            try {
                Files.setPosixFilePermissions(path, rights);
            } catch (FileSystemException notOurs) {
                return;
            }
        }
    }
}
