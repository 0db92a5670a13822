package eu.kontor.ledger.application;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Actor;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.persistence.ActorRows;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AClientWithTooManyTillsTest {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();

    private final TenantId shop = DATABASE.tenant("many-tills-shop");
    private final AtomicInteger transactions = new AtomicInteger();
    private final KnownActors actors =
            new KnownActors(counted(DATABASE.transactions()), (unit, caller, action, subject, details) -> {});

    @Test
    void is_asked_about_a_till_once_and_known_without_it_from_then_on() throws SQLException {
        haveAllTills();
        ActorId first = actors.idOf(at("one too many"));
        int asked = transactions.get();

        assertThat(actors.idOf(at("one too many"))).isEqualTo(first);
        assertThat(actors.idOf(at(""))).isEqualTo(first);
        assertThat(transactions).hasValue(asked);
    }

    private void haveAllTills() throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    """
                    insert into coalition.actor (fingerprint, tenant_id, subject, client, role, till, file)
                    select decode(md5('many-tills-shop ' || till), 'hex'), %d, 'machine', 'many-tills', 'machine', till, ''
                      from generate_series(1, %d) as till"""
                            .formatted(shop.value(), ActorRows.MOST_TILLS));
        }
    }

    private Actor at(String till) {
        return new Actor(Optional.of(shop), "machine", Optional.empty(), "many-tills", "machine", till, "");
    }

    private Transactions counted(Transactions real) {
        return (Transactions) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(),
                new Class<?>[] {Transactions.class},
                (proxy, method, arguments) -> {
                    transactions.incrementAndGet();
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
