package eu.kontor.checkout.application;

import eu.kontor.checkout.application.CheckedStamps.CheckedStamp;
import eu.kontor.checkout.domain.PaidTicket;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Posting.Effect.Back;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.api.Ticket;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A purchase that is taken back, as a whole or in part. No card is shown: the purchase says whose it is. */
final class RefundItem extends TillItem {

    /**
     * @param returned empty for everything that is left
     * @param currency of the purchase; empty where nothing of it was looked up
     * @param stamp of the return
     * @param ticket what was sold and what points had paid of it, where the ticket comes back and not only its purchase
     */
    record CheckedRefund(
            RequestKey request,
            PostingId purchase,
            Optional<Returned> returned,
            Optional<Currency> currency,
            CheckedStamp stamp,
            Optional<PaidTicket> ticket) {}

    private final Posting posting;
    private final CheckedRefund refund;
    private Outcome.Posted posted;

    RefundItem(TenantId tenant, CheckedRefund refund) {
        this(tenant, refund, back -> {});
    }

    /** @param told hears what came back, before it is known whether it stands */
    RefundItem(TenantId tenant, CheckedRefund refund, Consumer<Back> told) {
        super(tenant);
        this.refund = refund;
        this.posting = new Posting.Reverse(
                refund.request(),
                refund.purchase().member(),
                tenant,
                refund.stamp().businessDate(),
                refund.purchase(),
                refund.returned(),
                Optional.of(TillMessages.reversed(refund, told)));
    }

    @Override
    List<MemberId> members() {
        return List.of(refund.purchase().member());
    }

    @Override
    Optional<Ticket> ticket() {
        return refund.request().ticket();
    }

    @Override
    Posting next() {
        return posting;
    }

    @Override
    Refusal asHeard(Refusal reason) {
        return refund.stamp().asReturn(reason);
    }

    @Override
    void begin() {
        super.begin();
        posted = null;
    }

    @Override
    void posted(Outcome.Posted outcome) {
        posted = outcome;
    }

    /** The same under another key would take back again. */
    boolean hasNoReference() {
        return refund.stamp().reference().isEmpty();
    }

    /** Empty for everything that is left. */
    Optional<Returned> returned() {
        return refund.returned();
    }

    /** Of the return. */
    LocalDate businessDate() {
        return refund.stamp().businessDate();
    }

    PostingId purchase() {
        return refund.purchase();
    }

    Outcome.Posted posted() {
        return posted;
    }
}
