package eu.kontor.tenancy.persistence;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Creates, migrates and drops the schema of one tenant. Every step is a transaction of its own and can be repeated. */
public final class TenantSchemas {

    private static final String CREATE = SqlFile.read("tenancy/create_tenant_schema");
    private static final String DROP = SqlFile.read("tenancy/drop_tenant_schema");

    private static final String FORGET_OUTLETS = SqlFile.read("tenancy/forget_outlets");

    /** Refused by the references to it while members are enrolled, which everyone is who ever earned or redeemed there. */
    private static final String FORGET = SqlFile.read("tenancy/forget_tenant");

    /** SQL standard: integrity constraint violation, foreign key. */
    private static final String STILL_REFERENCED = "23503";

    /** Two nodes that start together take turns per tenant. */
    private static final String TAKE_TURNS = SqlFile.read("tenancy/take_turns_per_tenant");

    private static final String APPLIED = SqlFile.read("tenancy/applied_tenant_migrations");

    private static final String REMEMBER = SqlFile.read("tenancy/remember_tenant_migration");

    private static final String REMEMBER_FAILURE = SqlFile.read("tenancy/remember_failed_migration");

    private static final String FORGET_FAILURE = SqlFile.read("tenancy/forget_failed_migration");

    private static final String SEARCH_PATH = SqlFile.read("tenancy/set_search_path");

    private final DataSource ownerDataSource;
    private final Clock clock;
    private final LoginKeeper logins;
    private final List<TenantMigration> migrations;

    /**
     * @param ownerDataSource signs in as {@code kontor_owner}
     * @param logins that its roles get
     */
    public TenantSchemas(DataSource ownerDataSource, Clock clock, DatabaseLogins logins) {
        this.ownerDataSource = ownerDataSource;
        this.clock = clock;
        this.logins = new LoginKeeper(ownerDataSource, logins);
        this.migrations = TenantMigrationFiles.find(ownerDataSource);
    }

    /** That a current schema has. */
    public List<Integer> versions() {
        return migrations.stream().map(TenantMigration::version).toList();
    }

    /** 0 when there is no migration at all. */
    public int newest() {
        return migrations.isEmpty() ? 0 : migrations.getLast().version();
    }

    /** So that every server can say which tenants wait in vain. */
    void rememberFailure(TenantId tenant, String reason) {
        try (Connection connection = ownerDataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(REMEMBER_FAILURE)) {
            statement.setInt(1, tenant.value());
            statement.setString(2, reason);
            statement.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    void forgetFailure(TenantId tenant) {
        try (Connection connection = ownerDataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FORGET_FAILURE)) {
            statement.setInt(1, tenant.value());
            statement.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Schema and roles, which can sign in; the tenant is in the registry already. */
    public void create(TenantSlug slug) {
        try (Connection connection = ownerDataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(CREATE)) {
            statement.setString(1, slug.value());
            statement.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        logins.open();
    }

    /**
     * Schema and roles with all that is in them, and the tenant's row in the registry, in one transaction.
     *
     * @param beforeCommit what else goes; if it fails, everything stays
     * @throws Refusal {@code TENANT_IN_USE} when members are enrolled with it
     */
    public void remove(TenantSlug slug, Runnable beforeCommit) {
        try (Connection connection = ownerDataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (String step : List.of(DROP, FORGET_OUTLETS, FORGET)) {
                    try (PreparedStatement statement = connection.prepareStatement(step)) {
                        statement.setString(1, slug.value());
                        statement.execute();
                    }
                }
                beforeCommit.run();
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            if (STILL_REFERENCED.equals(e.getSQLState())) {
                throw new Refusal(RefusalCode.TENANT_IN_USE, "tenant", slug.value());
            }
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Applies what the tenant does not have yet, in the order of versions.
     *
     * @return how many were applied
     * @throws IllegalStateException when an applied migration's file was edited since
     */
    public int migrate(TenantId tenant, TenantSlug slug) {
        try (Connection connection = ownerDataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int applied = 0;
                for (TenantMigration migration : migrations) {
                    applied += applyUnlessThere(connection, tenant, slug, migration);
                }
                return applied;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** @return true when nothing is to be applied */
    public boolean isCurrent(TenantId tenant) {
        try (Connection connection = ownerDataSource.getConnection()) {
            Map<Integer, byte[]> applied = applied(connection, tenant);
            return migrations.stream().allMatch(migration -> applied.containsKey(migration.version()));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private int applyUnlessThere(Connection connection, TenantId tenant, TenantSlug slug, TenantMigration migration)
            throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(TAKE_TURNS)) {
            lock.setInt(1, tenant.value());
            lock.execute();
        }
        byte[] known = applied(connection, tenant).get(migration.version());
        if (known != null) {
            if (!Arrays.equals(known, migration.checksum())) {
                throw new IllegalStateException(
                        "The tenant migration " + migration.version() + " (" + migration.description()
                                + ") was edited after " + slug + " received it. Add a new one instead.");
            }
            connection.rollback();
            return 0;
        }
        Instant start = clock.instant();
        try (PreparedStatement path = connection.prepareStatement(SEARCH_PATH);
                Statement statement = connection.createStatement()) {
            path.setString(1, slug.schema());
            path.execute();
            statement.execute(migration.sqlFor(slug.role()));
        }
        remember(connection, tenant, migration, start);
        connection.commit();
        return 1;
    }

    private static Map<Integer, byte[]> applied(Connection connection, TenantId tenant) throws SQLException {
        Map<Integer, byte[]> applied = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(APPLIED)) {
            statement.setInt(1, tenant.value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    applied.put(rows.getInt("version"), rows.getBytes("checksum"));
                }
            }
        }
        return applied;
    }

    private void remember(Connection connection, TenantId tenant, TenantMigration migration, Instant start)
            throws SQLException {
        Instant end = clock.instant();
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            statement.setInt(1, tenant.value());
            statement.setInt(2, migration.version());
            statement.setString(3, migration.description());
            statement.setBytes(4, migration.checksum());
            statement.setObject(5, end.atOffset(ZoneOffset.UTC));
            statement.setInt(6, (int) Duration.between(start, end).toMillis());
            statement.execute();
        }
    }
}
