package eu.kontor.outbox.api;

import eu.kontor.tenancy.api.UnitOfWork;
import java.util.List;

/** Where messages is put. */
public interface Outbox {

    /** Writes all of them in one statement, in the transaction of {@code unit}. */
    void put(UnitOfWork unit, List<Message> messages);
}
