package eu.kontor.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A process that outlives us, found again through its pid file.
 *
 * <p>The file holds the process id, the moment the process started and where the file itself is: an id alone may belong to somebody else
 * after a restart of the machine, a copied file to another checkout, and nobody else's process is ever ended.
 */
final class DetachedProcess {

    private static final int STOP_SECONDS = 30;

    /** Process id, start, and the file's own place: a copied checkout must not end the original's processes. */
    private static final int PARTS = 3;

    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final String name;
    private final Path pidFile;
    private long linesBefore;

    DetachedProcess(String name, Path pidFile) {
        this.name = name;
        this.pidFile = pidFile;
    }

    /**
     * @param environment added to ours
     * @param log gets the output; appended to
     */
    void start(List<String> command, Map<String, String> environment, Path directory, Path log) {
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // A session of its own: Ctrl-C at the terminal ends the launcher only.
            whole.add("/usr/bin/setsid");
        }
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(OwnerOnly.command(whole))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            linesBefore = Files.exists(log) ? lines(log) : 0;
            ProcessHandle process = builder.start().toHandle();
            Path place = pidFile.toAbsolutePath().getParent().toRealPath().resolve(pidFile.getFileName());
            Files.writeString(pidFile, process.pid() + " " + startedAt(process) + " " + place + "\n");
        } catch (IOException e) {
            throw new LauncherFailure(name + " could not be started: " + e.getMessage() + ".", e);
        }
    }

    /** @return the process, if it is ours and alive */
    Optional<ProcessHandle> running() {
        return recorded(true);
    }

    /** @return a process that lives, but was started for another directory, from which the pid file was copied here */
    Optional<ProcessHandle> foreign() {
        return recorded(false);
    }

    private Optional<ProcessHandle> recorded(boolean here) {
        try {
            String[] parts = Files.readString(pidFile).strip().split(" ", PARTS);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(DetachedProcess::isRunning)
                    .filter(process -> startedAt(process).equals(parts[1]))
                    .filter(process -> isHere(parts) == here);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private boolean isHere(String[] parts) {
        try {
            return parts.length < PARTS || Files.isSameFile(Path.of(parts[PARTS - 1]), pidFile);
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks the process to end and waits; kills it if it does not. Nothing happens if it does not run. */
    void stop() {
        running().ifPresent(process -> {
            process.destroy();
            if (!endsWithin(STOP_SECONDS)) {
                kill();
            }
        });
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new LauncherFailure("The file " + pidFile + " cannot be deleted.", e);
        }
    }

    /** Ends the process without asking, as a power cut would, and waits until it is gone. */
    void kill() {
        running().ifPresent(ProcessHandle::destroyForcibly);
        if (!endsWithin(STOP_SECONDS)) {
            throw new LauncherFailure(name + " could not be stopped.");
        }
    }

    private Optional<String> says(Path log, String text) {
        try (Stream<String> lines = Files.lines(log).skip(linesBefore)) {
            return lines.filter(line -> line.contains(text)).findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private boolean endsWithin(int seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (running().isPresent()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        return true;
    }

    /**
     * Waits until {@code probe} holds; stops the process if that fails.
     *
     * @param fatal a text in the log after which the process lives but will never be ready
     * @throws LauncherFailure when the process ends before, or the time is over; the message names the log
     */
    void awaitReady(HttpProbe probe, Duration atMost, Path log, String fatal) {
        try {
            await(probe, atMost, log, fatal);
        } catch (LauncherFailure e) {
            // Half a server would look as if it ran.
            stop();
            throw e;
        }
    }

    private void await(HttpProbe probe, Duration atMost, Path log, String fatal) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!probe.answers()) {
            says(log, fatal).ifPresent(line -> {
                throw new LauncherFailure(name + " failed while starting; " + log + " says: " + line);
            });
            if (running().isEmpty()) {
                throw new LauncherFailure(name + " ended while starting; see " + log + ".");
            }
            if (System.nanoTime() > deadline) {
                throw new LauncherFailure(name + " was not ready after " + atMost.toSeconds() + " s; see " + log + ".");
            }
            probe.pause();
        }
    }

    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /** Ended, but its parent (in many containers a first process that does not care) has not asked for its exit code. */
    static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", "" + pid, "stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }

    private static long lines(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.count();
        }
    }

    private static String startedAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
