package eu.kontor.launcher;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. Where we are root, its commands run through {@code unshare --user}: inside a user namespace of
 * its own the process is nobody, while outside it still owns root's files. Where namespaces are forbidden (many containers), through
 * {@code setpriv} as nobody, who then must own the data directory.
 */
final class OrdinaryUser {

    private static final List<String> NAMESPACE = List.of("unshare", "--user");
    private static final String NOBODY = "65534";
    private static final List<String> SETPRIV =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    private static final int PROBE_SECONDS = 10;

    private static final class Chosen {
        private static final List<String> PREFIX = choose();
    }

    private OrdinaryUser() {}

    /** @return {@code command} in a form that runs as somebody else than root */
    static List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(Chosen.PREFIX);
        whole.addAll(command);
        return whole;
    }

    /** Whether {@link #command} runs as a user that does not own what we write. */
    static boolean isAnother() {
        return Chosen.PREFIX.equals(SETPRIV);
    }

    /** Lets the user under which {@link #command} runs read what we unpacked; usually there is nothing to do. */
    static void letRead(Path directory) {
        if (isAnother()
                && !(succeeds(List.of("chmod", "-R", "a+rX", directory.toString()))
                        && succeeds(
                                List.of("chmod", "a+x", directory.getParent().toString())))) {
            throw new LauncherFailure("The directory " + directory + " cannot be shown to an ordinary user.");
        }
    }

    /** Hands the directory to the user under which {@link #command} runs; usually there is nothing to do. */
    static void own(Path directory) {
        if (isAnother() && !succeeds(List.of("chown", "-R", NOBODY + ":" + NOBODY, directory.toString()))) {
            throw new LauncherFailure(
                    "The directory " + directory + " cannot be handed to an ordinary user for PostgreSQL.");
        }
    }

    private static List<String> choose() {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        if (succeeds(both(NAMESPACE))) {
            return NAMESPACE;
        }
        if (succeeds(both(SETPRIV))) {
            return SETPRIV;
        }
        throw new LauncherFailure(
                "PostgreSQL does not run as root and neither unshare nor setpriv (package util-linux) work here;"
                        + " run Kontor as an ordinary user.");
    }

    private static List<String> both(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        return command;
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
