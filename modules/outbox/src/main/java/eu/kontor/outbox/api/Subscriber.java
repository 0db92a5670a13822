package eu.kontor.outbox.api;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.List;

/**
 * Who wants to hear a topic; found through CDI. The worker hands over news of one tenant in the order they were
 * posted and deletes them in the same transaction, under that tenant's courier's role
 * (see {@link eu.kontor.tenancy.api.Transactions#asCourier}) with its schema on the search path.
 */
public interface Subscriber {

    String topic();

    /** Must tolerate hearing the same news twice (by {@link News#reference()}). */
    void hear(UnitOfWork unit, TenantId tenant, List<News> news);
}
