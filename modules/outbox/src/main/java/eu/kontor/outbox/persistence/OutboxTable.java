package eu.kontor.outbox.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Message on its way. Senders insert under their own role; a tenant's courier reads and deletes that tenant's rows. */
@Service
public class OutboxTable {

    private static final String PUT =
            """
            insert into coalition.outbox (tenant_id, member_id, topic, reference, payload)
            select * from unnest(?::int[], ?::bigint[], ?::text[], ?::bigint[], ?::text[])""";

    private static final String TENANTS_WITH_MESSAGES =
            """
            select t.tenant_id
              from coalition.tenant t
             where exists (select from coalition.outbox o where o.tenant_id = t.tenant_id)
             order by t.tenant_id""";

    private static final String OLDEST =
            """
            select outbox_id, member_id, topic, reference, payload
              from coalition.outbox
             where tenant_id = ? and member_id <> all (?)
             order by outbox_id
             limit ?""";

    private static final String DELETE = "delete from coalition.outbox where tenant_id = ? and outbox_id = any (?)";

    /** Held until the transaction ends: another node's courier leaves this tenant alone meanwhile, which keeps the order. */
    private static final String TAKE_TENANT = "select pg_try_advisory_xact_lock(hashtext('outbox'), ?)";

    /** @param id gives the order */
    public record Waiting(long id, Message messages) {}

    public void put(UnitOfWork unit, List<Message> messages) throws SQLException {
        Connection connection = unit.connection();
        try (PreparedStatement statement = connection.prepareStatement(PUT)) {
            statement.setArray(
                    1, array(connection, "int4", messages, one -> one.tenant().value()));
            statement.setArray(
                    2, array(connection, "int8", messages, one -> one.member().value()));
            statement.setArray(3, array(connection, "text", messages, Message::topic));
            statement.setArray(4, array(connection, "int8", messages, Message::reference));
            statement.setArray(5, array(connection, "text", messages, Message::payload));
            statement.execute();
        }
    }

    /** Needs the operator's role. */
    public List<TenantId> tenantsWithMessages(UnitOfWork unit) throws SQLException {
        List<TenantId> tenants = new ArrayList<>();
        try (PreparedStatement statement = unit.connection().prepareStatement(TENANTS_WITH_MESSAGES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                tenants.add(new TenantId(rows.getInt(1)));
            }
        }
        return tenants;
    }

    /** @return false when another courier has the tenant */
    public boolean take(UnitOfWork unit, TenantId tenant) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(TAKE_TENANT)) {
            statement.setInt(1, tenant.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** @param except members whose messages has to wait */
    public List<Waiting> oldest(UnitOfWork unit, TenantId tenant, Collection<MemberId> except, int limit)
            throws SQLException {
        List<Waiting> waiting = new ArrayList<>();
        try (PreparedStatement statement = unit.connection().prepareStatement(OLDEST)) {
            statement.setInt(1, tenant.value());
            statement.setArray(2, array(unit.connection(), "int8", except, MemberId::value));
            statement.setInt(3, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Message messages = new Message(
                            row.getString(3), tenant, new MemberId(row.getLong(2)), row.getLong(4), row.getString(5));
                    waiting.add(new Waiting(row.getLong(1), messages));
                }
            }
        }
        return waiting;
    }

    public void delete(UnitOfWork unit, TenantId tenant, List<Waiting> delivered) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(DELETE)) {
            statement.setInt(1, tenant.value());
            statement.setArray(2, array(unit.connection(), "int8", delivered, Waiting::id));
            statement.execute();
        }
    }

    private static <T> Array array(Connection connection, String type, Collection<T> items, Function<T, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, items.stream().map(value).toArray());
    }
}
