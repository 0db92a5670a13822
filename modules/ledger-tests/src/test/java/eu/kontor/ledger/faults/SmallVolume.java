package eu.kontor.ledger.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A file system in memory of a fixed size, mounted for one test; needs the right to mount. */
final class SmallVolume implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;
    private static final int BLOCK = 64 * 1024;

    private final Path directory;

    private SmallVolume(Path directory) {
        this.directory = directory;
    }

    /** @return empty where this user may not mount */
    static Optional<SmallVolume> mounted(int megabytes) throws IOException {
        Path directory = Files.createTempDirectory("kontor-small-volume-");
        if (!run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + megabytes + "m", "tmpfs", directory.toString())) {
            Files.delete(directory);
            return Optional.empty();
        }
        return Optional.of(new SmallVolume(directory));
    }

    /** Moves a directory's content here and leaves a link in its place. */
    void take(Path original) throws IOException {
        mustRun("chown", "--reference=" + original, directory.toString());
        mustRun("cp", "-a", original + "/.", directory.toString());
        mustRun("rm", "-r", original.toString());
        Files.createSymbolicLink(original, directory);
    }

    /** Leaves no room for another byte. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast())) {
            while (true) {
                out.write(new byte[BLOCK]);
            }
        } catch (IOException e) {
            if (Files.getFileStore(directory).getUsableSpace() > 0) {
                throw e;
            }
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return directory.resolve("ballast");
    }

    @Override
    public void close() {
        mustRun("umount", directory.toString());
        try {
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mustRun(String... command) {
        if (!run(command)) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
