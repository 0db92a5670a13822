package eu.kontor.checkout.persistence;

import eu.kontor.outbox.api.Message;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Files a delivery of messages with one statement that takes members, numbers and notes as three arrays. */
final class MessageFiling {

    private final String statement;

    MessageFiling(String name) {
        this.statement = SqlFile.read("checkout/" + name);
    }

    void file(UnitOfWork unit, List<Message> messages) {
        Connection connection = unit.connection();
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            insert.setArray(1, connection.createArrayOf("bigint", array(messages, told -> told.member()
                    .value())));
            insert.setArray(2, connection.createArrayOf("bigint", array(messages, Message::reference)));
            insert.setArray(3, connection.createArrayOf("jsonb", array(messages, Message::payload)));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Object[] array(List<Message> messages, java.util.function.Function<Message, Object> column) {
        return messages.stream().map(column).toArray();
    }
}
