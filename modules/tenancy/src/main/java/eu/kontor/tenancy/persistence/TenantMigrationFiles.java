package eu.kontor.tenancy.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;

/**
 * The {@code db/tenant} folders of all modules. Flyway is asked what is there, because it knows how to look into the archives of
 * every kind of class loader; it applies none of them.
 */
final class TenantMigrationFiles {

    private static final String FOLDER = "db/tenant";

    /** Never created: only so that Flyway does not compare with the coalition's history. */
    private static final String NO_HISTORY = "tenant_migrations_are_not_in_this_table";

    private TenantMigrationFiles() {}

    /** @return in the order of their versions */
    static List<TenantMigration> find(DataSource dataSource) {
        MigrationInfo[] found = CoalitionMigrations.flyway(dataSource, "classpath:" + FOLDER)
                .table(NO_HISTORY)
                .load()
                .info()
                .all();
        return Arrays.stream(found).map(TenantMigrationFiles::read).sorted().toList();
    }

    private static TenantMigration read(MigrationInfo info) {
        String path = FOLDER + "/" + info.getScript();
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new TenantMigration(Integer.parseInt(info.getVersion().getVersion()), info.getDescription(), sql);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
