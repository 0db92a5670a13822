package eu.kontor.outbox.application;

import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.MessageHandler;
import eu.kontor.outbox.api.OutwardHandler;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.testing.KontorDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/** An outbox in the database that all tests of this room share. */
final class OutboxStage {

    private static final KontorDatabase DATABASE = KontorDatabase.shared();
    private static final long PATIENCE_MILLISECONDS = 60_000;

    final Transactions transactions = DATABASE.transactions();
    private final OutboxTable table = new OutboxTable();

    OutboxStage() throws SQLException {
        execute("delete from coalition.outbox");
    }

    TenantId tenant(String slug) {
        return DATABASE.tenant(slug);
    }

    void put(Message... messages) {
        transactions.asPoster(unit -> {
            table.put(unit, List.of(messages));
            return null;
        });
    }

    /** A node with these handlers. */
    Delivery node(DeliveryLimits limits, MessageHandler... handlers) {
        return node(limits, new Handlers(Arrays.asList(handlers), List.of()));
    }

    Delivery node(DeliveryLimits limits, OutwardHandler<?> handler) {
        return node(limits, new Handlers(List.of(), List.of(handler)));
    }

    private Delivery node(DeliveryLimits limits, Handlers handlers) {
        return new Delivery(transactions, table, handlers, Thread.ofVirtual().factory(), limits);
    }

    void execute(String command) throws SQLException {
        try (Connection connection = DATABASE.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    String ask(String query) throws SQLException {
        try (Connection connection = DATABASE.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "nothing";
        }
    }

    long waiting() throws SQLException {
        return Long.parseLong(ask("select count(*) from coalition.outbox"));
    }

    static void until(BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLISECONDS * 1_000_000;
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not reached within " + PATIENCE_MILLISECONDS + " ms");
            }
            Thread.sleep(20);
        }
    }
}
