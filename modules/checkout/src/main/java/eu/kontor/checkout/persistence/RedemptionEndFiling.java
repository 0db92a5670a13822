package eu.kontor.checkout.persistence;

import eu.kontor.checkout.api.TillTopics;
import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.MessageHandler;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.List;

/** Files how holds ended in their tenant's schema. */
@Service
public class RedemptionEndFiling implements MessageHandler {

    private final MessageFiling filing = new MessageFiling("file-redemption-ends");

    @Override
    public String topic() {
        return TillTopics.REDEMPTION_ENDED;
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
