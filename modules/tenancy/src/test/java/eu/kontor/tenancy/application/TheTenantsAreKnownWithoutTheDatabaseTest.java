package eu.kontor.tenancy.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.persistence.CoalitionRecord;
import eu.kontor.tenancy.persistence.TenantRecords;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The database goes away under a server that knows its tenants: pages can still be shown, and say what is the matter. */
class TheTenantsAreKnownWithoutTheDatabaseTest {

    private static final KontorDatabase DATABASE = KontorDatabase.fresh();

    private String failsWith = "";
    private final Transactions transactions = (Transactions) Proxy.newProxyInstance(
            Transactions.class.getClassLoader(), new Class<?>[] {Transactions.class}, (self, method, arguments) -> {
                if (!failsWith.isEmpty() && method.getName().startsWith("as")) {
                    throw new DatabaseFailure(new SQLException("it failed", failsWith));
                }
                try {
                    return method.invoke(DATABASE.transactions(), arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
    private final TenantRegistry registry = new TenantRegistry(
            transactions,
            new TenantRecords(),
            new CoalitionRecord(),
            new TenantReadiness(transactions, new TenantRecords()));

    @Test
    void from_memory_as_long_as_it_is_away_and_anew_when_it_is_back() throws InterruptedException {
        TenantId cafe = DATABASE.tenant("cafe-sol");
        TenantSlug slug = new TenantSlug("cafe-sol");
        assertThat(registry.get(slug).id()).isEqualTo(cafe);

        failsWith = "08006";
        letItLookAgain();
        assertThat(registry.get(slug).id()).isEqualTo(cafe);
        assertThat(registry.active(cafe).id()).isEqualTo(cafe);

        failsWith = "";
        TenantId other = DATABASE.tenant("cafe-mar");
        assertThat(registry.get(new TenantSlug("cafe-mar")).id()).isEqualTo(other);
    }

    @Test
    void but_a_fault_that_does_not_pass_is_not_hidden() throws InterruptedException {
        DATABASE.tenant("cafe-rio");
        registry.get(new TenantSlug("cafe-rio"));

        failsWith = "42P01";
        letItLookAgain();
        assertThatThrownBy(registry::all).isInstanceOf(DatabaseFailure.class);
    }

    private static void letItLookAgain() throws InterruptedException {
        Thread.sleep(TenantRegistry.LOOK_AGAIN.plusMillis(50));
    }
}
