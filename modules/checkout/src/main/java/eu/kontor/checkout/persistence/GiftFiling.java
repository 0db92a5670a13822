package eu.kontor.checkout.persistence;

import eu.kontor.checkout.api.TillTopics;
import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.MessageHandler;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.List;

/** Files gifts in the schema of the tenant where they were asked for. */
@Service
public class GiftFiling implements MessageHandler {

    private final MessageFiling filing = new MessageFiling("file-gifts");

    @Override
    public String topic() {
        return TillTopics.POINTS_GIVEN;
    }

    /** What is filed stands by itself: no row looks for another one. */
    @Override
    public boolean mayBeOvertaken() {
        return true;
    }

    @Override
    public void handle(UnitOfWork unit, TenantId tenant, List<Message> messages) {
        filing.file(unit, messages);
    }
}
