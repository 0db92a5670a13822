package eu.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keycloak as a process of its own. The distribution is unpacked and built once per machine; an installation has a home directory with
 * realm files, themes and temporary files of its own, so that several may run from one distribution.
 */
final class KeycloakServer {

    private static final Duration START_AT_MOST = Duration.ofMinutes(5);
    private static final int BUILD_MINUTES = 5;

    /** Its realm files, in the checkout. */
    static final String REALMS = "deploy/keycloak/realms";

    static final String ADMINISTRATOR = "admin";

    /** Keycloak's message "Failed to run import". */
    private static final String REALM_REFUSED = "KC-SERVICES0034";

    /** What a loyalty service does not use; each feature costs start time and is one more thing that can be attacked. */
    private static final List<String> BUILD_OPTIONS = List.of(
            "--db=postgres",
            "--health-enabled=true",
            "--features-disabled=kerberos,ciba,device-flow,par,docker,workflows,opentelemetry,impersonation,"
                    + "step-up-authentication-saml,oid4vc-vci,identity-brokering-api,scim-api,ssf");

    private final Installation installation;
    private final DetachedProcess process;

    KeycloakServer(Installation installation) {
        this.installation = installation;
        this.process = new DetachedProcess("Keycloak", installation.pidFile("keycloak"));
    }

    Optional<ProcessHandle> running() {
        return process.running();
    }

    /** @see DetachedProcess#foreign */
    Optional<ProcessHandle> foreign() {
        return process.foreign();
    }

    /** Unpacks and builds the distribution where that was not done yet (about half a minute). */
    static Path distribution() {
        String suffix = "-" + Integer.toHexString(BUILD_OPTIONS.hashCode());
        return Distribution.unpacked("keycloak-quarkus-dist", suffix, KeycloakServer::build);
    }

    void start() {
        Path distribution = distribution();
        Path home = installation.directory("keycloak");
        Path log = log();
        copyRealms(home);
        resembleDistribution(home, distribution);
        process.start(command(distribution, home), environment(), home, log);
        process.awaitReady(
                new HttpProbe("http://127.0.0.1:" + installation.ports().keycloakManagement() + "/health/ready"),
                START_AT_MOST,
                log,
                REALM_REFUSED);
    }

    /**
     * Brings the realms up to what this version wants of them; Keycloak must run.
     *
     * @throws LauncherFailure if its administrator has another password than when it was installed
     */
    void bringRealmsUpToDate() {
        String address = "http://127.0.0.1:" + installation.ports().keycloak();
        try (KeycloakAdministrator administrator = new KeycloakAdministrator(
                address, ADMINISTRATOR, installation.secrets().get("keycloak-admin"))) {
            new RealmUpkeep(administrator).bring(installation.checkout().resolve(REALMS));
        }
    }

    void stop() {
        process.stop();
    }

    Path log() {
        return installation.logs().resolve("keycloak.log");
    }

    private List<String> command(Path distribution, Path home) {
        Ports ports = installation.ports();
        List<String> command = new ArrayList<>(List.of(
                JavaCommand.java(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true"));
        command.addAll(JavaCommand.QUICK);
        command.addAll(List.of(
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + ports.keycloakManagement(),
                "--hostname=" + installation.keycloakUrl(),
                "--db-url=jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + DatabaseBootstrap.KEYCLOAK,
                "--db-username=" + DatabaseBootstrap.KEYCLOAK,
                "--db-pool-initial-size=2",
                "--db-pool-max-size=20"));
        return command;
    }

    /** Passwords go through the environment, which other users cannot read; the realm files name them as placeholders. */
    private Map<String, String> environment() {
        InstallationSecrets secrets = installation.secrets();
        Map<String, String> environment = new HashMap<>();
        environment.put("KC_DB_PASSWORD", secrets.get("keycloak-database"));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak-admin"));
        environment.put("KONTOR_PORTAL_SECRET", secrets.get("kontor-portal"));
        environment.put("KONTOR_PROVISIONER_SECRET", secrets.get("kontor-provisioner"));
        environment.put("KONTOR_OPERATIONS_SECRET", secrets.get("kontor-operations"));
        environment.put("KONTOR_PORTAL_URL", installation.portalUrl());
        environment.put(
                "KONTOR_BACKCHANNEL_URL",
                "http://127.0.0.1:" + installation.ports().http());
        return environment;
    }

    private void copyRealms(Path home) {
        Path realms = installation.checkout().resolve(REALMS);
        try (Stream<Path> files = Files.list(realms)) {
            Path target = Files.createDirectories(home.resolve("data/import"));
            Files.createDirectories(home.resolve("conf"));
            Files.createDirectories(home.resolve("providers"));
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new LauncherFailure("The realm files in " + realms + " cannot be copied: " + e.getMessage() + ".", e);
        }
    }

    /** The home looks like the distribution to Keycloak: the libraries are links to it, the themes and the passwords that everybody knows to the checkout. */
    private void resembleDistribution(Path home, Path distribution) {
        // Keycloak keeps compressed copies of theme files and never looks whether they changed.
        Directories.delete(home.resolve("data/tmp"));
        link(home.resolve("lib"), distribution.resolve("lib"));
        link(home.resolve("themes"), installation.checkout().resolve("deploy/keycloak/themes"));
        link(
                home.resolve("data/password-blacklists"),
                installation.checkout().resolve("deploy/keycloak/password-blacklists"));
    }

    private static void link(Path link, Path target) {
        try {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new LauncherFailure("The link " + link + " cannot be created: " + e.getMessage() + ".", e);
        }
    }

    private static void build(Path distribution) {
        Path log = distribution.resolveSibling("keycloak-build.log");
        List<String> command =
                new ArrayList<>(List.of(distribution.resolve("bin/kc.sh").toString(), "build"));
        command.addAll(BUILD_OPTIONS);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .directory(distribution.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new LauncherFailure("Keycloak could not be built; it says: "
                        + Files.readString(log).strip());
            }
        } catch (IOException e) {
            throw new LauncherFailure("Keycloak's build cannot be run: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted while building Keycloak.", e);
        }
    }
}
