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
 *   <li>{@code kontor_app} signed in to serve requests before each role signed in itself. Older migrations grant it roles and a newer one
 *       takes them away, so it must exist; nobody signs in as it any more.
 *   <li>{@code keycloak} owns Keycloak's database.
 * </ul>
 */
public final class DatabaseBootstrap {

    /** Signs in to migrate and to provision tenants. */
    public static final String OWNER = "kontor_owner";

    /** The name under which the secret is kept from which the passwords of all serving roles are derived. */
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

    private static final String NOBODY_IS_THE_APPLICATION =
            """
            do $$
            begin
                if not exists (select from pg_roles where rolname = 'kontor_app') then
                    create role kontor_app;
                end if;
                alter role kontor_app nologin noinherit password null;
            end $$;
            """;

    /** The only extension that the database's owner may not create himself. */
    private static final String STATEMENT_STATISTICS =
            """
            create extension if not exists pg_stat_statements;
            """;

    private DatabaseBootstrap() {}

    /**
     * Creates the application's database and its owner. The roles that serve are made by migrations.
     *
     * @param database usually {@code kontor}; tests may have several on one server
     */
    public static void kontor(PostgresServer server, String database, String ownerPassword) {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement()) {
            PostgresServer.execute(connection, CREATE_OR_SET, OWNER, ownerPassword);
            statement.execute(OWNER_PROVISIONS_TENANTS);
            statement.execute(NOBODY_IS_THE_APPLICATION);
        } catch (SQLException e) {
            throw new LauncherFailure("The roles of the database could not be created: " + e.getMessage(), e);
        }
        server.createDatabase(database, OWNER);
        notForEverybody(server, database);
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
        notForEverybody(server, KEYCLOAK);
    }

    /** By default every role of the server may connect to every database; its owner may, and whom he grants it. */
    private static void notForEverybody(PostgresServer server, String database) {
        try (Connection connection = server.connect("postgres")) {
            PostgresServer.execute(
                    connection, "select format('revoke connect on database %I from public', ?)", database);
        } catch (SQLException e) {
            throw new LauncherFailure(
                    "Access to the database " + database + " could not be limited: " + e.getMessage(), e);
        }
    }
}
