package eu.kontor.benchmarks;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.launcher.DatabaseBootstrap;
import eu.kontor.launcher.Installation;
import eu.kontor.launcher.LocalSystem;
import eu.kontor.launcher.Ports;
import eu.kontor.launcher.PostgresServer;
import eu.kontor.ledger.application.CoherenceCheck;
import eu.kontor.ledger.application.LedgerCalendar;
import eu.kontor.ledger.application.LedgerWindows;
import eu.kontor.ledger.application.Poster;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.CoalitionMigrations;
import eu.kontor.tenancy.persistence.RoleTransactions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** The database of a run, with a million members in it, and a ledger over it. */
public final class Bench implements AutoCloseable {

    /** As many as the figures are asked for. */
    public static final int MEMBERS = 1_000_000;

    private static final String DATABASE = "bench";
    private static final String ENROL = Sql.named("enrol_members");

    private final Options options;
    private final Clock clock;
    private final LocalSystem system;
    private final PostgresServer database;
    private final KeptConnections pool;
    private final Transactions transactions;
    private final LedgerCalendar calendar;
    private ServerUnderTest server;
    private Optional<Profile> profile = Optional.empty();

    /** What the command line says. */
    public record Options(
            Path directory, int portBase, Scale scale, Duration warmUp, Duration measured, boolean isProfiled) {

        /** Connections and transfers enough for a percent in a full run, for a factor in a quick one. */
        public enum Scale {
            QUICK(100_000, 100_000, Duration.ofSeconds(10)),
            FULL(1_000_000, 1_000_000, Duration.ofSeconds(40));

            private final int membersOfServer;
            private final int feedLines;
            private final Duration warmUpOfServer;

            Scale(int membersOfServer, int feedLines, Duration warmUpOfServer) {
                this.membersOfServer = membersOfServer;
                this.feedLines = feedLines;
                this.warmUpOfServer = warmUpOfServer;
            }

            public int membersOfServer() {
                return membersOfServer;
            }

            public int feedLines() {
                return feedLines;
            }

            /** What the server's compilers need to have seen the paths that are measured. */
            public Duration warmUpOfServer() {
                return warmUpOfServer;
            }
        }
    }

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
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop-system-under-test"));
        system.stop();
        database = system.database();
        try (Connection postgres = database.connect("postgres");
                Statement statement = postgres.createStatement()) {
            statement.execute("drop database if exists " + DATABASE + " with (force)");
            statement.execute("drop database if exists " + ServerUnderTest.DATABASE + " with (force)");
        }
        database.stop();
        system.startDatabase();
        DatabaseBootstrap.kontor(
                database, DATABASE, password(DatabaseBootstrap.OWNER), password(DatabaseBootstrap.APPLICATION));
        try (KeptConnections owner = pool(DatabaseBootstrap.OWNER)) {
            new CoalitionMigrations(owner).migrate();
        }
        pool = pool(DatabaseBootstrap.APPLICATION);
        transactions = new RoleTransactions(
                pool,
                tenant -> {
                    throw new Refusal(RefusalCode.TENANT_UNKNOWN);
                },
                () -> {
                    throw new IllegalStateException("the benchmark has no entities");
                });
        calendar = new LedgerCalendar(OneCoalition.since(YearMonth.from(today()).minusMonths(1)), clock);
        new LedgerWindows(transactions, calendar).all();
        enrolMembers();
    }

    private KeptConnections pool(String user) {
        return new KeptConnections(database.jdbcUrl(DATABASE), user, password(user));
    }

    private String password(String user) {
        return system.secrets().get(user);
    }

    private void enrolMembers() throws SQLException {
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(ENROL);
            statement.execute("vacuum analyze coalition.balance");
            statement.execute("checkpoint");
        }
    }

    /** Keycloak and the packaged server, started when first asked for. */
    ServerUnderTest server() throws IOException, SQLException {
        if (server == null) {
            server = ServerUnderTest.start(system, today(), options.scale().membersOfServer());
            server.warmUp(options.scale().warmUpOfServer());
            if (options.isProfiled()) {
                profile = Optional.of(new Profile(server.process(), database, options.directory()));
            }
        }
        return server;
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

    public Transactions transactions() {
        return transactions;
    }

    /** A ledger without an outbox: the reference has none either. */
    public Poster poster() {
        return new Poster(transactions, (unit, news) -> {}, calendar);
    }

    public CoherenceCheck check() {
        return new CoherenceCheck(transactions, clock);
    }

    /** A connection of the application's user, which enters the poster's role for the whole session. */
    Connection posterSession() throws SQLException {
        Connection connection = DriverManager.getConnection(
                database.jdbcUrl(DATABASE), DatabaseBootstrap.APPLICATION, password(DatabaseBootstrap.APPLICATION));
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role kontor_poster");
        }
        return connection;
    }

    public Connection superuser() throws SQLException {
        return database.connect(DATABASE);
    }

    /** A number that a query answers, asked as superuser. */
    public long number(String query) throws SQLException {
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        pool.close();
        if (profile.isPresent()) {
            profile.get().write();
        }
        system.stop();
    }
}
