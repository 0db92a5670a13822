package eu.kontor.benchmarks;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.launcher.DatabaseBootstrap;
import eu.kontor.launcher.InstallationSecrets;
import eu.kontor.launcher.PostgresServer;
import eu.kontor.ledger.application.LedgerCalendar;
import eu.kontor.ledger.application.LedgerWindows;
import eu.kontor.ledger.application.Poster;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.CoalitionMigrations;
import eu.kontor.tenancy.persistence.DatabaseLogins;
import eu.kontor.tenancy.persistence.RoleTransactions;
import eu.kontor.tenancy.testing.TestConnections;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** One database of the run's PostgreSQL, and a ledger over it without any server between. */
public final class LedgerDatabase implements AutoCloseable {

    /** More than there are threads that post. */
    private static final int MOST_CONNECTIONS = 32;

    private static final String POSTER = "kontor_poster";

    private final PostgresServer server;
    private final String name;
    private final InstallationSecrets secrets;
    private final DatabaseLogins logins;
    private final TestConnections pool;
    private final Transactions transactions;
    private final LedgerCalendar calendar;

    /** @param name of the database; may be followed by parameters of the driver, as in its address */
    LedgerDatabase(PostgresServer server, String name, InstallationSecrets secrets, Clock clock) {
        this.server = server;
        this.name = name;
        this.secrets = secrets;
        logins = new DatabaseLogins(secrets.get(DatabaseBootstrap.APPLICATION));
        pool = TestConnections.ofEveryRole(server.jdbcUrl(name), MOST_CONNECTIONS);
        transactions = new RoleTransactions(
                pool,
                pool,
                logins,
                tenant -> {
                    throw new Refusal(RefusalCode.TENANT_UNKNOWN);
                },
                () -> {
                    throw new IllegalStateException("the benchmark has no entities");
                });
        YearMonth thisMonth = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        calendar = new LedgerCalendar(OneCoalition.since(thisMonth.minusMonths(1)), clock);
    }

    /** Makes the tables, and opens the windows of last month on. */
    void migrate() throws SQLException {
        try (TestConnections owner = owner()) {
            new CoalitionMigrations(owner, logins).migrate();
        }
        new LedgerWindows(transactions, calendar).all();
    }

    private TestConnections owner() {
        String owner = DatabaseBootstrap.OWNER;
        return TestConnections.of(server.jdbcUrl(name), owner, secrets.get(owner), MOST_CONNECTIONS);
    }

    public Transactions transactions() {
        return transactions;
    }

    /** A ledger without an outbox: the reference has none either. */
    public Poster poster() {
        return new Poster(transactions, (unit, news) -> {}, calendar);
    }

    /** A connection of the poster's. */
    Connection posterSession() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(name), POSTER, logins.password(POSTER));
    }

    public Connection superuser() throws SQLException {
        return server.connect(name);
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

    /** Ends the connections that nobody uses; new ones may be asked for. */
    @Override
    public void close() throws SQLException {
        pool.close();
    }
}
