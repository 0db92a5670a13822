package eu.kontor.checkout.persistence;

import eu.kontor.checkout.api.TillTopics;
import eu.kontor.kernel.TenantId;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.MessageHandler;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.UnitOfWork;
import java.util.List;

/** Files posted purchases in their tenant's schema. */
@Service
public class PurchaseFiling implements MessageHandler {

    private final MessageFiling filing = new MessageFiling("file-purchases");

    @Override
    public String topic() {
        return TillTopics.PURCHASE_POSTED;
    }

    @Override
    public void handle(UnitOfWork unit, TenantId tenant, List<Message> messages) {
        filing.file(unit, messages);
    }
}
