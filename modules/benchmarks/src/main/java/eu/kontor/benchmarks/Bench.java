package eu.kontor.benchmarks;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.launcher.DatabaseBootstrap;
import eu.kontor.launcher.PostgresServer;
import eu.kontor.ledger.application.CoherenceCheck;
import eu.kontor.ledger.application.LedgerCalendar;
import eu.kontor.ledger.application.LedgerWindows;
import eu.kontor.ledger.application.Poster;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.CoalitionMigrations;
import eu.kontor.tenancy.persistence.RoleTransactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;

/** The database of a run, with a million members in it, and a ledger over it. */
public final class Bench implements AutoCloseable {

    /** As many as the figures are asked for. */
    public static final int MEMBERS = 1_000_000;

    private static final String DATABASE = "bench";
    private static final String PASSWORD = "bench";
    private static final String ENROL = Sql.named("enrol_members");

    private final Options options;
    private final Clock clock;
    private final PostgresServer server;
    private final KeptConnections pool;
    private final Transactions transactions;
    private final LedgerCalendar calendar;

    /** What the command line says. */
    public record Options(Path directory, int port, Duration warmUp, Duration measured, int feedLines) {}

    Bench(Options options, Clock clock) throws SQLException {
        this.options = options;
        this.clock = clock;
        server = PostgresServer.start(options.directory().resolve("postgres"), options.port(), PASSWORD);
        try (Connection postgres = server.connect("postgres");
                Statement statement = postgres.createStatement()) {
            statement.execute("drop database if exists bench with (force)");
        }
        DatabaseBootstrap.kontor(server, DATABASE, PASSWORD, PASSWORD);
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
        return new KeptConnections(server.jdbcUrl(DATABASE), user, PASSWORD);
    }

    private void enrolMembers() throws SQLException {
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(ENROL);
            statement.execute("vacuum analyze coalition.balance");
            statement.execute("checkpoint");
        }
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
        Connection connection =
                java.sql.DriverManager.getConnection(server.jdbcUrl(DATABASE), DatabaseBootstrap.APPLICATION, PASSWORD);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role kontor_poster");
        }
        return connection;
    }

    public Connection superuser() throws SQLException {
        return server.connect(DATABASE);
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
    public void close() throws SQLException {
        pool.close();
        server.stop();
    }
}
