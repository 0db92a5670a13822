package eu.kontor.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.TenantUpdates.Progress;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.CoalitionRecord;
import eu.kontor.tenancy.persistence.HibernateOnConnection;
import eu.kontor.tenancy.persistence.RoleTransactions;
import eu.kontor.tenancy.persistence.TenantRecords;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new version of the product brings a migration that sixty tenants do not have yet; the first of them is the canary. On demand:
 * {@code -Dkontor.migrations.tenants=2000} for more of them, each of which takes longer to provision than to migrate.
 */
class ManyTenantsAreMigratedBesideTheWorkTest {

    private static final int TENANTS = Integer.getInteger("kontor.migrations.tenants", 60);
    private static final Duration SPAN = Duration.ofSeconds(2);
    private static final long PATIENCE_NANOS =
            Duration.ofMinutes(1).plusMillis(100L * TENANTS).toNanos();

    private final KontorDatabase database = KontorDatabase.fresh();
    private final List<TenantId> tenants = IntStream.range(0, TENANTS)
            .mapToObj(i -> database.tenant("brand-" + i))
            .toList();
    private final List<LeaseKeeper> servers = new ArrayList<>();
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @TempDir
    private Path version;

    @BeforeEach
    void a_new_version() throws Exception {
        Path folder = Files.createDirectories(version.resolve("db/tenant"));
        Files.createFile(folder.resolve("flyway.location"));
        Files.writeString(folder.resolve("V901__notes.sql"), "create table note (text text);");
        execute("update coalition.tenant set configuration = '{\"name\": \"x\"}', canary = slug = 'brand-0'");
        Thread.currentThread()
                .setContextClassLoader(
                        new URLClassLoader(new URL[] {version.toUri().toURL()}, before));
    }

    @AfterEach
    void end() {
        Thread.currentThread().setContextClassLoader(before);
        servers.forEach(LeaseKeeper::stop);
        database.server().close();
    }

    @Test
    void each_is_refused_until_it_is_current_and_one_that_fails_holds_up_nobody_and_is_tried_again() throws Exception {
        execute("create table t_brand_7.note (in_the_way text)");
        Server first = new Server();
        assertThat(first.readiness.progress()).isEqualTo(new Progress(TENANTS, TENANTS, 0));
        for (Locale language : List.of(Locale.ENGLISH, Locale.of("es"), Locale.CHINESE)) {
            assertThatThrownBy(() -> first.registry.active(tenants.get(30)))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(RefusalCode.TENANT_UPDATING);
                        assertThat(refusal.code().httpStatus()).isEqualTo(503);
                        assertThat(refusal.sentence(language)).contains("brand-30", "10");
                    });
        }
        assertThatThrownBy(() -> first.transactions.asTenant(tenants.get(30), unit -> unit))
                .isInstanceOf(Refusal.class);

        first.begins();
        until(() -> first.readiness.progress().equals(new Progress(TENANTS, 1, 1)));

        until(() -> first.serves(tenants.get(30)));
        assertThat(first.transactions.<Boolean>asTenant(
                        tenants.get(30),
                        unit -> unit.connection().createStatement().execute("select text from note")))
                .isTrue();
        assertThatThrownBy(() -> first.registry.active(tenants.get(7))).isInstanceOf(Refusal.class);

        execute("drop table t_brand_7.note");
        first.lease.stop();
        Server second = new Server();
        second.begins();
        until(() -> second.readiness.progress().equals(new Progress(TENANTS, 0, 0)));
        until(() -> second.serves(tenants.get(7)));
    }

    @Test
    void nobody_follows_a_canary_that_fails() throws Exception {
        execute("create table t_brand_0.note (in_the_way text)");
        Server server = new Server();
        server.begins();
        until(() -> server.readiness.progress().failed() == 1);
        server.lease.stop();

        assertThat(server.readiness.progress()).isEqualTo(new Progress(TENANTS, TENANTS, 1));
    }

    private void execute(String command) throws SQLException {
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(command);
        }
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
            Thread.sleep(100);
        }
    }

    /** One of the new version, wired as in production. */
    private final class Server {
        private final TenantRegistry[] late = new TenantRegistry[1];
        private final DataSource pool = database.applicationPool(4);
        private final Transactions transactions = new RoleTransactions(
                pool,
                pool,
                database.logins(),
                tenant -> late[0].of(tenant),
                () -> new HibernateOnConnection(List.of()));
        private final TenantReadiness readiness = new TenantReadiness(transactions, new TenantRecords());
        private final TenantRegistry registry =
                new TenantRegistry(transactions, new TenantRecords(), new CoalitionRecord(), readiness);
        private final LeaseKeeper lease =
                LeaseKeeper.of(transactions, Thread.ofVirtual().factory(), SPAN);
        private final TenantDatabases databases =
                new TenantDatabases(database::owner, true, database.logins(), Clock.systemUTC());

        private Server() {
            late[0] = registry;
            servers.add(lease);
            readiness.require(databases.schemas().versions());
        }

        private void begins() {
            new TenantMigrationJob(databases, readiness, lease).begin();
        }

        /** Looks again after a second at most, while callers ask. */
        boolean serves(TenantId tenant) {
            try {
                return registry.active(tenant).id().equals(tenant);
            } catch (Refusal refusal) {
                assertThat(refusal.code()).isEqualTo(RefusalCode.TENANT_UPDATING);
                return false;
            }
        }
    }
}
