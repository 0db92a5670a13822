package eu.kontor.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.launcher.DatabaseBootstrap;
import eu.kontor.tenancy.persistence.CoalitionMigrations;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Who may do what in the schema {@code coalition}, as {@code grants.txt} lists it with the reason for each. A right that a migration adds
 * or forgets to take is found here.
 */
class EveryGrantHasItsReasonTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();

    private static final String SCHEMA = "coalition";
    private static final String OLDER = "an_older_one";
    private static final String PASSWORD = "owner";

    /** What an existing database has; what is not among it is what an upgrade brings. Each module has its block of numbers. */
    private static final Set<Integer> BEFORE = Stream.of(
                    IntStream.rangeClosed(1, 5),
                    IntStream.rangeClosed(10, 17),
                    IntStream.rangeClosed(20, 21),
                    IntStream.rangeClosed(30, 41),
                    IntStream.rangeClosed(50, 52),
                    IntStream.rangeClosed(60, 69),
                    IntStream.rangeClosed(71, 77))
            .flatMap(IntStream::boxed)
            .collect(Collectors.toUnmodifiableSet());

    @Test
    void and_nobody_has_another() throws SQLException {
        assertThat(granted(DATABASE.server().connect("kontor"))).containsExactlyInAnyOrderEntriesOf(listed());
    }

    @Test
    void also_in_a_database_of_before_that_was_brought_up_to_date(@TempDir Path before) throws SQLException {
        DatabaseBootstrap.kontor(DATABASE.server(), OLDER, PASSWORD);
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(DATABASE.server().jdbcUrl(OLDER));
        owner.setUser(DatabaseBootstrap.OWNER);
        owner.setPassword(PASSWORD);
        migrateAsBefore(owner, before);
        assertThat(new CoalitionMigrations(owner, DATABASE.logins()).migrate()).isPositive();
        assertThat(granted(DATABASE.server().connect(OLDER))).containsExactlyInAnyOrderEntriesOf(listed());
    }

    private static void migrateAsBefore(DataSource owner, Path folder) {
        for (MigrationInfo known :
                flyway(owner, "classpath:db/coalition").info().all()) {
            int version = known.getVersion() == null
                    ? 0
                    : Integer.parseInt(known.getVersion().getVersion());
            if (BEFORE.contains(version)) {
                copy(known.getScript(), folder);
            }
        }
        flyway(owner, "filesystem:" + folder).migrate();
    }

    private static Flyway flyway(DataSource owner, String location) {
        return Flyway.configure()
                .dataSource(owner)
                .locations(location)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .placeholderReplacement(false)
                .load();
    }

    private static void copy(String script, Path folder) {
        try (InputStream migration = resource("/db/coalition/" + script)) {
            Files.copy(migration, folder.resolve(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> granted(Connection connection) throws SQLException {
        SortedMap<String, String> granted = new TreeMap<>();
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(text("grants.sql"))) {
            while (row.next()) {
                granted.put(row.getString("thing") + ", " + row.getString("role"), row.getString("rights"));
            }
        }
        return granted;
    }

    /** A line at the margin names a thing; the lines below it say {@code role  rights: reason}. */
    private static SortedMap<String, String> listed() {
        SortedMap<String, String> listed = new TreeMap<>();
        String thing = "";
        for (String line : text("grants.txt").lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ")) {
                thing = line.strip();
                continue;
            }
            String[] roleAndRest = line.strip().split(" +", 2);
            String[] rightsAndReason = roleAndRest[1].split(": ", 2);
            assertThat(rightsAndReason).as("rights and a reason: " + line).hasSize(2);
            assertThat(listed.put(thing + ", " + roleAndRest[0], rightsAndReason[0]))
                    .as("listed twice: " + line)
                    .isNull();
        }
        return listed;
    }

    private static String text(String name) {
        try (InputStream file = resource("/eu/kontor/it/isolation/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        InputStream found = EveryGrantHasItsReasonTest.class.getResourceAsStream(name);
        assertThat(found).as(name).isNotNull();
        return found;
    }
}
