package eu.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where unpacked, unchanging files live that several checkouts share: the setting {@code kontor.cache} (system property) or
 * {@code KONTOR_CACHE} (environment), otherwise {@code ~/.cache/kontor}.
 */
final class CacheDirectory {

    private CacheDirectory() {}

    static Path path() {
        String chosen = System.getProperty("kontor.cache", System.getenv("KONTOR_CACHE"));
        Path directory = chosen != null && !chosen.isBlank()
                ? Path.of(chosen)
                : Path.of(System.getProperty("user.home"), ".cache", "kontor");
        try {
            return Files.createDirectories(directory).toAbsolutePath();
        } catch (IOException e) {
            throw new LauncherFailure(
                    "The cache directory " + directory
                            + " cannot be created; set KONTOR_CACHE to a writable directory.",
                    e);
        }
    }
}
