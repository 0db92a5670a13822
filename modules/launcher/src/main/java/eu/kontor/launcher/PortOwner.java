package eu.kontor.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Who listens on a port of this machine, for the sentence that says so. On Linux from {@code /proc/net/tcp} (the socket) and
 * {@code /proc/PID/fd} (the process that has it open), elsewhere from {@code lsof}.
 */
final class PortOwner {

    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int LSOF_SECONDS = 5;

    private PortOwner() {}

    static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** @return such as {@code java (process 4711)}; somebody else's process may not be visible to us */
    static String of(int port) {
        return process(port).flatMap(ProcessHandle::of).map(PortOwner::describe).orElse("a process of another user");
    }

    private static String describe(ProcessHandle process) {
        String command = process.info()
                .command()
                .map(path -> Path.of(path).getFileName().toString())
                .orElse("a program");
        String directory = "";
        try {
            directory = " in " + Files.readSymbolicLink(Path.of("/proc", "" + process.pid(), "cwd"));
        } catch (IOException e) {
            // Not Linux, or not ours to see: the name and the id are enough.
        }
        return command + " (process " + process.pid() + directory + ")";
    }

    private static Optional<Long> process(int port) {
        if (!Files.isReadable(Path.of("/proc/net/tcp"))) {
            return fromLsof(port);
        }
        List<String> lines = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try {
                lines.addAll(Files.readAllLines(Path.of(table)));
            } catch (IOException e) {
                // A machine without IPv6 has no second table.
            }
        }
        return inode(lines, port).flatMap(PortOwner::holder);
    }

    /** @param table lines of {@code /proc/net/tcp} */
    static Optional<String> inode(List<String> table, int port) {
        String hexPort = String.format(Locale.ROOT, ":%04X", port);
        return table.stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > INODE
                        && columns[LOCAL_ADDRESS].endsWith(hexPort)
                        && columns[STATE].equals(LISTENING))
                .map(columns -> columns[INODE])
                .findFirst();
    }

    private static Optional<Long> holder(String inode) {
        String socket = "socket:[" + inode + "]";
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holds(pid, socket))
                .findFirst();
    }

    private static boolean holds(long pid, String socket) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc", "" + pid, "fd"))) {
            for (Path descriptor : descriptors) {
                if (Files.readSymbolicLink(descriptor).toString().equals(socket)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Long> fromLsof(int port) {
        try {
            Process lsof = new ProcessBuilder("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-t").start();
            String output = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            lsof.waitFor(LSOF_SECONDS, TimeUnit.SECONDS);
            return output.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(output.lines().findFirst().orElseThrow()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
