package eu.kontor.outbox.application;

import eu.kontor.tenancy.api.Component;
import eu.kontor.outbox.api.News;
import eu.kontor.outbox.api.Outbox;
import eu.kontor.outbox.persistence.OutboxTable;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;

/** Writes news with what it is about: both are committed, or neither. */
@Component
public class OutboxWriter implements Outbox {

    private final OutboxTable table;

    @Inject
    public OutboxWriter(OutboxTable table) {
        this.table = table;
    }

    @Override
    public void put(UnitOfWork unit, List<News> news) {
        if (news.isEmpty()) {
            return;
        }
        try {
            table.put(unit, news);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
