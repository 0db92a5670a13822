package eu.kontor.tenancy.persistence;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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

    /** @param ownerDataSource signs in as {@code kontor_owner} */
    public CoalitionMigrations(DataSource ownerDataSource) {
        this.ownerDataSource = ownerDataSource;
    }

    /** @return how many migrations were applied */
    public int migrate() {
        return flyway(ownerDataSource, LOCATION).load().migrate().migrationsExecuted;
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
