package eu.kontor.ledger.domain;

import eu.kontor.kernel.Activity;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Expire;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Posting.Effect;
import eu.kontor.ledger.domain.Transfer.Act;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Decides the items of one batch, one after the other, on accounts whose rows are locked. What one item changes the next
 * one sees; a refused item changes nothing.
 */
public final class BatchDecision implements MemberAccount.Books {

    private final Journal journal = new Journal();
    private final Map<Long, MemberAccount> accounts = new HashMap<>();
    private final AnsweredRequests answered = new AnsweredRequests();
    private final LongSupplier numbers;
    private final WindowCalendar calendar;
    private final Instant now;
    private final Set<Activity> keepingAlive;
    private final Set<Long> passing = new LinkedHashSet<>();
    private boolean hasRefused;

    /**
     * @param numbers gives growing numbers, never one twice
     * @param keepingAlive which activities keep points alive
     */
    public BatchDecision(LongSupplier numbers, WindowCalendar calendar, Instant now, Set<Activity> keepingAlive) {
        this.numbers = numbers;
        this.calendar = calendar;
        this.now = now;
        this.keepingAlive = keepingAlive;
    }

    /** The account of a member; empty until the member's rows are put in. */
    public MemberAccount account(long member) {
        return accounts.computeIfAbsent(member, number -> new MemberAccount(number, this));
    }

    public Collection<MemberAccount> accounts() {
        return accounts.values();
    }

    /** The account of a member whose points another one has: both are locked, and their lots are told next. */
    public void isMerged(long member, long surviving) {
        account(member).mergeInto(account(surviving));
        passing.add(member);
        passing.add(surviving);
    }

    /** Members between whose accounts points may pass. */
    public Set<Long> passing() {
        return passing;
    }

    /**
     * From now on the one passes on to the other what it has, owes and gets.
     *
     * @return the posting
     */
    public long merge(ActorId by, long member, long into) {
        isMerged(member, into);
        new MergedAccount(account(member), account(into), this).takeOverActivity();
        Act act = ofToday(by);
        account(member).repayDebts(act);
        return act.posting();
    }

    /** From now on it stands for itself, with what it brought in. */
    public void part(ActorId by, long member, BroughtIn brought) {
        MemberAccount alone = account(member);
        MergedAccount before = new MergedAccount(alone, alone.inFront(), this);
        alone.standAlone();
        before.part(ofToday(by), brought);
    }

    private Act ofToday(ActorId by) {
        return new Act(numbers.getAsLong(), calendar.today(), calendar.windowOf(calendar.today()), by);
    }

    /** A request that was answered in an earlier batch. */
    public void knows(KnownRequest request) {
        answered.add(request);
    }

    public Outcome decide(Posting posting) {
        RequestMark mark = RequestMark.of(posting);
        Optional<Outcome> first = answered.answer(posting, mark);
        if (first.isPresent()) {
            return first.get();
        }
        if (posting instanceof Posting.OnlyAgain again) {
            return refused(again.otherwise());
        }
        MemberAccount account = account(posting.member().value());
        try {
            long repaidBefore = account.repaid();
            Done done = carryOut(posting, account);
            KnownRequest request = remembered(mark, posting, Optional.empty(), done, account);
            Outcome.Posted posted = request.posted(false, false);
            if (!isReturnOfNothing(posting, posted)) {
                journal.tell(posting, effect(posted, account, account.repaid() - repaidBefore, done.back()));
            }
            return posted;
        } catch (Refusal refusal) {
            RememberedRefusal.of(refusal)
                    .ifPresent(kept ->
                            remembered(mark, posting, Optional.of(kept), new Done(0, 0, Optional.empty()), account));
            return refused(refusal);
        }
    }

    /** Its points were back before. */
    private static boolean isReturnOfNothing(Posting posting, Outcome.Posted posted) {
        return posting instanceof Posting.ReturnRedemption && posted.points().isZero();
    }

    private Outcome refused(Refusal refusal) {
        hasRefused = true;
        return new Outcome.Refused(refusal.code(), refusal.details(), false);
    }

    private static Effect effect(
            Outcome.Posted posted, MemberAccount account, long repaid, Optional<Effect.Back> back) {
        return new Effect(
                posted.id(),
                posted.points(),
                posted.availableAfter(),
                Points.of(account.owed()),
                posted.postedAt(),
                Points.of(repaid),
                back);
    }

    /** Nobody asked, and so nothing is remembered but the transfers. */
    public Points expire(ActorId by, Expire due) {
        LocalDate window = calendar.windowOf(due.businessDate());
        Act act = new Act(numbers.getAsLong(), due.businessDate(), window, by);
        return Points.of(account(due.member().value()).expire(act, due.pocket(), due.through()));
    }

    /** True when an item was refused that is not known to be new: no key stops a refusal of what was posted before. */
    public boolean hasRefused() {
        return hasRefused;
    }

    /** Holds that nobody captured in time give their points back before anything else is decided on the account. */
    public void releaseOverdueHolds() {
        LocalDate today = calendar.today();
        LocalDate window = calendar.windowOf(today);
        accounts.values().forEach(account -> account.releaseOverdueHolds(now, today, window));
    }

    private Done carryOut(Posting posting, MemberAccount account) {
        LocalDate window = calendar.windowOf(posting.businessDate());
        Act act = new Act(
                numbers.getAsLong(),
                posting.businessDate(),
                window,
                posting.request().by());
        int tenant = posting.tenant().value();
        if (posting instanceof Posting.Reverse reverse) {
            TakingBack.Done done = account.reverse(act, tenant, reverse);
            if (done.back().isLast()) {
                answered.takenBack(reverse.purchase());
            }
            return new Done(act.posting(), done.taken(), Optional.of(done.back()));
        }
        long points =
                switch (posting) {
                    case Posting.Earn earn -> {
                        account.earn(act, earn);
                        yield earn.points().value();
                    }
                    case Posting.Authorize authorize -> {
                        long wanted = mustBePositive(authorize.points());
                        Place place = new Place(tenant, authorize.outlet());
                        yield account.authorize(act, wanted, authorize.expires(), place)
                                .points();
                    }
                    case Posting.Capture capture -> account.capture(act, capture);
                    case Posting.VoidHold voided ->
                        account.voidHold(act, tenant, voided.hold().number());
                    case Posting.ReturnRedemption back ->
                        account.returnRedemption(
                                act, tenant, back.hold().number(), back.points().map(Points::value), back.inAll());
                    case Posting.Goodwill goodwill -> {
                        mustBePositive(goodwill.points());
                        yield account.give(act, goodwill);
                    }
                    case Posting.Reverse _ -> throw new IllegalStateException("answers more than points");
                    case Posting.OnlyAgain _ -> throw new IllegalStateException("is never carried out");
                    case Posting.Gift gift -> {
                        long given = mustBePositive(gift.points());
                        MemberAccount recipient = account(gift.recipient().value());
                        account.give(act, given, recipient, new Place(tenant, gift.outlet()));
                        yield given;
                    }
                };
        return new Done(act.posting(), points, Optional.empty());
    }

    private static long mustBePositive(Points points) {
        if (points.isZero()) {
            throw new Refusal(RefusalCode.POINTS_NOT_POSITIVE);
        }
        return points.value();
    }

    private KnownRequest remembered(
            RequestMark mark, Posting posting, Optional<RememberedRefusal> refusal, Done done, MemberAccount account) {
        KnownRequest request = new KnownRequest(
                account.member(),
                refusal.isPresent() ? mark.contentHash() : mark.keyHash(),
                refusal.isPresent() ? Optional.empty() : answered.freeTicket(mark),
                mark.fingerprint(),
                false,
                posting.tenant().value(),
                ActKind.of(posting),
                refusal,
                done.posting(),
                done.points(),
                account.available(),
                now,
                false,
                posting.request().by());
        answered.add(request);
        journal.write(request);
        return request;
    }

    private record Done(long posting, long points, Optional<Effect.Back> back) {}

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public long nextNumber() {
        return numbers.getAsLong();
    }

    @Override
    public LocalDate settlesIn(LocalDate issued) {
        return calendar.settlesIn(issued);
    }

    @Override
    public boolean keepsAlive(Activity activity) {
        return keepingAlive.contains(activity);
    }

    @Override
    public Instant now() {
        return now;
    }
}
