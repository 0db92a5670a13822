package eu.kontor.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a database administrator does once before the application's own migrations: roles that sign in, and databases they own. Doing
 * it again changes nothing but the passwords.
 *
 * <ul>
 *   <li>{@code kontor_owner} owns the database and its schemas, runs migrations and creates the tenants' roles.
 *   <li>{@code kontor_app} serves requests. It has no rights of its own and inherits none: without entering a tenant's role (or another
 *       that is granted to it) it can read nothing.
 *   <li>{@code keycloak} owns Keycloak's database.
 * </ul>
 */
public final class DatabaseBootstrap {

    /** Signs in to migrate and to provision tenants. */
    public static final String OWNER = "kontor_owner";

    /** Signs in to serve requests; enters a role per transaction. */
    public static final String APPLICATION = "kontor_app";

    /** Keycloak's role, and the name of its database. */
    public static final String KEYCLOAK = "keycloak";

    private static final String CREATE_OR_SET =
            """
            select case when exists (select from pg_roles where rolname = r.name)
                        then format('alter role %I login noinherit password %L', r.name, r.password)
                        else format('create role %I login noinherit password %L', r.name, r.password) end
              from (values (?, ?)) as r (name, password)""";

    /**
     * A role that creates a role may grant it to others; with this setting it is also a member that may enter the new role, which
     * creating a schema for it needs.
     */
    private static final String OWNER_PROVISIONS_TENANTS =
            """
            alter role kontor_owner inherit createrole;
            alter role kontor_owner set createrole_self_grant = 'set, inherit';
            """;

    /**
     * Nothing is found without its schema's name. Posters keep this path in all their transactions: were it changed, the driver would forget the
     * statements that it has prepared.
     */
    private static final String APPLICATION_FINDS_NOTHING =
            """
            alter role kontor_app set search_path = pg_catalog, pg_temp;
            """;

    /** The only extension that the database's owner may not create himself. */
    private static final String STATEMENT_STATISTICS =
            """
            create extension if not exists pg_stat_statements;
            """;

    private DatabaseBootstrap() {}

    /**
     * Creates the application's database with its two roles.
     *
     * @param database usually {@code kontor}; tests may have several on one server
     */
    public static void kontor(
            PostgresServer server, String database, String ownerPassword, String applicationPassword) {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            PostgresServer.execute(connection, CREATE_OR_SET, OWNER, ownerPassword);
            PostgresServer.execute(connection, CREATE_OR_SET, APPLICATION, applicationPassword);
            statement.execute(OWNER_PROVISIONS_TENANTS);
            statement.execute(APPLICATION_FINDS_NOTHING);
        } catch (SQLException e) {
            throw new LauncherFailure("The roles of the database could not be created: " + e.getMessage(), e);
        }
        server.createDatabase(database, OWNER);
        onlyFor(server, database, APPLICATION);
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(STATEMENT_STATISTICS);
        } catch (SQLException e) {
            throw new LauncherFailure("The database " + database + " could not be prepared: " + e.getMessage(), e);
        }
    }

    /** Creates Keycloak's database and role. */
    public static void keycloak(PostgresServer server, String password) {
        try (Connection connection = server.connect("postgres")) {
            PostgresServer.execute(connection, CREATE_OR_SET, KEYCLOAK, password);
        } catch (SQLException e) {
            throw new LauncherFailure("Keycloak's role could not be created: " + e.getMessage(), e);
        }
        server.createDatabase(KEYCLOAK, KEYCLOAK);
        onlyFor(server, KEYCLOAK, KEYCLOAK);
    }

    /** By default every role of the server may connect to every database. */
    private static void onlyFor(PostgresServer server, String database, String role) {
        try (Connection connection = server.connect("postgres")) {
            PostgresServer.execute(
                    connection, "select format('revoke connect on database %I from public', ?)", database);
            PostgresServer.execute(
                    connection, "select format('grant connect on database %I to %I', ?, ?)", database, role);
        } catch (SQLException e) {
            throw new LauncherFailure(
                    "Access to the database " + database + " could not be limited: " + e.getMessage(), e);
        }
    }
}
