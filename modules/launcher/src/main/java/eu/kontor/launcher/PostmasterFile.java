package eu.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL's {@code postmaster.pid}: line 1 the process, line 2 the data directory, line 4 the port.
 *
 * @param pid 0 if there is no such file
 * @param ownsDirectory false if the file speaks of another data directory: then it came here by copying, with the rest of a checkout
 * @param port 0 if there is no such file
 */
record PostmasterFile(long pid, boolean ownsDirectory, int port) {

    private static final PostmasterFile NONE = new PostmasterFile(0, true, 0);
    private static final int PORT_LINE = 3;

    static PostmasterFile read(Path dataDirectory) {
        try {
            List<String> lines = Files.readAllLines(dataDirectory.resolve("postmaster.pid"));
            return lines.size() <= PORT_LINE
                    ? NONE
                    : new PostmasterFile(
                            Long.parseLong(lines.get(0).strip()),
                            isSame(Path.of(lines.get(1).strip()), dataDirectory),
                            Integer.parseInt(lines.get(PORT_LINE).strip()));
        } catch (IOException | NumberFormatException e) {
            return NONE;
        }
    }

    /**
     * PostgreSQL takes over the file of a process that is gone, but not of one that was killed and whose parent has not asked for its
     * exit code, as in many containers.
     */
    static void deleteOfZombie(Path dataDirectory) throws IOException {
        if (DetachedProcess.isZombie(read(dataDirectory).pid())) {
            Files.delete(dataDirectory.resolve("postmaster.pid"));
        }
    }

    private static boolean isSame(Path named, Path dataDirectory) throws IOException {
        return Files.exists(named) && Files.isSameFile(named, dataDirectory);
    }

    boolean isAlive() {
        return ownsDirectory && isPostgres();
    }

    /** A server of another data directory, whose file was copied here. */
    boolean isForeign() {
        return !ownsDirectory && isPostgres();
    }

    /** A process id can be used again by somebody else after a crash, so its command must be a postgres too. */
    private boolean isPostgres() {
        return pid > 0
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent();
    }
}
