package eu.kontor.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A server that comes as a zip from Maven's repository and is unpacked once per machine into the cache directory, where all checkouts
 * read it and none writes.
 */
final class Distribution {

    /** The larger of the two servers takes 430. */
    private static final int MEGABYTES = 600;

    private Distribution() {}

    /**
     * The unpacked distribution, unpacking it first where that was not done before.
     *
     * @param artifact the name of the zip without version, such as {@code openliberty-runtime}
     * @param suffix appended to the directory's name, for a distribution that is prepared in more than one way; may be empty
     * @param prepare does once what has to be done after unpacking
     */
    static Path unpacked(String artifact, String suffix, Consumer<Path> prepare) {
        Path zip = archive(artifact);
        String name = zip.getFileName().toString().replaceFirst("\\.zip$", "") + suffix;
        return CacheEntry.once(name, MEGABYTES, directory -> {
            KnownDownload.verify(zip.getFileName().toString(), Files.newInputStream(zip));
            unzip(zip, directory);
            prepare.accept(directory);
        });
    }

    /** The zip: named by the system property {@code kontor.dist.<artifact>} (tests) or found on the class path (the script). */
    private static Path archive(String artifact) {
        String named = System.getProperty("kontor.dist." + artifact);
        if (named != null) {
            return Path.of(named);
        }
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> isArchive(path, artifact))
                .findFirst()
                .orElseThrow(() -> new LauncherFailure("The distribution " + artifact
                        + " is not on the class path; run ./kontor, which lets Maven fetch it."));
    }

    private static boolean isArchive(Path path, String artifact) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(artifact + "-") && name.endsWith(".zip");
    }

    private static void unzip(Path zip, Path target) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path path = target.resolve(withoutFirst(entry.getName())).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                try (InputStream content = file.getInputStream(entry)) {
                    Files.copy(content, path);
                }
                if (path.getFileName().toString().endsWith(".sh")) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    /** Everything in such a zip is in one directory, whose name we do not want. */
    private static String withoutFirst(String name) {
        return name.substring(name.indexOf('/') + 1);
    }
}
