package eu.kontor.checkout.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Returned;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A purchase that is taken back, as a whole or in part. No card is shown: the purchase says whose it is. */
final class RefundItem extends TillItem {

    /**
     * @param returned empty for everything that is left
     * @param currency of the purchase; empty where nothing of it was looked up
     * @param outlet that takes it back; 0 if nobody said
     * @param reference empty text if the till sent none
     */
    record CheckedRefund(
            RequestKey request,
            PostingId purchase,
            Optional<Returned> returned,
            Optional<Currency> currency,
            LocalDate businessDate,
            int outlet,
            String reference) {}

    private final Posting posting;
    private final CheckedRefund refund;
    private Outcome.Posted posted;

    RefundItem(TenantId tenant, CheckedRefund refund) {
        super(tenant);
        this.refund = refund;
        this.posting = new Posting.Reverse(
                refund.request(),
                refund.purchase().member(),
                tenant,
                refund.businessDate(),
                refund.purchase(),
                refund.returned(),
                Optional.of(TillMessages.reversed(refund)));
    }

    @Override
    List<MemberId> members() {
        return List.of(refund.purchase().member());
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
        return refund.purchase();
    }

    Outcome.Posted posted() {
        return posted;
    }
}
