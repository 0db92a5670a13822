package eu.kontor.tenancy.persistence;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the schema {@code coalition} up to date with the {@code db/coalition} folders of all modules.
 *
 * <p>Each module has a block of version numbers, so that a lower number may come later than a higher one: hence out of order. A
 * folder needs an empty file {@code flyway.location}, or Flyway does not see it on Open Liberty.
 */
public final class CoalitionMigrations {

    private static final String LOCATION = "classpath:db/coalition";
    private static final String SCHEMA = "coalition";

    /** How the SQL states begin of a sign-in that was refused. */
    private static final String SIGN_IN_REFUSED = "28";

    private final DataSource ownerDataSource;
    private final DatabaseLogins logins;

    /**
     * @param ownerDataSource signs in as {@code kontor_owner}
     * @param logins that the roles get
     */
    public CoalitionMigrations(DataSource ownerDataSource, DatabaseLogins logins) {
        this.ownerDataSource = ownerDataSource;
        this.logins = logins;
    }

    /**
     * The roles that the migrations made, and those of brands that were there before, can sign in afterwards.
     *
     * @return how many migrations were applied
     */
    public int migrate() {
        int applied = flyway(ownerDataSource, LOCATION).load().migrate().migrationsExecuted;
        new LoginKeeper(ownerDataSource, logins).open();
        return applied;
    }

    /**
     * For a server that migrates nothing.
     *
     * @param operator signs in as {@code kontor_operator}
     * @throws IllegalStateException when one is missing that this server needs, or when the database does not let it sign in
     */
    public static void requireAll(DataSource operator) {
        MigrationInfo[] missing = pending(operator);
        if (missing.length > 0) {
            throw new IllegalStateException(
                    "The database lacks " + missing.length + " migrations, the first of them " + missing[0].getScript()
                            + ". Start a server with kontor.db.owner.password first, which applies them.");
        }
    }

    private static MigrationInfo[] pending(DataSource operator) {
        try {
            return flyway(operator, LOCATION).load().info().pending();
        } catch (FlywayException e) {
            if (isSignInRefused(e)) {
                throw new IllegalStateException(
                        "The database does not let this server sign in: its kontor.db.app.password is not the one that the roles'"
                                + " passwords come from, or nothing was migrated yet. Start a server with kontor.db.owner.password"
                                + " and the same kontor.db.app.password first, which sets them.",
                        e);
            }
            throw e;
        }
    }

    private static boolean isSignInRefused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused
                    && refused.getSQLState() != null
                    && refused.getSQLState().startsWith(SIGN_IN_REFUSED)) {
                return true;
            }
        }
        return false;
    }

    /** Several nodes may start at once: Flyway lets one migrate and the others wait. */
    static FluentConfiguration flyway(DataSource dataSource, String location) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations(location)
                .failOnMissingLocations(true)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .placeholderReplacement(false)
                .outOfOrder(true);
    }
}
