package eu.kontor.checkout.application;

import eu.kontor.checkout.application.CheckedStamps.CheckedStamp;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A captured redemption that is taken back, as a whole or in part. No card is shown: the hold says whose it is. */
final class RedemptionReturnItem extends TillItem {

    /**
     * @param points empty for all that is left
     * @param inAll so many shall be back with it, whatever came back before
     * @param value what so many points of it had paid
     */
    record CheckedReturn(
            RequestKey request,
            PostingId hold,
            Optional<Points> points,
            boolean inAll,
            CheckedStamp stamp,
            Function<Points, Optional<MoneyAmount>> value) {}

    private final CheckedReturn back;
    private final Points most;
    private final Posting posting;
    private Outcome.Posted posted;

    RedemptionReturnItem(TenantId tenant, CheckedReturn back) {
        this(tenant, back, back.points().orElse(Points.ZERO));
    }

    /** @param most that can come back */
    RedemptionReturnItem(TenantId tenant, CheckedReturn back, Points most) {
        super(tenant);
        this.back = back;
        this.most = most;
        this.posting = new Posting.ReturnRedemption(
                back.request(),
                back.hold().member(),
                tenant,
                back.stamp().businessDate(),
                back.hold(),
                back.points(),
                back.inAll(),
                Optional.of(TillMessages.returned(back)));
    }

    @Override
    List<MemberId> members() {
        return List.of(back.hold().member());
    }

    @Override
    Optional<Ticket> ticket() {
        return back.request().ticket();
    }

    @Override
    Posting next() {
        return posting;
    }

    @Override
    Refusal asHeard(Refusal reason) {
        return back.stamp().asReturn(reason);
    }

    /** The same under another key would bring back again. */
    boolean hasNoReference() {
        return back.stamp().reference().isEmpty();
    }

    @Override
    void posted(Outcome.Posted outcome) {
        posted = outcome;
    }

    Points most() {
        return most;
    }

    PostingId hold() {
        return back.hold();
    }

    Outcome.Posted posted() {
        return posted;
    }
}
