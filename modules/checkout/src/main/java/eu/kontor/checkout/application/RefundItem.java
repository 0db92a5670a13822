package eu.kontor.checkout.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.RequestKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A purchase that is taken back as a whole. No card is shown: the purchase says whose it is. */
final class RefundItem extends TillItem {

    private final Posting posting;
    private final PostingId purchase;
    private Outcome.Posted posted;

    RefundItem(TenantId tenant, RequestKey request, PostingId purchase, LocalDate businessDate) {
        super(tenant);
        this.purchase = purchase;
        this.posting = new Posting.Reverse(
                request,
                purchase.member(),
                tenant,
                businessDate,
                purchase,
                Optional.of(TillMessages.reversed(purchase, businessDate)));
    }

    @Override
    List<MemberId> members() {
        return List.of(purchase.member());
    }

    @Override
    Posting next() {
        return posting;
    }

    @Override
    void posted(Outcome.Posted outcome) {
        posted = outcome;
    }

    PostingId purchase() {
        return purchase;
    }

    Outcome.Posted posted() {
        return posted;
    }
}
