package eu.kontor.checkout.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Ticket;
import java.util.List;
import java.util.Optional;

/** A return that was called off. Most never were posted; one that was stands, and a person is told. */
final class ReturnCallItem extends TillItem {

    private final String requestKey;
    private final String reference;
    private final Optional<Ticket> slip;

    /**
     * @param requestKey of the return
     * @param slip by which it is known if a till told it under another key
     */
    ReturnCallItem(TenantId tenant, String requestKey, String reference, Optional<Ticket> slip) {
        super(tenant);
        this.requestKey = requestKey;
        this.reference = reference;
        this.slip = slip;
    }

    /** In the poster's transaction, when all before it is posted. */
    void refuseWhatStands(Ledger ledger) {
        boolean isPosted = ledger.posted(tenant(), requestKey).isPresent()
                || slip.flatMap(ticket -> ledger.last(tenant(), ticket)).isPresent();
        if (isPosted) {
            refuse(new Refusal(RefusalCode.FEED_RETURN_CALLED_OFF, "ticket", reference));
        }
    }

    @Override
    List<MemberId> members() {
        return List.of();
    }

    @Override
    Posting next() {
        throw new IllegalStateException("a return that is called off is not posted");
    }

    @Override
    void posted(Outcome.Posted outcome) {
        throw new IllegalStateException("a return that is called off is not posted");
    }
}
