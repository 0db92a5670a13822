package eu.kontor.outbox.application;

import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.Outbox;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;

/** Writes messages with what it is about: both are committed, or neither. */
@Service
public class OutboxWriter implements Outbox {

    private final OutboxTable table;

    @Inject
    public OutboxWriter(OutboxTable table) {
        this.table = table;
    }

    @Override
    public void put(UnitOfWork unit, List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        try {
            table.put(unit, messages);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
