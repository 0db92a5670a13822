package eu.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One running Kontor on this machine: where its files are and how large its processes may be.
 *
 * @param checkout the source tree: built WAR, Liberty's and Keycloak's configuration, tenant configuration
 * @param home what changes while running: data, logs, secrets, pid files; usually {@code .kontor} in the checkout
 * @param ports where it listens
 * @param size how much the processes may take
 * @param tenantConfiguration folder with {@code coalition.yaml} and {@code tenants/}
 * @param clock what the server believes the time is at its start, as an ISO instant; empty for the system's time
 */
public record Installation(Path checkout, Path home, Ports ports, Size size, Path tenantConfiguration, String clock) {

    /** Heap and compiler of the server's process. */
    public enum Size {
        /** For daily use: a gigabyte of heap, all compilers. */
        SERVING,
        /** For a test that starts, looks and ends: quick to be ready, slow under load. */
        SMALL
    }

    public Installation {
        checkout = checkout.toAbsolutePath();
        home = home.toAbsolutePath();
        tenantConfiguration = tenantConfiguration.toAbsolutePath();
    }

    /** The source tree around the current directory: the nearest parent with a Maven wrapper and {@code modules/}. */
    public static Path findCheckout() {
        for (Path path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.isRegularFile(path.resolve("mvnw")) && Files.isDirectory(path.resolve("modules"))) {
                return path;
            }
        }
        throw new LauncherFailure(
                "This is not inside a checkout of Kontor: no parent directory has mvnw and modules/.");
    }

    InstallationSecrets secrets() {
        return new InstallationSecrets(home.resolve("secrets"));
    }

    Path postgresData() {
        return home.resolve("postgres");
    }

    Path logs() {
        return directory("logs");
    }

    /** Where the tenants' folders of feeds are. */
    public Path feeds() {
        return directory("feeds");
    }

    /** Where mail is left that would be picked up by a mail server. */
    Path mail() {
        return directory("mail");
    }

    /** The file that holds the process id of the process with that name. */
    Path pidFile(String process) {
        return directory("run").resolve(process + ".pid");
    }

    Path directory(String name) {
        try {
            return Files.createDirectories(home.resolve(name));
        } catch (IOException e) {
            throw new LauncherFailure(
                    "The directory " + home.resolve(name) + " cannot be created: " + e.getMessage() + ".", e);
        }
    }

    /** The portal and API as browsers name them. */
    public String portalUrl() {
        return "http://localhost:" + ports.http();
    }

    /** Keycloak as browsers name it. */
    public String keycloakUrl() {
        return "http://localhost:" + ports.keycloak();
    }
}
