package eu.kontor.checkout.application;

import eu.kontor.checkout.application.CheckedStamps.CheckedStamp;
import eu.kontor.checkout.application.RedemptionReturnItem.CheckedReturn;
import eu.kontor.checkout.application.RefundItem.CheckedRefund;
import eu.kontor.checkout.domain.PaidTicket;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Posting.Effect.Back;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Ticket;
import java.util.List;
import java.util.Optional;

/**
 * A ticket that comes back, in two steps: what it earned is taken back, and then it is known, with the member locked, how much of the ticket is
 * back until now; so many of its points come back. Both or neither: it is posted by {@link ItemPipeline#postWhole}, alone.
 */
final class TicketReturnItem extends TillItem {

    /** The points are a request of their own beside the purchase; its key is the same with this before it. */
    static final String POINTS_PREFIX = "points-back:";

    /**
     * The points that paid.
     *
     * @param request of their return
     */
    record PaidBy(RequestKey request, PostingId hold) {}

    private final RefundItem refund;
    private final Optional<PaidTicket> ticket;
    private final CheckedStamp stamp;
    private final Optional<PaidBy> paidBy;
    private Back back;
    private RedemptionReturnItem points;

    /** @param paidBy empty where money paid all of it, or where nobody asked: then only what it earned is taken back */
    TicketReturnItem(TenantId tenant, CheckedRefund refund, Optional<PaidBy> paidBy) {
        super(tenant);
        this.refund = new RefundItem(tenant, refund, told -> back = told);
        this.ticket = refund.ticket();
        this.stamp = refund.stamp();
        this.paidBy = paidBy;
    }

    @Override
    List<MemberId> members() {
        return refund.members();
    }

    @Override
    void begin() {
        super.begin();
        refund.begin();
        back = null;
        points = null;
    }

    @Override
    Posting next() {
        if (refund.posted() == null) {
            return refund.next();
        }
        points = new RedemptionReturnItem(tenant(), pointsBack(paidBy.orElseThrow()));
        return points.next();
    }

    /** Of a return that is known the first answer is told again, whatever is asked for. */
    private CheckedReturn pointsBack(PaidBy paid) {
        Optional<Back> now = Optional.ofNullable(back);
        return new CheckedReturn(
                paid.request(),
                paid.hold(),
                Optional.of(
                        now.map(some -> ticket.orElseThrow().pointsBack(some)).orElse(Points.ZERO)),
                true,
                stamp,
                some -> now.map(each -> ticket.orElseThrow().paidWithPoints(each)));
    }

    @Override
    void posted(Outcome.Posted outcome) {
        if (refund.posted() == null) {
            refund.posted(outcome);
        } else {
            mustNotBringBackLater(outcome);
            points.posted(outcome);
        }
    }

    /** What it earned was taken back before under another key, by somebody who did not tell of the points: nobody knows how many they were. */
    private void mustNotBringBackLater(Outcome.Posted outcome) {
        Outcome.Posted first = refund.posted();
        if (first.underAnotherKey() && !outcome.replayed()) {
            throw stamp.asReturn(
                    new Refusal(RefusalCode.TICKET_DIFFERS, "first", first.id().text()));
        }
    }

    @Override
    Optional<Ticket> ticket() {
        return refund.ticket();
    }

    @Override
    Refusal asHeard(Refusal reason) {
        return stamp.asReturn(reason);
    }

    @Override
    boolean hasMoreSteps() {
        return refund.posted() == null || paidBy.isPresent() && (points == null || points.posted() == null);
    }

    /** What was posted last of it. */
    Outcome.Posted last() {
        return points == null ? refund.posted() : points.posted();
    }

    RefundItem refund() {
        return refund;
    }

    /** Empty where none came back. */
    Optional<RedemptionReturnItem> points() {
        return Optional.ofNullable(points)
                .filter(item -> !item.posted().points().isZero());
    }
}
