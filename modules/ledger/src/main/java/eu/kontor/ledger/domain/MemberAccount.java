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
import eu.kontor.ledger.domain.Journal.Gift;
import eu.kontor.ledger.domain.Journal.RedemptionReturn;
import eu.kontor.ledger.domain.MemberHolds.Interrupted;
import eu.kontor.ledger.domain.OpenLots.IssuedLot;
import eu.kontor.ledger.domain.Transfer.Act;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything one member has: pockets, holds, debts.
 *
 * <p>Points are earned into a pocket. They are redeemed in two steps: a hold reserves them, and its capture consumes
 * them; a void, a partial capture or the hold's own expiry gives points back. What a purchase earned can be taken back,
 * at once or part by part; points that were spent meanwhile become a debt to the tenant. As soon as a member with a debt has points
 * available, by earning or because a hold ends, they repay it: a member never has both. Points expire after months without
 * activity, or at the end of a fixed term. Whatever leaves a pocket leaves it in the order in which it was earned. Points may
 * be passed on to another member. Where a brand says so, they are pending until the right of return has passed.
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
            repayDebts(act);
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
    KnownHold authorize(long number, long points, Instant expires, Place place) {
        mustHave(points);
        List<HoldPart> parts = new ArrayList<>();
        long missing = points;
        for (PocketLine line : pockets.all()) {
            long part = Math.min(line.available(), missing);
            if (part > 0) {
                parts.add(new HoldPart(line.pocket(), part));
                missing -= part;
            }
        }
        return holds.hold(new KnownHold(number, place.tenant(), place.outlet(), expires, parts, 0, Optional.empty()));
    }

    /**
     * Consumes a hold, or a part of it and gives the rest back.
     *
     * @param points empty for all of it
     * @return the points captured
     * @throws Refusal as {@link #openHold}; {@code POINTS_NOT_POSITIVE}; {@code HOLD_TOO_SMALL} for more than was held
     */
    long capture(Act act, int tenant, long number, Optional<Long> points) {
        KnownHold hold = openHold(tenant, number);
        long wanted = points.orElse(hold.points());
        if (wanted <= 0) {
            throw new Refusal(RefusalCode.POINTS_NOT_POSITIVE);
        }
        if (wanted > hold.points()) {
            throw new Refusal(RefusalCode.HOLD_TOO_SMALL, "hold", id(number), "held", hold.points(), "wanted", wanted);
        }
        Place place = new Place(hold.tenant(), hold.outlet());
        long missing = wanted;
        for (HoldPart part : hold.parts()) {
            PocketLine line = pockets.line(part.pocket());
            line.release(part.points());
            long taken = Math.min(part.points(), missing);
            if (taken > 0) {
                pockets.consume(act, TransferKind.REDEEM, line, taken, place);
                active(Activity.REDEMPTION, line, act.businessDate());
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
     * @throws Refusal as {@link #openHold}
     */
    long voidHold(Act act, int tenant, long number) {
        KnownHold hold = openHold(tenant, number);
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

    /**
     * Passes points on, after which the recipient repays debts. Whether a gift keeps points alive, the giver's or the
     * recipient's, is the coalition's setting.
     *
     * @throws Refusal {@code GIFT_TO_ONESELF}, {@code BALANCE_TOO_LOW}
     */
    void give(Act act, long points, MemberAccount recipient, Place place) {
        if (recipient == this) {
            throw new Refusal(RefusalCode.GIFT_TO_ONESELF);
        }
        mustHave(points);
        pockets.give(act, points, recipient.pockets, recipient.aliveSinceAfterAGiftOf(this));
        active(Activity.GIFT_GIVEN, pockets.first(), act.businessDate());
        recipient.active(Activity.GIFT_RECEIVED, recipient.pockets.first(), act.businessDate());
        books.journal()
                .write(new Gift(
                        member,
                        act.posting(),
                        recipient.member,
                        points,
                        act.businessDate(),
                        place.tenant(),
                        place.outlet()));
        recipient.repayDebts(act);
    }

    /**
     * Received points live and expire with the recipient's own. Who has none takes over the giver's last activity if it is the
     * later one: there is nothing that it could prolong, and the points expire when they would have expired with the giver.
     */
    private Optional<LocalDate> aliveSinceAfterAGiftOf(MemberAccount giver) {
        Optional<LocalDate> own = pockets.lastActivity();
        if (own.isPresent() && !pockets.areEmpty()) {
            return own;
        }
        return Stream.concat(own.stream(), giver.pockets.lastActivity().stream())
                .max(LocalDate::compareTo);
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
            TakingBack.Done done =
                    new TakingBack(member, books, pockets, debts).takeBack(act, purchase, reverse.returned());
            purchases.put(number, done.purchase());
            waiting.ifPresent(wait -> holds.resume(act, wait));
            if (done.back().isLast()) {
                pockets.unvisited(number);
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
        long back = inAll ? redemption.missingTo(points.orElseThrow()) : redemption.toReturn(points);
        if (back == 0) {
            return 0;
        }
        pockets.comeBack(act, redemption, back);
        PostedRedemption after = redemption.after(back);
        redemptions.put(number, after);
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
    private void active(Activity activity, PocketLine line, LocalDate day) {
        active(activity, line, day, 0);
    }

    private void active(Activity activity, PocketLine line, LocalDate day, long purchase) {
        if (books.keepsAlive(activity) || pockets.lastActivity().isEmpty()) {
            line.visited(day, purchase);
        }
    }

    private void mustHave(long points) {
        if (available() < points) {
            throw new Refusal(RefusalCode.BALANCE_TOO_LOW, "available", available(), "wanted", points);
        }
    }

    private KnownHold openHold(int tenant, long number) {
        KnownHold hold = holds.ofTill(tenant, number).orElseThrow(() -> new Refusal(RefusalCode.HOLD_UNKNOWN));
        hold.mustBeOpen(id(number));
        return hold;
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

    private void repayDebts(Act act) {
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
        return pockets.available();
    }

    /** What the member owes now, to all tenants. */
    long owed() {
        return debts.all().stream().mapToLong(Debt::outstanding).sum();
    }

    /** What the member repaid, since there were debts. */
    long repaid() {
        return debts.all().stream().mapToLong(Debt::repaid).sum();
    }

    public Collection<PocketLine> pockets() {
        return pockets.all();
    }

    public Collection<Debt> debts() {
        return debts.all();
    }
}
