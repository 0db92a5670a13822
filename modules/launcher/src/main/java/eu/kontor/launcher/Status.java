package eu.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Which processes run, since when and with how much memory, and where everything is. */
final class Status {

    private static final long KIBIBYTE = 1024;
    private static final String LINE = "%-14s %s";

    private final LocalSystem system;

    Status(LocalSystem system) {
        this.system = system;
    }

    void print(Terminal terminal) {
        system.processes()
                .forEach((name, pid) -> terminal.say(LINE.formatted(name, pid == 0 ? "stopped" : describe(pid))));
        Installation installation = system.installation();
        terminal.say(LINE.formatted("Portal", installation.portalUrl() + "/"));
        terminal.say(LINE.formatted("API", installation.portalUrl() + "/openapi/ui"));
        terminal.say(LINE.formatted("Sign-in", installation.keycloakUrl()));
        terminal.say(LINE.formatted(
                "Database",
                "jdbc:postgresql://127.0.0.1:" + installation.ports().postgres() + "/kontor"));
        terminal.say(LINE.formatted("Coalition", installation.tenantConfiguration()));
        terminal.say(LINE.formatted("Data and logs", installation.home()));
    }

    private static String describe(long pid) {
        String uptime = ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(start -> uptime(Duration.between(start, Clock.systemUTC().instant())))
                .orElse("some time");
        return "process %-8d %5d MB  up %s".formatted(pid, residentMegabytes(pid), uptime);
    }

    /** @return such as {@code 3 d 4 h}, {@code 4 h 5 min}, {@code 5 min 6 s} or {@code 6 s} */
    static String uptime(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
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
