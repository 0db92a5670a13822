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

    /** As {@code k} begins in a message; few have it. */
    private static final String HAS_UNKNOWN_CATEGORIES = "\"k\":[";

    private final MessageFiling filing = new MessageFiling("file-purchases");
    private final MessageFiling categories = new MessageFiling("note-unknown-categories");

    @Override
    public String topic() {
        return TillTopics.PURCHASE_POSTED;
    }

    /** What is filed stands by itself: no row looks for another one. */
    @Override
    public boolean mayBeOvertaken() {
        return true;
    }

    @Override
    public void handle(UnitOfWork unit, TenantId tenant, List<Message> messages) {
        filing.file(unit, messages);
        List<Message> withUnknown = messages.stream()
                .filter(message -> message.payload().contains(HAS_UNKNOWN_CATEGORIES))
                .toList();
        if (!withUnknown.isEmpty()) {
            categories.file(unit, withUnknown);
        }
    }
}
