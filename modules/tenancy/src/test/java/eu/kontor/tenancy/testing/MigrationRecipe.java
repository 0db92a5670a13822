package eu.kontor.tenancy.testing;

import eu.kontor.launcher.DatabaseBootstrap;
import eu.kontor.tenancy.persistence.CoalitionMigrations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/**
 * Everything that determines what a freshly migrated database looks like, as one text: the coalition's migrations on a class path, byte
 * by byte, and the code that prepares the database and runs them. Two class paths with the same text make the same database.
 *
 * <p>Migrations themselves depend on neither the day nor chance, or a kept database would be another than a new one.
 */
final class MigrationRecipe {

    private static final String FOLDER = "db/coalition";
    private static final List<Class<?>> CODE = List.of(DatabaseBootstrap.class, CoalitionMigrations.class);

    private static String ofThisClassPath;

    private MigrationRecipe() {}

    /** Read once: the class path of a running JVM does not change. */
    static synchronized String ofThisClassPath() {
        if (ofThisClassPath == null) {
            ofThisClassPath = of(Thread.currentThread().getContextClassLoader());
        }
        return ofThisClassPath;
    }

    static String of(ClassLoader loader) {
        SortedMap<String, String> parts = new TreeMap<>();
        parts.put(
                "flyway",
                Flyway.class.getProtectionDomain().getCodeSource().getLocation().toString());
        try {
            for (Class<?> code : CODE) {
                try (InputStream bytes = code.getResourceAsStream(code.getSimpleName() + ".class")) {
                    parts.put(code.getName(), hash(bytes.readAllBytes()));
                }
            }
            for (URL folder : Collections.list(loader.getResources(FOLDER))) {
                readMigrations(folder, parts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path has addresses", e);
        }
        return parts.toString();
    }

    /** A module is a folder while Maven tests and an archive once it was packaged. */
    private static void readMigrations(URL folder, SortedMap<String, String> parts)
            throws IOException, URISyntaxException {
        if (folder.openConnection() instanceof JarURLConnection archive) {
            readArchive(archive, parts);
        } else {
            readFolder(folder.toURI(), parts);
        }
    }

    private static void readFolder(URI folder, SortedMap<String, String> parts) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                parts.put(FOLDER + "/" + file.getFileName(), hash(Files.readAllBytes(file)));
            }
        }
    }

    private static void readArchive(JarURLConnection archive, SortedMap<String, String> parts) throws IOException {
        var jar = archive.getJarFile();
        for (var entry : Collections.list(jar.entries())) {
            if (entry.getName().startsWith(FOLDER + "/") && !entry.isDirectory()) {
                try (InputStream file = jar.getInputStream(entry)) {
                    parts.put(entry.getName(), hash(file.readAllBytes()));
                }
            }
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
