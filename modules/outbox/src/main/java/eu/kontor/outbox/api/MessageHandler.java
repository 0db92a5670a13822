package eu.kontor.outbox.api;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.List;

/**
 * Who writes into the database what a topic tells; found through CDI. The relay hands over messages of one tenant in the order they
 * were posted and deletes them in the same transaction, under that tenant's relay role (see
 * {@link eu.kontor.tenancy.api.Transactions#asRelay}) with its schema on the search path. Whoever needs anything but the database is
 * an {@link OutwardHandler}.
 */
public interface MessageHandler {

    String topic();

    /**
     * Whether what follows under the same key may be handled although a message of this topic never was: it failed for good and is set
     * aside. If not, that waits until an operator has had it tried again or closed it.
     */
    default boolean mayBeOvertaken() {
        return false;
    }

    /** Must tolerate the same messages twice (by {@link Message#reference()}). */
    void handle(UnitOfWork unit, TenantId tenant, List<Message> messages);
}
