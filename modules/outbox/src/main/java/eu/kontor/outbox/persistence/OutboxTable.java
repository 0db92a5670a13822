package eu.kontor.outbox.persistence;

import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Messages on their way. Senders insert under their own role; a tenant's relay role reads and deletes that tenant's rows. */
@Service
public class OutboxTable {

    private static final String PUT = SqlFile.read("outbox/put");
    private static final String TENANTS = SqlFile.read("outbox/tenants");
    private static final String FRESH = SqlFile.read("outbox/fresh");
    private static final String DELETE = SqlFile.read("outbox/delete");
    private static final String SET_APART = SqlFile.read("outbox/set-apart");
    private static final String DUE = SqlFile.read("outbox/due");
    private static final String DEFER = SqlFile.read("outbox/defer");
    private static final String SET_ASIDE = SqlFile.read("outbox/set-aside");

    /** @param id gives the order */
    public record Waiting(long id, Message message) {}

    /** @param attempts that were begun for it alone and did not succeed */
    public record Due(Waiting waiting, int attempts) {}

    /**
     * @param isFresh there are messages that need no attempt of their own
     * @param isDue there are others whose time has come
     */
    public record TenantWork(TenantId tenant, boolean isFresh, boolean isDue) {}

    public void put(UnitOfWork unit, List<Message> messages) throws SQLException {
        Connection connection = unit.connection();
        try (PreparedStatement statement = connection.prepareStatement(PUT)) {
            statement.setObject(
                    1, messages.stream().mapToInt(one -> one.tenant().value()).toArray());
            statement.setArray(2, texts(connection, messages, Message::key));
            statement.setArray(3, texts(connection, messages, Message::topic));
            statement.setObject(
                    4, messages.stream().mapToLong(Message::reference).toArray());
            statement.setArray(5, texts(connection, messages, Message::payload));
            statement.execute();
        }
    }

    /** Those with messages whose time has come; needs the operator's role. */
    public List<TenantWork> tenantsWithMessages(UnitOfWork unit) throws SQLException {
        List<TenantWork> tenants = new ArrayList<>();
        try (PreparedStatement statement = unit.connection().prepareStatement(TENANTS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tenants.add(new TenantWork(
                        new TenantId(rows.getInt("tenant_id")), rows.getBoolean("fresh"), rows.getBoolean("due")));
            }
        }
        return tenants;
    }

    /** The oldest that need no attempt of their own. */
    public List<Waiting> fresh(UnitOfWork unit, TenantId tenant, int limit) throws SQLException {
        List<Waiting> waiting = new ArrayList<>();
        try (PreparedStatement statement = unit.connection().prepareStatement(FRESH)) {
            statement.setInt(1, tenant.value());
            statement.setInt(2, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    waiting.add(waiting(tenant, row));
                }
            }
        }
        return waiting;
    }

    /** @return those that were still there */
    public List<Waiting> delete(UnitOfWork unit, TenantId tenant, List<Waiting> delivered) throws SQLException {
        Set<Long> deleted = new HashSet<>();
        try (PreparedStatement statement = unit.connection().prepareStatement(DELETE)) {
            statement.setInt(1, tenant.value());
            statement.setObject(2, ids(delivered));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    deleted.add(row.getLong("outbox_id"));
                }
            }
        }
        return delivered.stream().filter(one -> deleted.contains(one.id())).toList();
    }

    /** From now on each of these gets attempts of its own, the first one at once. */
    public void setApart(UnitOfWork unit, TenantId tenant, List<Waiting> messages) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(SET_APART)) {
            statement.setInt(1, tenant.value());
            statement.setObject(2, ids(messages));
            statement.executeUpdate();
        }
    }

    /** One whose turn it is; nobody else gets it as long as the transaction lasts, in which it is to be {@linkplain #defer deferred}. */
    public Optional<Due> due(UnitOfWork unit, TenantId tenant) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(DUE)) {
            statement.setInt(1, tenant.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Due(waiting(tenant, row), row.getInt("attempts")))
                        : Optional.empty();
            }
        }
    }

    /** Nothing of the message's key is due before that span is over. */
    public void defer(UnitOfWork unit, Waiting first, int attempts, Duration span) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(DEFER)) {
            statement.setLong(1, span.toMillis());
            statement.setLong(2, first.id());
            statement.setInt(3, attempts);
            statement.setInt(4, first.message().tenant().value());
            statement.setString(5, first.message().key());
            statement.executeUpdate();
        }
    }

    /**
     * Ends the attempts of one that has begun so many of them, unless somebody else did.
     *
     * @param holdsItsKey whether what follows under the same key has to wait for it
     */
    public void setAside(UnitOfWork unit, Waiting one, int attempts, boolean holdsItsKey, String why, String detail)
            throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(SET_ASIDE)) {
            statement.setBoolean(1, holdsItsKey);
            statement.setString(2, why);
            statement.setString(3, detail);
            statement.setInt(4, one.message().tenant().value());
            statement.setLong(5, one.id());
            statement.setInt(6, attempts);
            statement.executeUpdate();
        }
    }

    private static Waiting waiting(TenantId tenant, ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong("outbox_id"),
                new Message(
                        row.getString("topic"),
                        tenant,
                        row.getString("message_key"),
                        row.getLong("reference"),
                        row.getString("payload")));
    }

    private static long[] ids(List<Waiting> messages) {
        return messages.stream().mapToLong(Waiting::id).toArray();
    }

    /** Of strings and not of objects: only so does the driver send them as bytes, without quoting every mark in a payload. */
    private static Array texts(Connection connection, List<Message> messages, Function<Message, String> value)
            throws SQLException {
        return connection.createArrayOf("text", messages.stream().map(value).toArray(String[]::new));
    }
}
