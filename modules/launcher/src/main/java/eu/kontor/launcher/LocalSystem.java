package eu.kontor.launcher;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The whole of Kontor on this machine: PostgreSQL, Keycloak, Open Liberty with the built WAR, each a process of its own, started in that
 * order. What already runs is left running, so that starting twice is harmless.
 */
public final class LocalSystem implements AutoCloseable {

    private final Installation installation;
    private final KeycloakServer keycloak;
    private final LibertyServer server;

    public LocalSystem(Installation installation) {
        this.installation = installation;
        this.keycloak = new KeycloakServer(installation);
        this.server = new LibertyServer(installation);
    }

    /**
     * A small system of its own for tests: free ports, everything in {@code home}, started. What an earlier run left in {@code home} is
     * stopped and deleted, because its Keycloak knows other ports.
     *
     * @param home kept after {@link #close}, with the logs
     * @param tenantConfiguration folder with {@code coalition.yaml} and {@code tenants/}
     * @param clock what the server believes the time is when it starts
     */
    public static LocalSystem forTests(Path home, Path tenantConfiguration, Instant clock) {
        Installation installation = new Installation(
                Installation.findCheckout(),
                home,
                Ports.free(),
                Installation.Size.SMALL,
                tenantConfiguration,
                clock.toString());
        new LocalSystem(installation).stop();
        Directories.delete(home);
        LocalSystem system = new LocalSystem(installation);
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop-local-system"));
        system.startTogether();
        return system;
    }

    /** Neither server needs the other to start, and whoever waits for both waits for the slower one only. */
    private void startTogether() {
        CheckoutMark.write(installation);
        startDatabase();
        CompletableFuture<Void> signIn = CompletableFuture.runAsync(() -> {
            keycloak.start();
            keycloak.bringRealmsUpToDate();
        });
        server.start();
        signIn.join();
    }

    /** @return where it is and listens */
    public Installation installation() {
        return installation;
    }

    /** @return its passwords; {@code kontor-operations} is the secret of the operator's service account */
    public InstallationSecrets secrets() {
        return installation.secrets();
    }

    /** @return its database server, which must run */
    public PostgresServer database() {
        return PostgresServer.start(
                installation.postgresData(),
                installation.ports().postgres(),
                secrets().get("postgres"));
    }

    /**
     * Starts what does not run.
     *
     * @throws LauncherFailure with one sentence that says what is in the way
     */
    public void start(StepProgress progress) {
        if (server.running().isPresent() && !server.isCurrent()) {
            progress.step("Stopping Open Liberty for a newer build", server::stop);
        }
        refuseTakenPorts();
        OwnerOnly.keep(installation);
        CheckoutMark.write(installation);
        progress.step("PostgreSQL", this::startDatabase);
        if (keycloak.running().isEmpty()) {
            progress.step("Keycloak", keycloak::start);
        }
        keycloak.bringRealmsUpToDate();
        if (server.running().isEmpty()) {
            progress.step("Open Liberty", server::start);
        }
    }

    /** Starts the database only, with the roles and databases that the others sign in to. */
    public void startDatabase() {
        boolean fresh = !PostgresServer.isRunning(installation.postgresData());
        PostgresServer database = database();
        if (fresh) {
            DatabaseBootstrap.kontor(database, "kontor", secrets().get("kontor_owner"));
            DatabaseBootstrap.keycloak(database, secrets().get("keycloak-database"));
        }
    }

    /** Starts Open Liberty anew; the others go on. */
    public void restartServer() {
        server.stop();
        server.start();
    }

    /** Starts one more Open Liberty beside the first, on the same database: what it would be on another machine. For tests. */
    public LibertyServer startSecondServer() {
        List<Integer> free = FreePort.find(2);
        LibertyServer second = secondServer(free.get(0), free.get(1));
        second.start();
        return second;
    }

    private LibertyServer secondServer(int port, int managementPort) {
        return new LibertyServer(installation, "second-server", "second-liberty", port, managementPort);
    }

    /** Ends Open Liberty without warning, as a power cut would. */
    public void killServer() {
        server.kill();
    }

    /** @throws LauncherFailure if the pid files here were copied from another checkout whose processes still run */
    void refuseForeignProcesses() {
        keycloak.foreign().or(server::foreign).map(ProcessHandle::pid).ifPresent(LocalSystem::refuseForeign);
        PostmasterFile database = PostmasterFile.read(installation.postgresData());
        if (database.isForeign()) {
            refuseForeign(database.pid());
        }
        if (processes().values().stream().anyMatch(pid -> pid != 0)) {
            CheckoutMark.refuseAnother(installation);
        }
    }

    private static void refuseForeign(long pid) {
        throw new LauncherFailure("The process " + pid
                + " belongs to another checkout, from which this one was copied; stop it there first.");
    }

    /** Ends everything that runs, in the opposite order. */
    public void stop() {
        secondServer(0, 0).stop();
        server.stop();
        keycloak.stop();
        PostgresServer.stop(installation.postgresData());
    }

    /** The same as {@link #stop}. */
    @Override
    public void close() {
        stop();
    }

    /** @return the process id of each part that runs, in the order of starting; 0 for one that does not */
    public Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        processes.put("PostgreSQL", PostgresServer.pid(installation.postgresData()));
        processes.put("Keycloak", pid(keycloak.running()));
        processes.put("Open Liberty", pid(server.running()));
        return processes;
    }

    private static long pid(Optional<ProcessHandle> process) {
        return process.map(ProcessHandle::pid).orElse(0L);
    }

    private void refuseTakenPorts() {
        Map<String, Integer> needed = installation.ports().byName();
        if (PostgresServer.isRunning(installation.postgresData())) {
            needed.remove("postgres");
        }
        if (keycloak.running().isPresent()) {
            needed.remove("keycloak");
            needed.remove("keycloakManagement");
        }
        if (server.running().isPresent()) {
            needed.remove("http");
            needed.remove("management");
        }
        needed.forEach((name, port) -> {
            if (PortOwner.isTaken(port)) {
                throw new LauncherFailure(
                        "Port " + port + " is taken by " + PortOwner.of(port) + "; stop it, or set kontor.port." + name
                                + " (or kontor.port.base for all) in kontor.properties.");
            }
        });
    }
}
