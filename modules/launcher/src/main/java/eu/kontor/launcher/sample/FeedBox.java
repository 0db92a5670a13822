package eu.kontor.launcher.sample;

import eu.kontor.launcher.LauncherFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One tenant's folders of feeds as a partner sees them: files go in, receipts come out. */
final class FeedBox {

    private static final String RECEIPT = ".receipt.json";

    private final Path folder;

    FeedBox(Path feeds, String tenant) {
        this.folder = feeds.resolve(tenant);
    }

    /** @param refused lines */
    record Receipt(long lines, long posted, long refused, long points) {}

    Path done() throws IOException {
        return Files.createDirectories(folder.resolve("done"));
    }

    /** Drops the file whole, unless it was dropped before. */
    void drop(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        if (receipt(name).isPresent() || Files.exists(inbox.resolve(name)) || isUnderWay(name)) {
            return;
        }
        Path unfinished = inbox.resolve(name + ".part");
        Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING);
        // Written long ago, so that nobody has to wait for whether somebody still writes.
        Files.setLastModifiedTime(unfinished, FileTime.from(Instant.EPOCH));
        Files.move(unfinished, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The receipt of a file that has ended.
     *
     * @throws LauncherFailure when the file was refused as a whole
     */
    Optional<Receipt> receipt(String fileName) throws IOException {
        Optional<Path> refused = find("refused", "-" + fileName + RECEIPT);
        if (refused.isPresent()) {
            throw new LauncherFailure(
                    "The sample's file " + fileName + " was refused; " + refused.get() + " says why.");
        }
        Optional<Path> done = find("done", "-" + fileName + RECEIPT);
        return done.isEmpty() ? Optional.empty() : Optional.of(read(done.get()));
    }

    private boolean isUnderWay(String fileName) throws IOException {
        return find("work", "-" + fileName).isPresent();
    }

    private Optional<Path> find(String place, String ending) throws IOException {
        Path where = folder.resolve(place);
        if (!Files.isDirectory(where)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(where)) {
            return files.filter(file -> file.toString().endsWith(ending)
                            && !file.getFileName().toString().startsWith("."))
                    .findFirst();
        }
    }

    private static Receipt read(Path receipt) throws IOException {
        String json = Files.readString(receipt);
        return new Receipt(
                number(json, "linesRead"),
                number(json, "linesPosted"),
                number(json, "linesRefused"),
                number(json, "points"));
    }

    private static long number(String json, String name) {
        Matcher value = Pattern.compile("\"" + name + "\"\\s*:\\s*(\\d+)").matcher(json);
        return value.find() ? Long.parseLong(value.group(1)) : 0;
    }
}
