package eu.kontor.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Directories of temporary servers: {@code java.io.tmpdir/kontor-postgres-PID-…}, where PID is the JVM that uses it. A directory whose
 * JVM is gone was left by a kill; its server is stopped and it is deleted.
 */
final class TemporaryDirectories {

    /** Of every temporary server's superuser: it listens on 127.0.0.1 only, and holds test data. */
    static final String PASSWORD = "temporary";

    private static final String PREFIX = "kontor-postgres-";

    private TemporaryDirectories() {}

    static Path create() {
        try {
            return Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void removeAbandoned() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> abandoned;
        try (Stream<Path> all = Files.list(parent)) {
            abandoned = all.filter(TemporaryDirectories::isAbandoned).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Path directory : abandoned) {
            PostgresServer.stop(directory.resolve("data"));
            Directories.delete(directory);
        }
    }

    private static boolean isAbandoned(Path directory) {
        String name = directory.getFileName().toString();
        if (!name.startsWith(PREFIX) || !Files.isWritable(directory)) {
            return false;
        }
        String pid = name.substring(PREFIX.length()).replaceFirst("-.*", "");
        return pid.matches("\\d{1,10}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }
}
