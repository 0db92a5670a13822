package eu.kontor.ledger.domain;

import eu.kontor.kernel.Activity;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.domain.Journal.Award;
import eu.kontor.ledger.domain.Journal.RedemptionReturn;
import eu.kontor.ledger.domain.MemberHolds.Interrupted;
import eu.kontor.ledger.domain.OpenLots.IssuedLot;
import eu.kontor.ledger.domain.Transfer.Act;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything one member has: pockets, holds, debts.
 *
 * <p>Points are earned into a pocket. They are redeemed in two steps: a hold reserves them, and its capture consumes
 * them; a void, a partial capture or the hold's own expiry gives points back. What a purchase earned can be taken back,
 * at once or part by part; points that were spent meanwhile become a debt to the tenant. As soon as a member with a debt has points
 * available, by earning or because a hold ends, they repay it: a member never has both. Points expire after months without
 * activity, or at the end of a fixed term. Whatever leaves a pocket leaves it in the order in which it was earned. Points may
 * be passed on to another member. Where a brand says so, they are pending until the right of return has passed. An account that was
 * merged into another one passes on what it gets (see {@link MergedAccount}).
 *
 * <p>An instance lives for one batch, while its rows are locked; what happens is written to the batch's journal.
 */
public final class MemberAccount {

    private final long member;
    private final Books books;
    private final MemberPockets pockets;
    private final MemberHolds holds;
    private final Map<Long, PostedPurchase> purchases = new LinkedHashMap<>();
    private final Map<Long, PostedRedemption> redemptions = new LinkedHashMap<>();
    private final MemberDebts debts = new MemberDebts();
    private Optional<MergedAccount> merged = Optional.empty();

    /** @param books where it writes and what numbers it gives */
    public MemberAccount(long member, Books books) {
        this.member = member;
        this.books = books;
        this.pockets = new MemberPockets(member, books);
        this.holds = new MemberHolds(member, books, pockets);
    }

    /** What a batch gives to all its accounts. */
    public interface Books {

        Journal journal();

        Instant now();

        /** A number greater than all before. */
        long nextNumber();

        /** The window for what was issued on a day. */
        LocalDate settlesIn(LocalDate issued);

        /** The coalition's setting. */
        boolean keepsAlive(Activity activity);
    }

    /** From now on it passes on what it has. */
    void mergeInto(MemberAccount surviving) {
        merged = Optional.of(new MergedAccount(this, surviving, books));
    }

    /** It stands for itself again. */
    void standAlone() {
        merged = Optional.empty();
    }

    public void has(PocketLine line) {
        pockets.add(line);
    }

    public void has(KnownHold hold) {
        holds.put(hold);
    }

    public void has(PostedPurchase purchase) {
        purchases.put(purchase.number(), purchase);
    }

    public void has(PostedRedemption redemption) {
        redemptions.put(redemption.hold(), redemption);
    }

    public void has(Debt debt) {
        debts.add(debt);
    }

    /** Whose points lie in it matters in this batch: its lots are told next. */
    public void willKnowItsLots() {
        pockets.knowLots();
    }

    /** @param after up to where the lot reaches on the pocket's line of points ever earned */
    public void hasLot(Pocket pocket, int tenant, int outlet, LocalDate issued, long after) {
        pockets.addLot(pocket, new IssuedLot(new Place(tenant, outlet), issued, after));
    }

    /** Points for a purchase, part by part; it may keep points alive even if it earned nothing. */
    void earn(Act act, Posting.Earn purchase) {
        for (AwardPart part : purchase.parts()) {
            PocketLine line = pockets.opened(part.pocket());
            active(Activity.PURCHASE, line, act.businessDate(), act.posting());
            if (!part.points().isZero()) {
                earn(act, purchase, part, line);
            }
        }
        if (!purchase.points().isZero()) {
            merged.filter(_ -> holds.willWait(purchase))
                    .ifPresentOrElse(account -> account.passOn(act, owed()), () -> repayDebts(act));
            holds.beginToWait(act, purchase);
        }
    }

    /** Points without a purchase: no activity, but they begin the time after which points expire if nothing has yet. */
    long give(Act act, Posting.Goodwill goodwill) {
        PocketLine line = pockets.opened(goodwill.pocket());
        if (pockets.lastActivity().isEmpty()) {
            line.visited(act.businessDate(), 0);
        }
        long points = goodwill.points().value();
        pockets.comeIn(
                act, goodwill.kind(), line, points, new Place(goodwill.tenant().value(), 0), 0);
        repayDebts(act);
        return points;
    }

    /** No outlet of another funder took part. */
    private void earn(Act act, Posting.Earn purchase, AwardPart part, PocketLine line) {
        boolean isOwn = part.funder().equals(purchase.tenant());
        Place funder = new Place(part.funder().value(), isOwn ? purchase.outlet() : 0);
        long points = part.points().value();
        long number = pockets.earn(act, line, points, funder, purchase.programVersion());
        if (!isOwn || purchase.parts().size() > 1) {
            books.journal().write(new Award(member, act.posting(), number, points, funder.tenant(), part.rule()));
        }
    }

    /**
     * Reserves points over the pockets in their order.
     *
     * @return the hold
     * @throws Refusal {@code BALANCE_TOO_LOW}
     */
    KnownHold authorize(Act act, long points, Instant expires, Place place) {
        mustHave(points);
        drawMissing(act, points);
        return holds.reserve(act, points, expires, place);
    }

    /**
     * Consumes a hold, or a part of it and gives the rest back.
     *
     * @return the points captured
     * @throws Refusal as {@link MemberHolds#open}; {@code POINTS_NOT_POSITIVE}; {@code HOLD_TOO_SMALL} for more than was held
     */
    long capture(Act act, Posting.Capture capture) {
        long number = capture.hold().number();
        KnownHold hold = holds.open(capture.tenant().value(), number, id(number));
        long wanted = capture.points().map(points -> points.value()).orElse(hold.points());
        if (wanted <= 0) {
            throw new Refusal(RefusalCode.POINTS_NOT_POSITIVE);
        }
        if (wanted > hold.points()) {
            throw new Refusal(RefusalCode.HOLD_TOO_SMALL, "hold", id(number), "held", hold.points(), "wanted", wanted);
        }
        long missing = wanted;
        for (HoldPart part : hold.parts()) {
            PocketLine line = pockets.line(part.pocket());
            line.release(part.points());
            long taken = Math.min(part.points(), missing);
            if (taken > 0) {
                pockets.consume(act, TransferKind.REDEEM, line, taken, new Place(hold.tenant(), hold.outlet()));
                if (!capture.besidePurchase() || !books.keepsAlive(Activity.PURCHASE)) {
                    active(Activity.REDEMPTION, line, act.businessDate(), number);
                }
                missing -= taken;
            }
        }
        end(hold, HoldEnding.CAPTURED, act, wanted);
        return wanted;
    }

    /**
     * Gives up a hold.
     *
     * @return the points released
     * @throws Refusal as {@link MemberHolds#open}
     */
    long voidHold(Act act, int tenant, long number) {
        KnownHold hold = holds.open(tenant, number, id(number));
        release(hold, HoldEnding.VOIDED, act);
        return hold.points();
    }

    /** Gives back the points of holds that nobody captured in time. The act's posting number is taken for each anew. */
    void releaseOverdueHolds(Instant now, LocalDate businessDate, LocalDate window) {
        for (KnownHold hold : holds.all()) {
            if (hold.isOverdue(now)) {
                Act overdue = new Act(books.nextNumber(), businessDate, window, ActorId.OVERDUE_HOLDS);
                release(hold, HoldEnding.EXPIRED, overdue);
            }
        }
    }

    /** @throws Refusal {@code GIFT_TO_ONESELF}, {@code BALANCE_TOO_LOW} */
    void give(Act act, long points, MemberAccount recipient, Place place) {
        if (recipient.inFront() == inFront()) {
            throw new Refusal(RefusalCode.GIFT_TO_ONESELF);
        }
        mustHave(points);
        drawMissing(act, points);
        new GiftOfPoints(this, recipient, books).pass(act, points, place);
    }

    /**
     * Takes back what a purchase earned, or a part of it, first what is pending, or what was given without one (see {@link TakingBack}).
     *
     * @throws Refusal {@code PURCHASE_UNKNOWN}, {@code PURCHASE_ALREADY_REVERSED}, {@code RETURN_EXCEEDS_PURCHASE},
     *     {@code RETURN_EXCEEDS_LINE}
     */
    TakingBack.Done reverse(Act act, int tenant, Posting.Reverse reverse) {
        long number = reverse.purchase().number();
        PostedPurchase purchase = purchases.get(number);
        if (purchase == null || purchase.tenant() != tenant || purchase.gave().isGoodwill() != reverse.ofGoodwill()) {
            throw new Refusal(RefusalCode.PURCHASE_UNKNOWN);
        }
        Optional<Interrupted> waiting = holds.interrupt(number);
        try {
            merged.ifPresent(account -> account.draw(act, purchase.dues(member, reverse.returned())));
            TakingBack.Done done =
                    new TakingBack(member, books, pockets, debts).takeBack(act, purchase, reverse.returned());
            purchases.put(number, done.purchase());
            waiting.ifPresent(wait -> holds.resume(act, wait));
            merged.ifPresent(account -> account.passOn(act, pockets.available()));
            if (done.back().isLast()) {
                pockets.unvisited(number);
                inFront().pockets.unvisited(number);
            }
            return done;
        } catch (Refusal refusal) {
            waiting.ifPresent(holds::resume);
            throw refusal;
        }
    }

    /**
     * Takes a redemption back, or a part of it; what comes back repays debts first.
     *
     * @param points empty for all that is left
     * @param inAll the points are those that shall be back with it, and not those that come back now
     * @return the points that came back
     * @throws Refusal {@code HOLD_UNKNOWN}, {@code HOLD_ALREADY_VOIDED}, {@code HOLD_EXPIRED}, {@code REDEMPTION_NOT_CAPTURED}, and as
     *     {@link PostedRedemption#toReturn}
     */
    long returnRedemption(Act act, int tenant, long number, Optional<Long> points, boolean inAll) {
        KnownHold hold = holds.ofTill(tenant, number).orElseThrow(() -> new Refusal(RefusalCode.HOLD_UNKNOWN));
        hold.mustNotBeGivenUp(id(number));
        PostedRedemption redemption = redemptions.get(number);
        if (redemption == null) {
            throw new Refusal(RefusalCode.REDEMPTION_NOT_CAPTURED);
        }
        long back = inAll ? redemption.missingTo(points.orElseThrow()) : redemption.toReturn(points, id(number));
        if (back == 0) {
            return 0;
        }
        pockets.comeBack(act, redemption, back);
        PostedRedemption after = redemption.after(back);
        redemptions.put(number, after);
        if (after.isAllBack()) {
            pockets.unvisited(number);
            inFront().pockets.unvisited(number);
        }
        books.journal()
                .write(new RedemptionReturn(member, number, after.returns(), act.posting(), back, redemption.tenant()));
        repayDebts(act);
        return back;
    }

    /**
     * Points expire, from the oldest on up to a place on the pocket's line, each lot in the name of whom issued it. Held points do
     * not expire.
     *
     * @param through the place on the line of points ever earned
     * @return the points that expired
     */
    long expire(Act act, Pocket pocket, long through) {
        return pockets.expire(act, pockets.opened(pocket), through);
    }

    /** The first of all begins the time after which points expire, even if it is of a kind that does not keep them alive. */
    void active(Activity activity, PocketLine line, LocalDate day, long by) {
        if (books.keepsAlive(activity) || pockets.lastActivity().isEmpty()) {
            line.visited(day, by);
        }
        merged.map(MergedAccount::surviving)
                .ifPresent(person -> person.active(activity, person.pockets.opened(line.pocket()), day, by));
    }

    private void drawMissing(Act act, long points) {
        merged.ifPresent(account -> account.draw(act, points - pockets.available()));
    }

    private void mustHave(long points) {
        if (available() < points) {
            throw new Refusal(RefusalCode.BALANCE_TOO_LOW, "available", available(), "wanted", points);
        }
    }

    private String id(long posting) {
        return new PostingId(new MemberId(member), posting).text();
    }

    private void release(KnownHold hold, HoldEnding ending, Act act) {
        holds.giveBack(hold);
        end(hold, ending, act, 0);
    }

    private void end(KnownHold hold, HoldEnding ending, Act act, long captured) {
        holds.ended(hold, ending, act, captured);
        repayDebts(act);
    }

    /** Whoever gets points repays debts first; an account that was merged passes on what it gets. */
    void repayDebts(Act act) {
        merged.ifPresentOrElse(account -> account.passOn(act, pockets.available()), () -> repay(act));
    }

    private void repay(Act act) {
        for (Debt debt : debts.all()) {
            Place creditor = new Place(debt.tenant(), debt.outlet());
            long paid = pockets.take(act, TransferKind.REPAY, debt.outstanding(), creditor);
            if (paid > 0) {
                debt.repay(paid);
            }
        }
    }

    public long member() {
        return member;
    }

    /** What the member could redeem now, over all pockets. */
    public long available() {
        return pockets.available()
                + merged.map(account -> account.surviving().available()).orElse(0L);
    }

    /** What the member owes now, to all tenants. */
    long owed() {
        return debts.all().stream().mapToLong(Debt::outstanding).sum()
                + merged.map(account -> account.surviving().owed()).orElse(0L);
    }

    /** What the member repaid, since there were debts. */
    long repaid() {
        return debts.all().stream().mapToLong(Debt::paid).sum()
                + merged.map(account -> account.surviving().repaid()).orElse(0L);
    }

    /** The account that has this one's points: itself, unless it was merged into another. */
    MemberAccount inFront() {
        return merged.map(MergedAccount::surviving).orElse(this);
    }

    MemberPockets purse() {
        return pockets;
    }

    Debt debtTo(Place creditor) {
        return debts.to(creditor);
    }

    public boolean knowsItsLots() {
        return pockets.doesKnowLots();
    }

    public Collection<PocketLine> pockets() {
        return pockets.all();
    }

    public Collection<Debt> debts() {
        return debts.all();
    }
}
