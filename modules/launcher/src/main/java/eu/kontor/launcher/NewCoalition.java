package eu.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The command {@code new}: an empty coalition of the user's own, as files to fill in, with data of its own, so that the sample is never
 * in the way. The checkout's {@code kontor.properties} names it from then on.
 */
final class NewCoalition {

    /** Beside the sample's folder, and ignored by git. */
    static final String DEFAULT_FOLDER = "my-coalition";

    private static final String SETTINGS = "kontor.properties";

    private static final String FIRST_WINDOW = "firstWindow:";

    private final Path checkout;
    private final YearMonth firstWindow;

    /** @param firstWindow the first month that is settled */
    NewCoalition(Path checkout, YearMonth firstWindow) {
        this.checkout = checkout;
        this.firstWindow = firstWindow;
    }

    /**
     * @param folder does not exist yet, or is empty
     * @return the folder that {@code up} uses from now on
     * @throws LauncherFailure if there is something in the folder
     */
    Path create(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        try {
            refuseFilled(target);
            Path template = checkout.resolve("tenant-config/template");
            Directories.delete(target);
            Files.createDirectories(target.getParent());
            Directories.copy(template, target);
            Directories.copy(checkout.resolve("tenant-config/schema"), target.resolve("schema"));
            Files.createDirectories(target.resolve("tenants"));
            beginWithTheFirstWindow(target.resolve("coalition.yaml"));
            set(Map.of(
                    "kontor.tenant.config",
                    inCheckout(target),
                    "kontor.home",
                    ".kontor/coalitions/" + target.getFileName()));
            return target;
        } catch (IOException e) {
            throw new LauncherFailure("The folder " + target + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private void beginWithTheFirstWindow(Path coalition) throws IOException {
        List<String> lines = Files.readAllLines(coalition).stream()
                .map(line -> line.startsWith(FIRST_WINDOW) ? FIRST_WINDOW + " \"" + firstWindow + '"' : line)
                .toList();
        Files.write(coalition, lines);
    }

    private static void refuseFilled(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        boolean filled = !Files.isDirectory(target);
        if (!filled) {
            try (Stream<Path> content = Files.list(target)) {
                filled = content.findAny().isPresent();
            }
        }
        if (filled) {
            throw new LauncherFailure(
                    "There is something in " + target + " already; name another folder: ./kontor new FOLDER.");
        }
    }

    private String inCheckout(Path target) {
        Path root = checkout.toAbsolutePath().normalize();
        return (target.startsWith(root) ? root.relativize(target) : target)
                .toString()
                .replace('\\', '/');
    }

    /** Keeps every other line of the file as it is, comments too. */
    private void set(Map<String, String> values) throws IOException {
        Path file = checkout.resolve(SETTINGS);
        List<String> lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
        lines.removeIf(line -> values.containsKey(line.split("[=:\\s]", 2)[0]));
        values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting -> lines.add(setting.getKey() + "=" + setting.getValue()));
        Files.write(file, lines);
    }
}
