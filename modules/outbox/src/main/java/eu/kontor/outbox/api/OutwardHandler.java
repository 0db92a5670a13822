package eu.kontor.outbox.api;

import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.UnitOfWork;

/**
 * Who carries a topic out of the house: into a file, to a mail server, over a network. Found through CDI. Three steps, so that no
 * transaction waits for the world: the database is asked, then something leaves, then it is written down that it left, with which the
 * message is deleted. What fails or takes too long begins again at the first step, so that the same may leave twice: it has to be known
 * by the same name then.
 *
 * @param <D> what leaves
 */
public interface OutwardHandler<D> {

    String topic();

    /**
     * Whether what follows under the same key may be handled although a message of this topic never left: it failed for good and is set
     * aside. If not, that waits until an operator has had it tried again or closed it.
     */
    default boolean mayBeOvertaken() {
        return false;
    }

    /** Asks the database, under the tenant's relay role. */
    D prepare(UnitOfWork unit, TenantId tenant, Message message);

    /** Outside of any transaction; is interrupted when it takes too long. */
    void send(D departure);

    /** Writes down what left, in the transaction that deletes the message. */
    void conclude(UnitOfWork unit, TenantId tenant, D departure);
}
