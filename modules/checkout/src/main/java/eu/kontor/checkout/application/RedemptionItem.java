package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.FeedRedemptions.RedemptionOutcome;
import eu.kontor.checkout.domain.RedemptionPolicy;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.membership.api.CardHolder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One reported redemption of a batch on its way: checked, resolved to a member, authorized, captured. */
final class RedemptionItem implements CardItem {

    /** The capture is a request of its own beside the authorization; its key is the same with this before it. */
    static final String CAPTURE_PREFIX = "capture:";

    record Checked(
            TenantId tenant,
            RequestKey authorizeRequest,
            RequestKey captureRequest,
            CardNumber card,
            int outlet,
            Points points,
            LocalDate businessDate,
            Instant now,
            Optional<MoneyAmount> value) {}

    private Checked checked;
    private MemberId member;
    private Outcome.Posted hold;
    private Outcome.Posted capture;
    private Refusal refusal;

    private RedemptionItem() {}

    static RedemptionItem of(Checked checked) {
        RedemptionItem item = new RedemptionItem();
        item.checked = checked;
        return item;
    }

    static RedemptionItem refused(Refusal refusal) {
        RedemptionItem item = new RedemptionItem();
        item.refusal = refusal;
        return item;
    }

    @Override
    public boolean isAlive() {
        return refusal == null;
    }

    @Override
    public CardNumber card() {
        return checked.card();
    }

    @Override
    public void resolvedTo(CardHolder holder) {
        member = holder.member();
    }

    @Override
    public void refuse(Refusal reason) {
        refusal = reason;
    }

    Posting authorize() {
        return new Posting.Authorize(
                checked.authorizeRequest(),
                member,
                checked.tenant(),
                checked.outlet(),
                checked.businessDate(),
                checked.points(),
                checked.now().plus(RedemptionPolicy.HOLD_VALIDITY),
                Optional.empty());
    }

    void authorized(Outcome outcome) {
        hold = postedOrRefused(outcome);
    }

    Posting capture() {
        return new Posting.Capture(
                checked.captureRequest(),
                member,
                checked.tenant(),
                checked.businessDate(),
                hold.id(),
                Optional.empty(),
                Optional.empty());
    }

    void captured(Outcome outcome) {
        capture = postedOrRefused(outcome);
    }

    RedemptionOutcome outcome() {
        return isAlive()
                ? new RedemptionOutcome(Optional.of(receipt()), Optional.empty())
                : new RedemptionOutcome(Optional.empty(), Optional.of(refusal));
    }

    private Outcome.Posted postedOrRefused(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Posted posted -> posted;
            case Outcome.Refused refused -> {
                refusal = RefusalOf.outcome(refused);
                yield null;
            }
        };
    }

    private RedemptionReceipt receipt() {
        return new RedemptionReceipt(
                hold.id(),
                "captured",
                capture.points(),
                checked.value(),
                capture.availableAfter(),
                Optional.empty(),
                capture.replayed());
    }
}
