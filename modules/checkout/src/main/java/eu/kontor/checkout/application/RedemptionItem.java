package eu.kontor.checkout.application;

import eu.kontor.checkout.application.CheckedStamps.CheckedStamp;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.tenancy.api.Protection.Act;
import eu.kontor.trust.api.Pace.Claim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Points that pay at a till: they are held, for a till that will capture them; or held and captured at once, for a file that
 * reports what a till has carried out.
 */
final class RedemptionItem extends TillItem {

    /** The capture is a request of its own beside the authorization; its key is the same with this before it. */
    static final String CAPTURE_PREFIX = "capture:";

    /**
     * @param captureRequest present when it is captured at once
     * @param value what the points pay; empty where the currency is not known
     */
    record CheckedRedemption(
            RequestKey request,
            Optional<RequestKey> captureRequest,
            CardNumber card,
            int outlet,
            Points points,
            LocalDate businessDate,
            Instant expires,
            Optional<MoneyAmount> value,
            String reference) {}

    private final CheckedRedemption redemption;
    private Spending spending;
    private CardHolder holder;
    private Optional<PostingId> openHold = Optional.empty();
    private Optional<PostingId> told = Optional.empty();
    private Outcome.Posted hold;
    private Outcome.Posted capture;
    private boolean corrected;
    private boolean confirmed;
    private boolean besidePurchase;

    RedemptionItem(TenantId tenant, CheckedRedemption redemption) {
        super(tenant);
        this.redemption = redemption;
    }

    /** As a caller asks for it now, whose pace is kept. */
    RedemptionItem(TenantId tenant, CheckedRedemption redemption, Spending spending) {
        this(tenant, redemption);
        this.spending = spending;
    }

    /** A till has told it with other points, over the API: those come back, and these are taken. */
    void corrects(PostingId captured) {
        told = Optional.of(captured);
    }

    Optional<PostingId> told() {
        return told;
    }

    /** What tills have told is looked up once more. */
    void forgetsWhatWasTold() {
        told = Optional.empty();
        openHold = Optional.empty();
    }

    /** The purchase on the same ticket is the visit: what it was without, it is again when the ticket comes back. */
    void besidePurchase() {
        besidePurchase = true;
    }

    /** A till has held the points already, over the API, and nobody captured them: they are captured now, and none are held. */
    void captures(PostingId held) {
        openHold = Optional.of(held);
    }

    @Override
    List<CardNumber> cards() {
        return List.of(redemption.card());
    }

    @Override
    void resolve(Function<CardNumber, CardHolder> holders) {
        holder = holders.apply(redemption.card());
    }

    /** What a file reports was carried out already; a till that asks now needs the card. */
    @Override
    Optional<LocalDate> sold() {
        return redemption.captureRequest().map(_ -> redemption.businessDate());
    }

    /** The member typed the code. */
    void confirmed() {
        confirmed = true;
    }

    /**
     * Who redeems at a tenant for the first time is enrolled there, as with a first purchase: before what a file reports is posted; at a till
     * once the points are held, because nobody becomes a guest by what is refused.
     */
    @Override
    Optional<MemberId> newcomer() {
        return sold().flatMap(_ -> stranger());
    }

    /** Who is to be enrolled now that the points are held. */
    Optional<MemberId> newGuest() {
        return whyOnlyAgain().isPresent() ? Optional.empty() : stranger();
    }

    private Optional<MemberId> stranger() {
        return holder.enrolled() ? Optional.empty() : Optional.of(holder.member());
    }

    /** A till that asks now learns no stranger's balance, unless the member agrees. A file is told: its till has let the guest have the goods. */
    @Override
    Refusal asHeard(Refusal reason) {
        boolean isAsked = spending != null && !confirmed;
        return reason.code() == RefusalCode.BALANCE_TOO_LOW && isAsked && !holder.enrolled()
                ? new Refusal(
                        RefusalCode.BALANCE_TOO_LOW_UNCONFIRMED,
                        "wanted",
                        redemption.points().value())
                : reason;
    }

    @Override
    Optional<Claim> claim() {
        return Optional.ofNullable(spending).map(by -> by.claim(Act.REDEMPTIONS, holder.member(), redemption.points()));
    }

    @Override
    List<MemberId> members() {
        return List.of(holder.member());
    }

    @Override
    void begin() {
        super.begin();
        hold = null;
        capture = null;
        corrected = false;
    }

    @Override
    Posting next() {
        return isHeld()
                ? capture(redemption.captureRequest().orElseThrow(), heldUnder())
                : authorization(redemption.request());
    }

    private PostingId heldUnder() {
        return openHold.orElseGet(() -> hold.id());
    }

    private Posting authorization(RequestKey request) {
        return new Posting.Authorize(
                request,
                holder.member(),
                tenant(),
                redemption.outlet(),
                redemption.businessDate(),
                redemption.points(),
                redemption.expires(),
                Optional.of(TillMessages.held(redemption)));
    }

    private Posting capture(RequestKey request, PostingId held) {
        return new Posting.Capture(
                request,
                holder.member(),
                tenant(),
                redemption.businessDate(),
                held,
                openHold.map(whole -> redemption.points()),
                besidePurchase,
                Optional.of(TillMessages.captured(
                        held,
                        new CheckedStamp(redemption.businessDate(), redemption.outlet(), redemption.reference()),
                        points -> redemption.value())));
    }

    @Override
    void posted(Outcome.Posted outcome) {
        if (!isHeld()) {
            hold = outcome;
            // The ticket was reported under another key: held and captured, both.
            capture = outcome.underAnotherKey() ? outcome : null;
        } else {
            capture = outcome;
        }
    }

    @Override
    boolean hasMoreSteps() {
        return redemption.captureRequest().isPresent() && capture == null;
    }

    @Override
    Optional<Ticket> ticket() {
        return redemption.request().ticket();
    }

    boolean isHeld() {
        return hold != null || openHold.isPresent();
    }

    /**
     * The same for a ticket whose points came back in the same step, under a key of its own content.
     *
     * @see SaleItem#correction
     */
    Posting correction() {
        return authorization(CanonicalRequest.correction(redemption.request()));
    }

    Posting captureOfCorrection(PostingId held) {
        return capture(CanonicalRequest.correction(redemption.captureRequest().orElseThrow()), held);
    }

    void corrected(Outcome.Posted held, Outcome.Posted captured) {
        begin();
        hold = held;
        capture = captured;
        corrected = true;
    }

    boolean isCorrected() {
        return corrected;
    }

    CheckedRedemption redemption() {
        return redemption;
    }

    MemberId member() {
        return holder.member();
    }

    Outcome.Posted hold() {
        return hold;
    }

    /** By which a till knows it. */
    PostingId id() {
        return heldUnder();
    }

    /** Of one that is captured at once. */
    Outcome.Posted captured() {
        return capture;
    }
}
