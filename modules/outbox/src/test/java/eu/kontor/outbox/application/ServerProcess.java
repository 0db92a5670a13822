package eu.kontor.outbox.application;

import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.MessageHandler;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import eu.kontor.tenancy.application.LeaseKeeper;
import eu.kontor.tenancy.persistence.DatabaseLogins;
import eu.kontor.tenancy.persistence.HibernateOnConnection;
import eu.kontor.tenancy.persistence.RoleTransactions;
import eu.kontor.tenancy.testing.TestConnections;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;

/**
 * A server in a process of its own: relays messages and does rounds as long as it holds their leases, and writes down what it did. Arguments:
 * its name, the database's address, the secret of the database's logins, and the tenants as {@code number=slug}.
 */
final class ServerProcess {

    static final Duration SPAN = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** A batch under way is likely to be cut off by a kill. */
    private static final long MESSAGE_MILLISECONDS = 1;

    private ServerProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        String name = arguments[0];
        Map<TenantId, TenantSlug> slugs = new HashMap<>();
        for (int i = 3; i < arguments.length; i++) {
            String[] tenant = arguments[i].split("=");
            slugs.put(new TenantId(Integer.parseInt(tenant[0])), new TenantSlug(tenant[1]));
        }
        DataSource pool = TestConnections.ofEveryRole(arguments[1], 8);
        DatabaseLogins logins = new DatabaseLogins(arguments[2]);
        Transactions transactions =
                new RoleTransactions(pool, pool, logins, slugs::get, () -> new HibernateOnConnection(List.of()));
        ThreadFactory threads = Thread.ofVirtual().factory();
        LeaseKeeper leases = LeaseKeeper.of(transactions, threads, SPAN);
        Handlers handlers = new Handlers(List.of(new Notes(name)), List.of());
        Relay relay = new Relay(
                new Delivery(transactions, new OutboxTable(), handlers, threads, DeliveryLimits.USUAL), leases);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            relay.stop();
            leases.stop();
        }));
        relay.start();
        leases.begin("Rounds", Duration.ZERO, PAUSE, () -> transactions.asOperator(unit -> round(unit, name)));
        Thread.currentThread().join();
    }

    private static int round(UnitOfWork unit, String name) throws SQLException {
        try (PreparedStatement statement =
                unit.connection().prepareStatement("insert into coalition.done_round (server) values (?)")) {
            statement.setString(1, name);
            return statement.executeUpdate();
        }
    }

    /** Writes down what it is told, in the transaction that deletes it. */
    private record Notes(String server) implements MessageHandler {
        @Override
        public String topic() {
            return "noted";
        }

        @Override
        public void handle(UnitOfWork unit, TenantId tenant, List<Message> messages) {
            try (PreparedStatement statement = unit.connection()
                    .prepareStatement(
                            "insert into coalition.note (tenant, key, reference, server) values (?, ?, ?, ?)")) {
                for (Message message : messages) {
                    statement.setInt(1, tenant.value());
                    statement.setString(2, message.key());
                    statement.setLong(3, message.reference());
                    statement.setString(4, server);
                    statement.executeUpdate();
                    Thread.sleep(MESSAGE_MILLISECONDS);
                }
            } catch (SQLException e) {
                throw new DatabaseFailure(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
        }
    }
}
