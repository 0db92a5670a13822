package eu.kontor.tenancy.persistence;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
     * @throws IllegalStateException when one is missing that this server needs
     */
    public static void requireAll(DataSource operator) {
        MigrationInfo[] missing = flyway(operator, LOCATION).load().info().pending();
        if (missing.length > 0) {
            throw new IllegalStateException(
                    "The database lacks " + missing.length + " migrations, the first of them " + missing[0].getScript()
                            + ". Start a server with kontor.db.owner.password first, which applies them.");
        }
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
