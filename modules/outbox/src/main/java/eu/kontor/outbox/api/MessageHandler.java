package eu.kontor.outbox.api;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.List;

/**
 * Who wants to hear a topic; found through CDI. The worker hands over messages of one tenant in the order they were
 * posted and deletes them in the same transaction, under that tenant's courier's role
 * (see {@link eu.kontor.tenancy.api.Transactions#asRelay}) with its schema on the search path.
 */
public interface MessageHandler {

    String topic();

    /** Must tolerate hearing the same messages twice (by {@link Message#reference()}). */
    void handle(UnitOfWork unit, TenantId tenant, List<Message> messages);
}
