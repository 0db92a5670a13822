package eu.kontor.ledger.model;

import eu.kontor.kernel.Activity;
import eu.kontor.kernel.MemberId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.model.NaiveMember.NaiveHold;
import eu.kontor.ledger.model.NaiveMember.NaivePocket;
import eu.kontor.ledger.model.NaiveMember.Parcel;
import eu.kontor.ledger.model.NaiveMember.Place;
import eu.kontor.ledger.model.NaiveMember.Unit;
import eu.kontor.tenancy.api.Coalition.ExpiryRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What must be answered and stored, in the simplest way that could be true; the real ledger's answers give it the numbers.
 */
final class NaiveLedger {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private final List<Consumer<NaiveLedger>> history = new ArrayList<>();
    private final NaiveWindows windows;
    private final TreeMap<Long, NaiveMember> members = new TreeMap<>();
    private final NaiveAnswers answers = new NaiveAnswers();
    private final Map<Long, NaivePurchase> purchases = new TreeMap<>();
    private final NaivePositions positions = new NaivePositions();
    private final NaiveMerges merges = new NaiveMerges(this, positions);
    private final NaiveHolding holding = new NaiveHolding(this, merges);
    private final List<String> gifts = new ArrayList<>();
    private final Set<Long> numbers = new HashSet<>();

    private ExpiryRules rules = ExpiryRules.USUAL;
    private Instant now;

    NaiveLedger(YearMonth firstWindow, Instant now) {
        this.windows = new NaiveWindows(firstWindow);
        this.now = now;
    }

    /** Another one to which the same happened. */
    NaiveLedger copy(Instant start) {
        NaiveLedger copy = new NaiveLedger(windows.first, start);
        history.forEach(event -> event.accept(copy));
        return copy;
    }

    void waitUntil(Instant later) {
        history.add(copy -> copy.waitUntil(later));
        now = later;
    }

    LocalDate today() {
        return now.atZone(ZONE).toLocalDate();
    }

    YearMonth earliestOpenWindow() {
        return windows.earliestOpen();
    }

    /** @return {@code closed} or the refusal */
    String close(YearMonth window) {
        history.add(copy -> copy.close(window));
        return windows.close(window, today());
    }

    /** @throws AssertionError when the ledger answered otherwise than it must */
    void post(List<Posting> batch, List<Outcome> outcomes) {
        history.add(copy -> copy.post(batch, outcomes));
        new LinkedHashSet<>(batch.stream()
                        .flatMap(Posting::members)
                        .map(MemberId::value)
                        .toList())
                .forEach(this::lookedAt);
        holding.justCaptured().clear();
        for (int i = 0; i < batch.size(); i++) {
            String expected = answer(batch.get(i), outcomes.get(i));
            String actual = ReadBackAnswer.text(outcomes.get(i));
            if (!expected.equals(actual)) {
                throw new AssertionError(
                        batch.get(i) + "\n must be answered: " + expected + "\n but was answered: " + actual);
            }
        }
    }

    private String answer(Posting item, Outcome actual) {
        Optional<String> again = answers.again(item);
        if (again.isPresent()) {
            return again.get();
        }
        long number = actual instanceof Outcome.Posted posted ? posted.id().number() : 0;
        try {
            int points = carryOut(item, number);
            if (number != 0 && !numbers.add(number)) {
                throw new AssertionError("the number " + number + " was given twice");
            }
            String text = "posted " + points + ", available "
                    + member(item.member().value()).available();
            if (item instanceof Posting.Reverse reverse
                    && purchases.get(reverse.purchase().number()).isReversed) {
                answers.takenBack(reverse.purchase());
            }
            return answers.posted(item, text, number, now);
        } catch (NaiveRefusal no) {
            return answers.refused(item, no);
        }
    }

    /** @return how many points of how many members expired */
    String expire(LocalDate asOf) {
        history.add(copy -> copy.expire(asOf));
        int expiredMembers = 0;
        int expiredPoints = 0;
        for (NaiveMember member : members.values()) {
            Act act = new Act(windowOf(asOf), YearMonth.from(asOf), member);
            int sum = 0;
            for (Map.Entry<Integer, NaivePocket> pocket : member.pockets.entrySet()) {
                int expiring = NaiveExpiry.expiring(member, pocket.getKey(), asOf);
                NaiveExpiry.expire(pocket.getValue(), expiring)
                        .forEach((parcel, points) -> moved(act, parcel.issuer, TransferKind.EXPIRE, points));
                sum += expiring;
            }
            expiredPoints += sum;
            expiredMembers += sum > 0 ? 1 : 0;
        }
        return expiredPoints + " points of " + expiredMembers + " members";
    }

    void tellEverybody(LocalDate day) {
        history.add(copy -> copy.tellEverybody(day));
        members.values().forEach(member -> NaiveExpiry.tell(member, day, rules.noticeDays()));
    }

    void decide(ExpiryRules decided) {
        history.add(copy -> copy.decide(decided));
        rules = decided;
    }

    ExpiryRules rules() {
        return rules;
    }

    void releaseOverdueHolds() {
        history.add(NaiveLedger::releaseOverdueHolds);
        members.values().forEach(this::giveBackOverdueHolds);
    }

    /** Two members turn out to be one person. */
    String merge(long member, long into) {
        history.add(copy -> copy.merge(member, into));
        if (!NaiveMerges.canMerge(member(member), member(into))) {
            return "impossible";
        }
        lookedAt(member);
        lookedAt(into);
        merges.merge(member(member), member(into), ofToday());
        return "merged";
    }

    /** It was a mistake. */
    String part(long member) {
        history.add(copy -> copy.part(member));
        if (!NaiveMerges.canPart(member(member))) {
            return "impossible";
        }
        lookedAt(member);
        merges.part(member(member), ofToday());
        return "parted";
    }

    private Act ofToday() {
        return new Act(windowOf(today()), YearMonth.from(today()), null);
    }

    /** Whoever is looked at gets back what was held too long, and so does the person behind. */
    private void lookedAt(long number) {
        giveBackOverdueHolds(member(number));
        giveBackOverdueHolds(member(number).inFront());
    }

    private int carryOut(Posting item, long number) {
        YearMonth window = windowOf(item.businessDate());
        Act act = new Act(
                window,
                YearMonth.from(item.businessDate()),
                member(item.member().value()));
        return switch (item) {
            case Posting.Earn earn -> earn(act, earn, number);
            case Posting.Authorize authorize -> holding.authorize(act.member, authorize, number);
            case Posting.Capture capture -> holding.capture(act, capture);
            case Posting.VoidHold voided -> {
                NaiveHold hold =
                        NaiveHolding.openHold(act.member, voided.tenant().value(), voided.hold());
                endHold(act, hold, "voided");
                yield hold.points();
            }
            case Posting.Reverse reverse ->
                new NaiveTakingBack(this, merges)
                        .reverse(act, purchases.get(reverse.purchase().number()), reverse);
            case Posting.Goodwill goodwill -> new NaiveGoodwill(this, purchases).give(act, goodwill, number);
            case Posting.ReturnRedemption back ->
                new NaiveReturn(this, positions, number).comesBack(act, back, holding.justCaptured());
            case Posting.OnlyAgain again ->
                throw new NaiveRefusal(again.otherwise().code(), Map.of());
            case Posting.Gift gift -> {
                NaiveMember recipient = member(gift.recipient().value());
                int given =
                        new NaiveGift(windows, today(), positions, merges, number).pass(gift, act.member, recipient);
                active(act.member, gift.businessDate(), Activity.GIFT_GIVEN);
                active(recipient, gift.businessDate(), Activity.GIFT_RECEIVED);
                repay(new Act(window, act.month, recipient));
                gifts.add("gift " + number + ": " + given + " from "
                        + gift.member().value() + " to " + gift.recipient().value() + " at "
                        + gift.tenant().value() + "/" + gift.outlet() + " on " + gift.businessDate());
                yield given;
            }
        };
    }

    record Act(YearMonth window, YearMonth month, NaiveMember member) {}

    YearMonth windowOf(LocalDate day) {
        return windows.of(day, today());
    }

    /** Kept with the member's first pocket in which there ever was anything. */
    private void active(NaiveMember member, LocalDate day, Activity activity) {
        int first = member.pockets.entrySet().stream()
                .filter(pocket -> pocket.getValue().isUsed())
                .findFirst()
                .orElseThrow()
                .getKey();
        member.active(first, day, rules.activities().contains(activity));
    }

    private int earn(Act act, Posting.Earn earn, long number) {
        NaivePurchase purchase =
                new NaivePurchase(number, earn.member().value(), earn.tenant().value(), earn.businessDate());
        int sum = 0;
        for (AwardPart part : earn.parts()) {
            NaivePocket pocket = act.member.pocket(part.pocket().code());
            act.member.active(
                    part.pocket().code(),
                    earn.businessDate(),
                    rules.activities().contains(Activity.PURCHASE),
                    number);
            int points = (int) part.points().value();
            if (points > 0) {
                Place funder =
                        new Place(part.funder().value(), part.funder().equals(earn.tenant()) ? earn.outlet() : 0);
                Parcel parcel = new Parcel(number, funder, earn.businessDate());
                for (int i = 0; i < points; i++) {
                    pocket.units.add(new Unit(parcel));
                }
                moved(act, funder, TransferKind.EARN, points);
                purchase.earned(funder, part.pocket().code(), points);
                sum += points;
            }
        }
        if (sum > 0) {
            repay(act);
        }
        purchases.put(number, purchase);
        return sum;
    }

    void leave(Act act, int months, int points, TransferKind kind, Place place) {
        act.member.pocket(months).oldest(points).forEach(unit -> unit.fate = kind + " at " + place);
        moved(act, place, kind, points);
    }

    void moved(Act act, Place place, TransferKind kind, int points) {
        positions.moved(act.window, act.month, place, kind, points);
    }

    void endHold(Act act, NaiveHold hold, String how) {
        hold.parts.forEach((months, points) -> act.member.pocket(months).held -= points);
        hold.end = how;
        repay(act);
    }

    private void giveBackOverdueHolds(NaiveMember member) {
        Act act = new Act(windowOf(today()), YearMonth.from(today()), member);
        member.holds.stream()
                .filter(hold -> hold.end.equals("open") && !now.isBefore(hold.expires))
                .toList()
                .forEach(hold -> endHold(act, hold, "expired"));
    }

    /** Debts are repaid in the order of partner and outlet. */
    void repay(Act act) {
        if (act.member.person != null) {
            merges.passOn(act);
            return;
        }
        act.member.debts.forEach((creditor, debt) -> debt[1] +=
                take(act, debt[0] - debt[1], TransferKind.REPAY, creditor, List.copyOf(act.member.pockets.keySet())));
    }

    int take(Act act, int wanted, TransferKind kind, Place place, List<Integer> order) {
        int missing = wanted;
        for (int months : order) {
            int part = Math.min(missing, act.member.pocket(months).available());
            if (part > 0) {
                leave(act, months, part, kind, place);
                missing -= part;
            }
        }
        return wanted - missing;
    }

    private NaiveMember member(long number) {
        return members.computeIfAbsent(number, fresh -> new NaiveMember());
    }

    /** Everything that must be stored, as sentences. */
    TreeSet<String> sentences() {
        return new NaiveSentences(this).all();
    }

    TreeMap<Long, NaiveMember> members() {
        return members;
    }

    /** What was taken back, part by part. */
    List<String> reversals() {
        return purchases.values().stream()
                .flatMap(purchase -> purchase.returns.stream())
                .toList();
    }

    /** What came back of redemptions. */
    List<String> returns() {
        return members.values().stream()
                .flatMap(member -> member.holds.stream())
                .flatMap(hold -> hold.returns.stream())
                .toList();
    }

    List<String> gifts() {
        return gifts;
    }

    /** Sums as {@code points, transfers}. */
    Map<String, long[]> positions() {
        return positions.all();
    }

    int remembered() {
        return answers.count();
    }
}
