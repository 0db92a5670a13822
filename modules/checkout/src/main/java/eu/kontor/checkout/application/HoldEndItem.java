package eu.kontor.checkout.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import java.util.List;

/** The end of a redemption that was authorized: it is captured or voided. */
final class HoldEndItem extends TillItem {

    private final PostingId hold;
    private final Posting posting;
    private Outcome.Posted posted;

    /** @param posting a capture or a void of the hold */
    HoldEndItem(TenantId tenant, PostingId hold, Posting posting) {
        super(tenant);
        this.hold = hold;
        this.posting = posting;
    }

    @Override
    List<MemberId> members() {
        return List.of(hold.member());
    }

    @Override
    Posting next() {
        return posting;
    }

    @Override
    void posted(Outcome.Posted outcome) {
        posted = outcome;
    }

    PostingId hold() {
        return hold;
    }

    Outcome.Posted posted() {
        return posted;
    }
}
