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
            insert.setObject(
                    1,
                    messages.stream().mapToLong(told -> told.member().value()).toArray());
            insert.setObject(2, messages.stream().mapToLong(Message::reference).toArray());
            // Strings go as they are; anything else would be quoted into the text of an array, mark by mark.
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "text", messages.stream().map(Message::payload).toArray(String[]::new)));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
