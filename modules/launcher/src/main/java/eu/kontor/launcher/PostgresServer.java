package eu.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * One PostgreSQL server on this machine, reachable on 127.0.0.1 only, with full durability.
 *
 * <p>Its life: {@link #start} creates the data directory if there is none, starts the server, or adopts the one that still runs on that
 * directory (after a {@code kill -9} of whoever started it). {@link #close} of a started server leaves it running, for the next command
 * to adopt; {@link #stop} ends it. A {@link #temporary} server is for tests: it ends and its directory is deleted on {@link #close} or
 * with the JVM.
 */
public final class PostgresServer implements AutoCloseable {

    /** The superuser's name. The application never signs in as superuser; tests and the bootstrap do. */
    public static final String SUPERUSER = "postgres";

    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 60;
    private static final int PORT_ATTEMPTS = 3;

    /** A process that was being born when its parent was killed ends by itself, but until then holds the shared memory. */
    private static final int RECOVERY_ATTEMPTS = 5;

    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private final Path dataDirectory;
    private final int port;
    private final String superuserPassword;
    private final boolean temporary;

    private PostgresServer(Path dataDirectory, int port, String superuserPassword, boolean temporary) {
        this.dataDirectory = dataDirectory;
        this.port = port;
        this.superuserPassword = superuserPassword;
        this.temporary = temporary;
    }

    /**
     * Starts, or adopts, the server of {@code dataDirectory}.
     *
     * @param dataDirectory created on first use
     * @param port on 127.0.0.1
     * @param superuserPassword set when the data directory is created, and needed again at every later start
     * @throws LauncherFailure if the server does not come up; the message names its log
     */
    public static PostgresServer start(Path dataDirectory, int port, String superuserPassword) {
        return start(dataDirectory, port, superuserPassword, PostgresSettings.SERVING);
    }

    static PostgresServer start(Path dataDirectory, int port, String superuserPassword, PostgresSettings settings) {
        Path directory = dataDirectory.toAbsolutePath();
        PostmasterFile running = PostmasterFile.read(directory);
        if (running.isAlive()) {
            return new PostgresServer(directory, running.port(), superuserPassword, false);
        }
        if (!Files.exists(directory.resolve("PG_VERSION"))) {
            EmptyData.initialize(directory, superuserPassword);
        }
        launch(directory, port, settings);
        return new PostgresServer(directory, port, superuserPassword, false);
    }

    /**
     * A server of its own for one test JVM: free port, fresh data directory (copied from a template that is made once per machine).
     * Stopped and deleted on {@link #close}, at the latest when the JVM ends; what a killed JVM left behind is removed by the next call.
     */
    public static PostgresServer temporary() {
        return temporary(data -> Directories.copy(EmptyData.template(), data));
    }

    /**
     * The same, on which {@code preparation} was done before. It is done once per machine and recipe; every later server begins with a
     * copy of what it left in the databases.
     *
     * @param recipe everything that determines what the preparation does
     */
    public static PostgresServer temporary(String recipe, Consumer<PostgresServer> preparation) {
        return temporary(recipe, preparation, PreparedData.inTheCache());
    }

    static PostgresServer temporary(String recipe, Consumer<PostgresServer> preparation, PreparedData prepared) {
        return temporary(data -> prepared.copyTo(
                data, EmptyData.templateName() + "\n" + recipe, directory -> prepare(directory, preparation)));
    }

    /** On a temporary server, which is found and stopped when this JVM is killed meanwhile. */
    private static void prepare(Path directory, Consumer<PostgresServer> preparation) {
        try (PostgresServer server = temporary()) {
            preparation.accept(server);
            server.stop();
            Directories.copy(server.dataDirectory, directory);
        }
    }

    private static PostgresServer temporary(Consumer<Path> filling) {
        TemporaryDirectories.removeAbandoned();
        Path directory = TemporaryDirectories.create();
        Path data = directory.resolve("data");
        filling.accept(data);
        OrdinaryUser.own(data);
        int port = launchOnFreePort(data);
        PostgresServer server = new PostgresServer(data, port, TemporaryDirectories.PASSWORD, true);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-postgres"));
        return server;
    }

    /** @return the port on 127.0.0.1 */
    public int port() {
        return port;
    }

    /** @return the JDBC address of a database of this server, without user and password */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** @return the password of {@link #SUPERUSER} */
    public String superuserPassword() {
        return superuserPassword;
    }

    /** @return a new connection as superuser, which the caller closes */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, superuserPassword);
    }

    /** Creates the database, owned by the superuser, if it does not exist. */
    public void createDatabase(String name) {
        createDatabase(name, SUPERUSER);
    }

    /** Creates the database with that owner if it does not exist. */
    public void createDatabase(String name, String owner) {
        try (Connection connection = connect("postgres")) {
            if (exists(connection, "select 1 from pg_database where datname = ?", name)) {
                return;
            }
            execute(connection, "select format('create database %I owner %I', ?, ?)", name, owner);
        } catch (SQLException e) {
            throw new LauncherFailure("The database " + name + " could not be created: " + e.getMessage(), e);
        }
    }

    /** @return true while the server's process is alive */
    public boolean isRunning() {
        return isRunning(dataDirectory);
    }

    /** @return true while a server runs on that data directory */
    public static boolean isRunning(Path dataDirectory) {
        return PostmasterFile.read(dataDirectory).isAlive();
    }

    /** @return the process id of the first process of that data directory's server, or 0 if none runs */
    public static long pid(Path dataDirectory) {
        PostmasterFile file = PostmasterFile.read(dataDirectory);
        return file.isAlive() ? file.pid() : 0;
    }

    /** Ends the server; open connections are cut, what was committed stays. */
    public void stop() {
        stop(dataDirectory);
    }

    /** Ends the server of that data directory, if one runs. */
    public static void stop(Path dataDirectory) {
        stop(dataDirectory, "fast");
    }

    private static void stop(Path dataDirectory, String mode) {
        Path directory = dataDirectory.toAbsolutePath();
        if (PostmasterFile.read(directory).isAlive()) {
            run(
                    directory.resolveSibling(directory.getFileName() + "-stop.log"),
                    List.of(
                            binary("pg_ctl"),
                            "stop",
                            "-D",
                            directory.toString(),
                            "-m",
                            mode,
                            "-w",
                            "-t",
                            "" + STOP_SECONDS));
        }
    }

    /**
     * Ends every process of the server at once and without warning (SIGKILL), and waits until none is left. What it had not written
     * out is lost to it; {@link #startAgain} recovers from the log.
     */
    public void kill() {
        long pid = pid(dataDirectory);
        ProcessHandle first = ProcessHandle.of(pid).orElseThrow(() -> new LauncherFailure("No PostgreSQL runs here."));
        List<ProcessHandle> processes = new ArrayList<>(first.descendants().toList());
        processes.addFirst(first);
        processes.forEach(ProcessHandle::destroyForcibly);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        while (processes.stream().anyMatch(DetachedProcess::isRunning)) {
            if (System.nanoTime() > deadline) {
                throw new LauncherFailure("PostgreSQL could not be killed.");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    /** Starts a server that was stopped or killed, on the same port and data. */
    public void startAgain() {
        PostgresSettings settings = temporary ? PostgresSettings.TEMPORARY : PostgresSettings.SERVING;
        for (int attempt = 1; ; attempt++) {
            try {
                launch(dataDirectory, port, settings);
                return;
            } catch (LauncherFailure e) {
                if (attempt == RECOVERY_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Where its files are; the log of its transactions is in {@code pg_wal}. */
    public Path dataDirectory() {
        return dataDirectory;
    }

    /** Ends and deletes a temporary server, without first writing out what is deleted next; leaves any other running. */
    @Override
    public synchronized void close() {
        if (temporary && Files.exists(dataDirectory)) {
            stop(dataDirectory, "immediate");
            Directories.delete(dataDirectory.getParent());
        }
    }

    /** Runs what {@code formatQuery} (a {@code select format(…)} over the arguments) returns, so that names are quoted by the server. */
    static void execute(Connection connection, String formatQuery, String... arguments) throws SQLException {
        String command;
        try (PreparedStatement format = connection.prepareStatement(formatQuery)) {
            for (int i = 0; i < arguments.length; i++) {
                format.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = format.executeQuery()) {
                row.next();
                command = row.getString(1);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    static boolean exists(Connection connection, String query, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Between finding a free port and listening on it somebody else may have taken it. */
    private static int launchOnFreePort(Path data) {
        for (int attempt = 1; ; attempt++) {
            int port = FreePort.find();
            try {
                launch(data, port, PostgresSettings.TEMPORARY);
                return port;
            } catch (LauncherFailure e) {
                if (attempt == PORT_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static void launch(Path directory, int port, PostgresSettings settings) {
        try {
            Files.writeString(directory.resolve("kontor.conf"), settings.text(directory));
            PostmasterFile.deleteOfZombie(directory);
        } catch (IOException e) {
            throw new LauncherFailure(
                    "The database directory " + directory + " cannot be written: " + e.getMessage() + ".", e);
        }
        run(
                directory.resolveSibling(directory.getFileName() + "-start.log"),
                List.of(
                        binary("pg_ctl"),
                        "start",
                        "-D",
                        directory.toString(),
                        "-l",
                        directory.resolve("server.log").toString(),
                        "-o",
                        "-p " + port,
                        "-w",
                        "-t",
                        "" + START_SECONDS));
    }

    static String binary(String name) {
        return PostgresBinaries.directory().resolve("bin").resolve(name).toString();
    }

    /** The output goes to a file and not to a pipe: the server inherits it from pg_ctl and would keep a pipe open. */
    static void run(Path log, List<String> command) {
        List<String> whole = new ArrayList<>(OrdinaryUser.command(command));
        try {
            Process process = new ProcessBuilder(whole)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            boolean ended = process.waitFor(START_SECONDS + 5L, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                throw new LauncherFailure(
                        "PostgreSQL's " + Path.of(command.getFirst()).getFileName() + " failed; " + log + " says: "
                                + Files.readString(log).strip());
            }
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new LauncherFailure(
                    "PostgreSQL's " + command.getFirst() + " cannot be run: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherFailure("Interrupted while waiting for PostgreSQL.", e);
        }
    }
}
