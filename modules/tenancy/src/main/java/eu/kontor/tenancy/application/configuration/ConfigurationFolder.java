package eu.kontor.tenancy.application.configuration;

import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.TenantAdministration.FileMistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of configuration files as it was found.
 *
 * @param coalition absent when it could not be read; then there is a mistake
 * @param tenants by slug, which is the file's name
 */
public record ConfigurationFolder(
        Optional<ConfigurationFile> coalition, SortedMap<TenantSlug, ConfigurationFile> tenants) {

    static final String COALITION = "coalition.yaml";

    private static final String TENANTS = "tenants";
    private static final String ENDING = ".yaml";

    /** A price list of a few thousand items has some hundred kilobytes. */
    private static final long LARGEST_FILE_BYTES = 4L << 20;

    /** @param mistakes receives what could not be read */
    static ConfigurationFolder read(Path folder, List<FileMistake> mistakes) {
        SortedMap<TenantSlug, ConfigurationFile> tenants = new TreeMap<>();
        for (Path path : tenantFiles(folder)) {
            String name = TENANTS + "/" + path.getFileName();
            String stem = path.getFileName().toString().replaceFirst("\\.yaml$", "");
            slug(name, stem, mistakes)
                    .ifPresent(slug -> file(path, name, mistakes).ifPresent(file -> tenants.put(slug, file)));
        }
        return new ConfigurationFolder(file(folder.resolve(COALITION), COALITION, mistakes), tenants);
    }

    private static List<Path> tenantFiles(Path folder) {
        Path tenants = folder.resolve(TENANTS);
        if (!Files.isDirectory(tenants)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(tenants)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<TenantSlug> slug(String name, String stem, List<FileMistake> mistakes) {
        try {
            return Optional.of(new TenantSlug(stem));
        } catch (IllegalArgumentException e) {
            mistakes.add(
                    new FileMistake(
                            name,
                            0,
                            "a file name of lower-case letters, digits and single hyphens, 2 to 40 of them, such as city-hotel.yaml"));
            return Optional.empty();
        }
    }

    private static Optional<ConfigurationFile> file(Path path, String name, List<FileMistake> mistakes) {
        try {
            if (!Files.isRegularFile(path)) {
                mistakes.add(new FileMistake(name, 0, "this file; there is none in " + path.getParent()));
                return Optional.empty();
            }
            if (Files.size(path) > LARGEST_FILE_BYTES) {
                mistakes.add(new FileMistake(name, 0, "a file of at most 4 MiB"));
                return Optional.empty();
            }
            return Optional.of(new ConfigurationFile(name, YamlDocument.parse(Files.readString(path))));
        } catch (YamlDocument.Unreadable e) {
            mistakes.add(new FileMistake(name, e.line(), e.getMessage()));
        } catch (MalformedInputException e) {
            mistakes.add(new FileMistake(name, 0, "a file in UTF-8"));
        } catch (IOException e) {
            mistakes.add(new FileMistake(name, 0, "a file that can be read; " + e.getMessage()));
        }
        return Optional.empty();
    }
}
