package eu.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Which processes run, and what memory they take. */
final class Status {

    private static final long KIBIBYTE = 1024;

    private final LocalSystem system;

    Status(LocalSystem system) {
        this.system = system;
    }

    void print(Terminal terminal) {
        system.processes()
                .forEach((name, pid) -> terminal.say(
                        pid == 0
                                ? "%-14s stopped".formatted(name)
                                : "%-14s running  process %-8d %5d MB".formatted(name, pid, residentMegabytes(pid))));
        terminal.say("%-14s %s".formatted("portal", system.installation().portalUrl()));
        terminal.say("%-14s %s".formatted("data and logs", system.installation().home()));
    }

    /** Resident memory of the process and its children; shared memory of PostgreSQL's children is counted once. */
    private static long residentMegabytes(long pid) {
        long kibibytes = ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process -> ownKibibytes(process.pid(), process.pid() == pid))
                .sum();
        return kibibytes / KIBIBYTE;
    }

    private static long ownKibibytes(long pid, boolean withShared) {
        long resident = field(pid, "VmRSS:");
        return withShared ? resident : resident - field(pid, "RssShmem:") - field(pid, "RssFile:");
    }

    private static long field(long pid, String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", "" + pid, "status"))) {
            Optional<String> line = lines.filter(text -> text.startsWith(name)).findFirst();
            return line.map(text -> Long.parseLong(text.replaceAll("\\D", ""))).orElse(0L);
        } catch (IOException e) {
            return 0;
        }
    }
}
