package eu.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL's {@code postmaster.pid}: line 1 the process, line 2 the data directory, line 4 the port.
 *
 * @param pid 0 if there is no such file
 * @param port 0 if there is no such file
 */
record PostmasterFile(long pid, int port) {

    private static final PostmasterFile NONE = new PostmasterFile(0, 0);
    private static final int PORT_LINE = 3;

    static PostmasterFile read(Path dataDirectory) {
        try {
            List<String> lines = Files.readAllLines(dataDirectory.resolve("postmaster.pid"));
            return lines.size() <= PORT_LINE
                    ? NONE
                    : new PostmasterFile(
                            Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(PORT_LINE).strip()));
        } catch (IOException | NumberFormatException e) {
            return NONE;
        }
    }

    /** A process id can be used again by somebody else after a crash, so its command must be a postgres too. */
    boolean isAlive() {
        return pid > 0
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent();
    }
}
