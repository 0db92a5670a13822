package eu.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command {@code logs}: shows the end of the three servers' logs, or of one, and follows. */
final class Logs {

    private static final String LINES = "50";

    private final Installation installation;

    Logs(Installation installation) {
        this.installation = installation;
    }

    /**
     * @param names some of {@code server}, {@code keycloak}, {@code postgres}; none means all
     * @throws LauncherFailure if there is no such server, or it has not run yet
     */
    List<Path> files(List<String> names) {
        Map<String, Path> all = all();
        List<Path> files = new ArrayList<>();
        for (String name : names.isEmpty() ? all.keySet() : names) {
            Path file = all.get(name);
            if (file == null) {
                throw new LauncherFailure(
                        "There is no log “" + name + "”; there are: " + String.join(", ", all.keySet()) + ".");
            }
            if (Files.exists(file)) {
                files.add(file);
            } else if (!names.isEmpty()) {
                throw new LauncherFailure(
                        "There is no log of " + name + " yet (" + file + "); start it with ./kontor up.");
            }
        }
        if (files.isEmpty()) {
            throw new LauncherFailure("There are no logs yet; start with ./kontor up.");
        }
        return files;
    }

    /** Until interrupted. */
    void follow(List<String> names) {
        List<String> command = new ArrayList<>(List.of("tail", "-n", LINES, "-F"));
        files(names).forEach(file -> command.add(file.toString()));
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new LauncherFailure("The logs cannot be followed: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Path> all() {
        Path logs = installation.home().resolve("logs");
        Map<String, Path> all = new LinkedHashMap<>();
        all.put("server", logs.resolve("server.log"));
        all.put("keycloak", logs.resolve("keycloak.log"));
        all.put("postgres", installation.postgresData().resolve("server.log"));
        return all;
    }
}
