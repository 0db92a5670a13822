package eu.kontor.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Open Liberty with our WAR as a process of its own. */
public final class LibertyServer {

    private static final Duration START_AT_MOST = Duration.ofMinutes(5);

    /** Liberty's message "An exception occurred while starting the application"; it waits for a better one for ever. */
    private static final String APPLICATION_FAILED = "CWWKZ0002E";

    /** A test overruns it with some hundreds of calls. */
    private static final String SMALL_QUEUE = "128";

    /** A test waits for a seal. */
    private static final String SMALL_SEAL_SECONDS = "1";

    private final Installation installation;
    private final String name;
    private final String folder;
    private final int port;
    private final int managementPort;
    private final DetachedProcess process;

    LibertyServer(Installation installation) {
        this(
                installation,
                "server",
                "liberty",
                installation.ports().http(),
                installation.ports().management());
    }

    /**
     * @param name of its pid file and its log
     * @param folder in the installation's home, where it is laid out
     */
    LibertyServer(Installation installation, String name, String folder, int port, int managementPort) {
        this.installation = installation;
        this.name = name;
        this.folder = folder;
        this.port = port;
        this.managementPort = managementPort;
        this.process = new DetachedProcess("The server", installation.pidFile(name));
    }

    /** Its API, without a slash at the end. */
    public String address() {
        return "http://localhost:" + port;
    }

    /** Its metrics, and its health with details; without a slash at the end. */
    public String managementAddress() {
        return "http://localhost:" + managementPort;
    }

    Optional<ProcessHandle> running() {
        return process.running();
    }

    /** @see DetachedProcess#foreign */
    Optional<ProcessHandle> foreign() {
        return process.foreign();
    }

    /** Unpacks the distribution where that was not done yet. */
    static Path distribution() {
        return Distribution.unpacked("openliberty-runtime", "", _ -> {});
    }

    /** @return true if what runs is what was built last */
    boolean isCurrent() {
        Path deployed = installation.home().resolve(folder).resolve("servers/kontor/apps/kontor.war");
        try {
            return Files.getLastModifiedTime(deployed).equals(Files.getLastModifiedTime(war()));
        } catch (IOException e) {
            return false;
        }
    }

    private Path war() {
        return installation.checkout().resolve("modules/server/target/kontor.war");
    }

    void start() {
        Path distribution = distribution();
        Path user = installation.directory(folder);
        Path log = log();
        lay(user.resolve("servers/kontor"));
        process.start(command(distribution), environment(user), user, log);
        process.awaitReady(
                new HttpProbe("http://127.0.0.1:" + port + "/health/ready"), START_AT_MOST, log, APPLICATION_FAILED);
    }

    /** Asks it to end, and waits. */
    public void stop() {
        process.stop();
    }

    void kill() {
        process.kill();
    }

    Path log() {
        return installation.logs().resolve(name + ".log");
    }

    private void lay(Path server) {
        Path war = war();
        Path configuration = installation.checkout().resolve("modules/server/src/main/liberty/server.xml");
        if (!Files.exists(war)) {
            throw new LauncherFailure("The server is not built (" + war + " is missing); ./kontor builds it.");
        }
        Path driver = Path.of(URI.create(org.postgresql.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        try {
            Files.createDirectories(server.resolve("apps"));
            Directories.delete(server.resolve("lib"));
            Files.createDirectories(server.resolve("lib"));
            Files.copy(configuration, server.resolve("server.xml"), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(
                    war,
                    server.resolve("apps/kontor.war"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            Files.copy(driver, server.resolve("lib").resolve(driver.getFileName()));
        } catch (IOException e) {
            throw new LauncherFailure(
                    "The server's directory " + server + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private List<String> command(Path distribution) {
        List<String> command = new ArrayList<>(List.of(
                JavaCommand.java(),
                "-javaagent:" + distribution.resolve("bin/tools/ws-javaagent.jar"),
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(platformOptions(distribution));
        if (installation.size() == Installation.Size.SMALL) {
            command.addAll(JavaCommand.QUICK);
            command.add("-Xmx512m");
        } else {
            command.addAll(JavaCommand.SERVING);
        }
        command.addAll(
                List.of("-jar", distribution.resolve("bin/tools/ws-server.jar").toString(), "kontor"));
        return command;
    }

    /** Liberty's start script reads this file; we start the JVM ourselves, to know its process id. */
    private static List<String> platformOptions(Path distribution) {
        Path file = distribution.resolve("lib/platform/java/java24.options");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new LauncherFailure("Liberty's options " + file + " cannot be read.", e);
        }
    }

    private Map<String, String> environment(Path user) {
        InstallationSecrets secrets = installation.secrets();
        Map<String, String> environment = new HashMap<>();
        environment.put("WLP_USER_DIR", user.toString());
        environment.put("LOG_DIR", installation.directory("logs/" + folder).toString());
        environment.put("WLP_LOGGING_CONSOLE_FORMAT", "SIMPLE");
        environment.put("WLP_LOGGING_CONSOLE_LOGLEVEL", "INFO");
        environment.put("KONTOR_HTTP_PORT", "" + port);
        environment.put("KONTOR_MANAGEMENT_PORT", "" + managementPort);
        environment.put("KONTOR_PORTAL_URL", installation.portalUrl());
        environment.put("KONTOR_KEYCLOAK_URL", installation.keycloakUrl());
        environment.put(
                "KONTOR_KEYCLOAK_INTERNAL_URL",
                "http://127.0.0.1:" + installation.ports().keycloak());
        environment.put(
                "KONTOR_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + installation.ports().postgres() + "/kontor");
        environment.put("KONTOR_DB_APP_PASSWORD", secrets.get("kontor_app"));
        environment.put("KONTOR_DB_OWNER_PASSWORD", secrets.get("kontor_owner"));
        environment.put("KONTOR_PORTAL_SECRET", secrets.get("kontor-portal"));
        environment.put("KONTOR_PROVISIONER_SECRET", secrets.get("kontor-provisioner"));
        environment.put("KONTOR_SERVER_SECRET", secrets.get("server"));
        environment.put("KONTOR_SECRETS_DIR", secrets.directory().toString());
        environment.put(
                "KONTOR_TENANT_CONFIG", installation.tenantConfiguration().toString());
        environment.put("KONTOR_FEEDS_DIR", installation.feeds().toString());
        environment.put("KONTOR_MAIL_DIR", installation.mail().toString());
        if (installation.size() == Installation.Size.SMALL) {
            environment.put("KONTOR_POSTING_QUEUE", SMALL_QUEUE);
            environment.put("KONTOR_SEALS_SECONDS", SMALL_SEAL_SECONDS);
        }
        if (!installation.clock().isEmpty()) {
            environment.put("KONTOR_CLOCK", installation.clock());
        }
        return environment;
    }
}
