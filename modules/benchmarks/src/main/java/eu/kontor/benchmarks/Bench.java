package eu.kontor.benchmarks;

import eu.kontor.benchmarks.Options.Scale;
import eu.kontor.launcher.DatabaseBootstrap;
import eu.kontor.launcher.Directories;
import eu.kontor.launcher.Installation;
import eu.kontor.launcher.LauncherFailure;
import eu.kontor.launcher.LocalSystem;
import eu.kontor.launcher.Ports;
import eu.kontor.launcher.PostgresServer;
import eu.kontor.ledger.application.Poster;
import eu.kontor.proof.application.CoherenceCheck;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The database of a run, with a million members in it, and a ledger over it. */
public final class Bench implements AutoCloseable {

    /** As many as the figures are asked for. */
    public static final int MEMBERS = 1_000_000;

    private static final String DATABASE = "bench";
    private static final String FEED_DATABASE = "feed_bench";
    private static final String EMPTY_DATABASE = "empty_bench";

    private static final List<String> DATABASES =
            List.of(DATABASE, FEED_DATABASE, EMPTY_DATABASE, ServerUnderTest.DATABASE);

    private final Options options;
    private final Clock clock;
    private final LocalSystem system;
    private final PostgresServer database;
    private final LedgerDatabase ledger;
    private LedgerDatabase empty;
    private ServerUnderTest server;
    private Optional<Profile> profile = Optional.empty();
    private volatile boolean isLeft;

    /** @throws LauncherFailure with one sentence, when its ports are not free */
    Bench(Options options, Clock clock) throws SQLException {
        this.options = options;
        this.clock = clock;
        system = new LocalSystem(new Installation(
                Installation.findCheckout(),
                options.directory().resolve("system"),
                Ports.fromBase(options.portBase()),
                Installation.Size.SERVING,
                options.directory().resolve("system/tenant-config"),
                ""));
        system.stop();
        refuseTakenPorts();
        Runtime.getRuntime().addShutdownHook(new Thread(this::leaveNothing, "stop-system-under-test"));
        database = system.database();
        dropDatabases();
        database.stop();
        system.startDatabase();
        ledger = emptyLedger(DATABASE);
    }

    private LedgerDatabase emptyLedger(String name) throws SQLException {
        DatabaseBootstrap.kontor(database, name, system.secrets().get(DatabaseBootstrap.OWNER));
        LedgerDatabase made = new LedgerDatabase(database, name, system.secrets(), clock);
        made.migrate();
        enrolMembers(made);
        return made;
    }

    private void refuseTakenPorts() {
        List<String> taken = system.installation().ports().taken();
        if (!taken.isEmpty()) {
            throw new LauncherFailure("Somebody listens on " + String.join(", ", taken)
                    + "; set KONTOR_BENCH_PORT_BASE to another number than " + options.portBase() + ".");
        }
    }

    private void dropDatabases() throws SQLException {
        try (Connection postgres = database.connect("postgres");
                Statement statement = postgres.createStatement()) {
            for (String name : DATABASES) {
                statement.execute("drop database if exists " + name + " with (force)");
            }
        }
    }

    /** Whether nothing is left of it, or will be soon: what fails then has failed for that reason. */
    boolean isLeft() {
        return isLeft;
    }

    /**
     * After Ctrl-C, too: then whoever measures still works on the databases. Of a full run the server's files go as well: PostgreSQL would keep
     * gigabytes of log to write into again.
     */
    private synchronized void leaveNothing() {
        if (isLeft) {
            return;
        }
        isLeft = true;
        try {
            if (database != null && database.isRunning()) {
                dropDatabases();
            }
        } catch (SQLException | RuntimeException e) {
            System.err.println(
                    "The databases of this run could not be dropped; the next run does it: " + e.getMessage());
        } finally {
            system.stop();
        }
        if (options.scale() == Scale.FULL) {
            Directories.delete(serverFolder());
        }
    }

    private static void enrolMembers(LedgerDatabase ledger) throws SQLException {
        try (Connection superuser = ledger.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(BenchmarkSql.named("enrol_members").formatted(MEMBERS));
            statement.execute("vacuum analyze coalition.balance");
            statement.execute("checkpoint");
        }
    }

    /** Keycloak and the packaged server, started when first asked for. */
    ServerUnderTest server() throws IOException, SQLException {
        if (server == null) {
            server = ServerUnderTest.start(system, today(), options.scale().membersOfServer());
            if (options.isProfiled()) {
                profile = Optional.of(new Profile(server.process(), database, options.directory()));
            }
        }
        return server;
    }

    /** An empty coalition on the same server. */
    KontorDatabase emptyDatabase() {
        return KontorDatabase.on(
                database,
                FEED_DATABASE,
                system.secrets().get(DatabaseBootstrap.OWNER),
                system.secrets().get(DatabaseBootstrap.APPLICATION));
    }

    /** Where the database writes what a statement copies to a file. */
    Path serverFolder() {
        return options.directory().resolve("system/postgres").toAbsolutePath();
    }

    public Options options() {
        return options;
    }

    public Clock clock() {
        return clock;
    }

    public LocalDate today() {
        return clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
    }

    /** The ledger that is posted to directly. */
    public LedgerDatabase ledger() {
        return ledger;
    }

    /** Another one on the same server with as many members and next to nothing posted; made when first asked for. */
    LedgerDatabase emptyLedger() throws SQLException {
        if (empty == null) {
            empty = emptyLedger(EMPTY_DATABASE);
        }
        return empty;
    }

    /** The same ledger, whose queries are each answered by one process of the database. */
    LedgerDatabase ledgerInOneProcess() {
        return new LedgerDatabase(
                database, DATABASE + "?options=-c%20max_parallel_workers_per_gather=0", system.secrets(), clock);
    }

    /** The ledger that the server under test works on. */
    LedgerDatabase ledgerOfServer() {
        return new LedgerDatabase(database, ServerUnderTest.DATABASE, system.secrets(), clock);
    }

    public Transactions transactions() {
        return ledger.transactions();
    }

    public Poster poster() {
        return ledger.poster();
    }

    public CoherenceCheck check() {
        return new CoherenceCheck(ledger.transactions(), clock);
    }

    public Connection superuser() throws SQLException {
        return ledger.superuser();
    }

    /** So that what is measured next pays for its own writing only. */
    void checkpoint() throws SQLException {
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    public long number(String query) throws SQLException {
        return ledger.number(query);
    }

    /** How PostgreSQL and the server are set, as rows of a table. */
    List<String> settings() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(BenchmarkSql.named("settings"))) {
            while (row.next()) {
                rows.add("| " + row.getString(1) + " | " + row.getString(2) + " |");
            }
        }
        if (server != null) {
            rows.add("| server | Open Liberty, " + server.javaOptions() + " |");
        }
        return rows;
    }

    /** Leaves nothing running, and no database: they may be larger than whoever comes next expects. */
    @Override
    public void close() throws IOException, SQLException {
        try {
            ledger.close();
            if (empty != null) {
                empty.close();
            }
            if (profile.isPresent()) {
                profile.get().write();
            }
        } finally {
            leaveNothing();
        }
    }
}
