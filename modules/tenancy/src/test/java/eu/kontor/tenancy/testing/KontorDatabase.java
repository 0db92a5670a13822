package eu.kontor.tenancy.testing;

import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.launcher.DatabaseBootstrap;
import eu.kontor.launcher.PostgresServer;
import eu.kontor.tenancy.api.EntityClasses;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.application.TenantReadiness;
import eu.kontor.tenancy.application.TenantRegistry;
import eu.kontor.tenancy.persistence.CoalitionMigrations;
import eu.kontor.tenancy.persistence.CoalitionRecord;
import eu.kontor.tenancy.persistence.DatabaseLogins;
import eu.kontor.tenancy.persistence.HibernateOnConnection;
import eu.kontor.tenancy.persistence.RoleTransactions;
import eu.kontor.tenancy.persistence.TenantRecords;
import eu.kontor.tenancy.persistence.TenantSchemas;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * One PostgreSQL server per test JVM, with roles, rights and all migrations on the class path, as production has them.
 *
 * <pre>
 * private static final KontorDatabase DATABASE = KontorDatabase.shared();
 * private final TenantId hotel = DATABASE.tenant("hotel");
 * … DATABASE.transactions().asTenant(hotel, unit -> …)
 * </pre>
 *
 * It is shared by all test classes of the JVM and never cleaned: a test that must be alone makes tenants and members of its own, or
 * takes {@link #fresh()}.
 */
public final class KontorDatabase {

    private static final String NAME = "kontor";
    private static final String OWNER_PASSWORD = "owner";
    private static final String APPLICATION_PASSWORD = "application";

    /** Enough for tests that run threads against each other; the temporary server allows 60 connections in all. */
    private static final int POOL_SIZE = 12;

    private static final String REGISTER =
            """
            insert into coalition.tenant (slug, name, state, accent_colour, currencies, zone, language, configuration)
            values (?, ?, 'active', '#1f5f8b', array[?], 'Europe/Lisbon', 'en', '{}')
            on conflict (slug) do update set name = excluded.name
            returning tenant_id""";

    private static final String OPEN_OUTLET =
            """
            insert into coalition.outlet (tenant_id, outlet_id, code, name) values (?, 1, 'main', 'Main outlet')
            on conflict do nothing""";

    private static final String DESCRIBE_COALITION =
            """
            insert into coalition.coalition
                   (name, points_name, zone, card_prefix, first_window, currency, value_per_point, sample, configuration)
            values ('Test coalition', '{"en": "points"}', 'Europe/Lisbon', '972401', '2020-01-01', 'EUR', 0.01, true, '{}')
            on conflict do nothing""";

    private static KontorDatabase shared;

    private final PostgresServer server;
    private final String name;
    private final TestConnections application;
    private final TestConnections posting;
    private final DataSource owner;
    private final DatabaseLogins logins;
    private final TenantSchemas schemas;
    private final Map<TenantId, TenantSlug> slugs = new ConcurrentHashMap<>();

    private KontorDatabase(PostgresServer server, String name, String ownerPassword, String applicationPassword) {
        this.server = server;
        this.name = name;
        application = TestConnections.ofEveryRole(server.jdbcUrl(name), POOL_SIZE);
        posting = TestConnections.ofEveryRole(server.jdbcUrl(name), POOL_SIZE);
        owner = TestConnections.of(server.jdbcUrl(name), DatabaseBootstrap.OWNER, ownerPassword, POOL_SIZE);
        logins = new DatabaseLogins(applicationPassword);
        schemas = new TenantSchemas(owner, Clock.systemUTC(), logins);
    }

    /** The database of this JVM, started by whoever asks first. */
    public static synchronized KontorDatabase shared() {
        if (shared == null) {
            shared = fresh();
            shared.transactions()
                    .asOperator(unit -> unit.connection().createStatement().execute(DESCRIBE_COALITION));
        }
        return shared;
    }

    /**
     * A server of its own for a test that needs an empty database, without a coalition. Tenants' roles belong to the server, hence not
     * just a database. It begins with a copy of what the same migrations made before, so that they do not run for every test.
     */
    public static KontorDatabase fresh() {
        PostgresServer server = PostgresServer.temporary(
                String.join("\n", NAME, OWNER_PASSWORD, APPLICATION_PASSWORD, MigrationRecipe.ofThisClassPath()),
                unprepared -> migrate(unprepared, NAME, OWNER_PASSWORD, APPLICATION_PASSWORD));
        return new KontorDatabase(server, NAME, OWNER_PASSWORD, APPLICATION_PASSWORD);
    }

    /** A database of that name, made if there is none, on a server that others use, too; the passwords are the server's. */
    public static KontorDatabase on(
            PostgresServer server, String name, String ownerPassword, String applicationPassword) {
        migrate(server, name, ownerPassword, applicationPassword);
        return new KontorDatabase(server, name, ownerPassword, applicationPassword);
    }

    private static void migrate(PostgresServer server, String name, String ownerPassword, String applicationPassword) {
        DatabaseBootstrap.kontor(server, name, ownerPassword);
        try (TestConnections owner =
                TestConnections.of(server.jdbcUrl(name), DatabaseBootstrap.OWNER, ownerPassword, POOL_SIZE)) {
            new CoalitionMigrations(owner, new DatabaseLogins(applicationPassword)).migrate();
        } catch (SQLException e) {
            throw new IllegalStateException("the migrated database " + name + " could not be left", e);
        }
    }

    /** Provisions the tenant (registry, schema, roles, migrations, the outlet {@code 1} with the code {@code main}) if it is not there. */
    public TenantId tenant(String slug) {
        return tenant(slug, "EUR");
    }

    /** One that sells in another currency. */
    public TenantId tenant(String slug, String currency) {
        TenantSlug wanted = new TenantSlug(slug);
        TenantId id = transactions().asOperator(unit -> register(unit.connection(), wanted, currency));
        schemas.create(wanted);
        schemas.migrate(id, wanted);
        slugs.put(id, wanted);
        return id;
    }

    /** Production's transactions over this database, with these contexts' entities. */
    public Transactions transactions(EntityClasses... contexts) {
        return transactions(application, posting, contexts);
    }

    /** The same over another pool, such as one with a single connection. */
    public Transactions transactions(DataSource pool, EntityClasses... contexts) {
        return transactions(pool, pool, contexts);
    }

    private Transactions transactions(DataSource answering, DataSource posting, EntityClasses... contexts) {
        List<Class<?>> entities = Arrays.stream(contexts)
                .flatMap(context -> context.entities().stream())
                .toList();
        return new RoleTransactions(answering, posting, logins, slugs::get, lazily(entities));
    }

    /** The registry over this database: the tenants made so far, and a coalition with the card prefix 972401 in Lisbon's time zone. */
    public Tenants tenants() {
        TenantReadiness readiness = new TenantReadiness(transactions(), new TenantRecords());
        return new TenantRegistry(transactions(), new TenantRecords(), new CoalitionRecord(), readiness);
    }

    /** With which its roles sign in. */
    public DatabaseLogins logins() {
        return logins;
    }

    /** A pool in which every role signs in itself, for a test of its own. */
    public DataSource applicationPool(int size) {
        return TestConnections.ofEveryRole(server.jdbcUrl(name), size);
    }

    /** The same, whose callers wait no longer than that for a connection that others have. */
    public DataSource applicationPool(int size, Duration patience) {
        return TestConnections.ofEveryRole(server.jdbcUrl(name), size, patience);
    }

    /** The same, over a line that a test can cut. */
    public DataSource applicationPool(int size, DatabaseWire wire) {
        String url = "jdbc:postgresql://127.0.0.1:" + wire.port() + "/" + name;
        return TestConnections.ofEveryRole(url, size);
    }

    /** A line to its server. */
    public DatabaseWire wire() {
        return new DatabaseWire(server.port());
    }

    /** A connection on which that role of the database signed in, and has not entered itself. The caller closes it. */
    public Connection signedIn(String role) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(name), role, logins.password(role));
    }

    /** Signs in as {@code kontor_owner}. */
    public DataSource owner() {
        return owner;
    }

    /** A connection as superuser, past all rights and row-level security: to look at what is really there. */
    public Connection superuser() throws SQLException {
        return server.connect(name);
    }

    public PostgresServer server() {
        return server;
    }

    private static TenantId register(Connection connection, TenantSlug slug, String currency) throws SQLException {
        TenantId id;
        try (PreparedStatement statement = connection.prepareStatement(REGISTER)) {
            statement.setString(1, slug.value());
            statement.setString(2, slug.value());
            statement.setString(3, currency);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                id = new TenantId(row.getInt(1));
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(OPEN_OUTLET)) {
            statement.setInt(1, id.value());
            statement.execute();
        }
        return id;
    }

    private static Supplier<HibernateOnConnection> lazily(List<Class<?>> entities) {
        return new Supplier<>() {
            private HibernateOnConnection hibernate;

            @Override
            public synchronized HibernateOnConnection get() {
                if (hibernate == null) {
                    hibernate = new HibernateOnConnection(entities);
                }
                return hibernate;
            }
        };
    }
}
