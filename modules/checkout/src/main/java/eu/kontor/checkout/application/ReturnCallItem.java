package eu.kontor.checkout.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import java.util.List;

/** A return that was called off. Most never were posted; one that was stands, and a person is told. */
final class ReturnCallItem extends TillItem {

    private final String requestKey;
    private final String reference;

    /** @param requestKey of the return */
    ReturnCallItem(TenantId tenant, String requestKey, String reference) {
        super(tenant);
        this.requestKey = requestKey;
        this.reference = reference;
    }

    /** In the poster's transaction, when all before it is posted. */
    void refuseWhatStands(Ledger ledger) {
        if (ledger.knows(tenant(), requestKey)) {
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
