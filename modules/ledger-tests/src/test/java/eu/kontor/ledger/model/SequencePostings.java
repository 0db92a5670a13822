package eu.kontor.ledger.model;

import eu.kontor.kernel.Digest;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.ledger.model.Command.Step;
import eu.kontor.ledger.testing.TestLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The postings of a sequence: what its commands ask for, and what became of it, by which later ones name it. */
final class SequencePostings {

    private static final int STRANGER = 9;

    /** A posting that was never made. */
    private static final PostingId UNKNOWN = new PostingId(new MemberId(1), 1);

    private final List<Posting> issued = new ArrayList<>();
    private final List<Posting> postedItems = new ArrayList<>();
    private final List<PostingId> posted = new ArrayList<>();
    private Instant now;
    private LocalDate today;

    /** What is asked from now on is asked then. */
    void at(Instant moment, LocalDate day) {
        now = moment;
        today = day;
    }

    void posted(Posting item, PostingId id) {
        posted.add(id);
        postedItems.add(item);
    }

    Posting of(Step step) {
        RequestKey key = key("k" + issued.size(), "body");
        Posting posting =
                switch (step) {
                    case Command.Earn earn ->
                        new Posting.Earn(
                                key,
                                new MemberId(earn.member()),
                                new TenantId(earn.tenant()),
                                earn.outlet(),
                                today.minusDays(earn.daysAgo()),
                                earn.parts().stream()
                                        .map(part -> part(earn.tenant(), part))
                                        .toList(),
                                SequenceRun.PROGRAM_VERSION,
                                note());
                    case Command.Authorize authorize ->
                        new Posting.Authorize(
                                key,
                                new MemberId(authorize.member()),
                                new TenantId(authorize.tenant()),
                                authorize.outlet(),
                                today,
                                Points.of(authorize.points()),
                                now.plusSeconds(60L * authorize.minutes()),
                                note());
                    case Command.Capture capture -> {
                        Named hold = named(Posting.Authorize.class, capture.nth(), capture.byAStranger());
                        Optional<Points> points =
                                capture.points() < 0 ? Optional.empty() : Optional.of(Points.of(capture.points()));
                        boolean besidePurchase = capture.nth() % 2 == 1;
                        yield new Posting.Capture(
                                key, hold.id.member(), hold.tenant, today, hold.id, points, besidePurchase, note());
                    }
                    case Command.VoidHold voided -> {
                        Named hold = named(Posting.Authorize.class, voided.nth(), voided.byAStranger());
                        yield new Posting.VoidHold(key, hold.id.member(), hold.tenant, today, hold.id, note());
                    }
                    case Command.Reverse reverse -> reversal(key, reverse);
                    case Command.ReturnRedemption back -> returning(key, back);
                    case Command.Goodwill goodwill -> new StepPostings(today, note()).goodwill(key, goodwill);
                    case Command.TakeBackGoodwill back -> takingBack(key, back);
                    case Command.Gift gift ->
                        new Posting.Gift(
                                key,
                                new MemberId(gift.member()),
                                new MemberId(gift.recipient()),
                                new TenantId(gift.tenant()),
                                gift.outlet(),
                                today,
                                Points.of(gift.points()),
                                note());
                    case Command.Ticket ticket -> new StepPostings(today, note()).ticket(key.key(), ticket);
                    case Command.Retry retry ->
                        issued.isEmpty() ? nothing(key) : issued.get(retry.nth() % issued.size());
                    case Command.Reuse reuse -> reused(reuse);
                };
        issued.add(posting);
        return posting;
    }

    private Posting reversal(RequestKey key, Command.Reverse reverse) {
        Named purchase = named(Posting.Earn.class, reverse.nth(), reverse.byAStranger());
        Optional<Returned> what = NaivePurchase.returned(reverse.what());
        RequestKey slip = StepPostings.slip(key, "return of", purchase.id, reverse.nth(), reverse.what());
        return new Posting.Reverse(slip, purchase.id.member(), purchase.tenant, today, purchase.id, what, note());
    }

    private Posting takingBack(RequestKey key, Command.TakeBackGoodwill back) {
        Named given = named(Posting.Goodwill.class, back.nth(), back.byAStranger());
        boolean ofGoodwill = !back.asAPurchase();
        return new Posting.Reverse(
                key, given.id.member(), given.tenant, today, given.id, Optional.empty(), ofGoodwill, note());
    }

    private Posting returning(RequestKey key, Command.ReturnRedemption back) {
        Named hold = named(Posting.Authorize.class, back.nth(), back.byAStranger());
        Optional<Points> points = back.points() < 0 ? Optional.empty() : Optional.of(Points.of(back.points()));
        RequestKey slip = StepPostings.slip(key, "points back of", hold.id, back.nth(), back.points());
        return new Posting.ReturnRedemption(slip, hold.id.member(), hold.tenant, today, hold.id, points, note());
    }

    private record Named(PostingId id, TenantId tenant) {}

    private Named named(Class<? extends Posting> act, int nth, boolean byAStranger) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < posted.size(); i++) {
            if (act.isInstance(postedItems.get(i))) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            return new Named(UNKNOWN, new TenantId(1));
        }
        int place = places.get(nth % places.size());
        return new Named(
                posted.get(place),
                byAStranger ? new TenantId(STRANGER) : postedItems.get(place).tenant());
    }

    private Posting reused(Command.Reuse reuse) {
        if (issued.isEmpty()) {
            return nothing(key("k0", "body"));
        }
        Posting first = issued.get(reuse.nth() % issued.size());
        boolean isAnotherAct = reuse.what() == Command.ReusedWith.ANOTHER_ACT;
        RequestKey key = isAnotherAct ? first.request() : key(first.request().key(), "another body");
        if (isAnotherAct && first instanceof Posting.Earn) {
            return new Posting.VoidHold(key, first.member(), first.tenant(), today, UNKNOWN, note());
        }
        long member = first.member().value();
        return new Posting.Earn(
                key,
                reuse.what() == Command.ReusedWith.ANOTHER_MEMBER ? new MemberId(member % 2 + 1) : first.member(),
                first.tenant(),
                1,
                today,
                List.of(TestLedger.part(first.tenant(), Pocket.inactivity(12), 1)),
                SequenceRun.PROGRAM_VERSION,
                note());
    }

    private static AwardPart part(int tenant, Command.Part part) {
        return TestLedger.part(
                new TenantId(part.funder() < 0 ? tenant : part.funder()), new Pocket(part.pocket()), part.points());
    }

    private Posting nothing(RequestKey key) {
        return new Posting.VoidHold(key, UNKNOWN.member(), new TenantId(1), today, UNKNOWN, note());
    }

    /** On the purchase's own day, under its own ticket if it had one. */
    List<Posting> rungUpAnew(Command.RingUpAnew anew) {
        Posting reversal = of(new Command.Reverse(anew.nth(), new Command.What(0, 0, 0), false));
        PostingId purchase = ((Posting.Reverse) reversal).purchase();
        Optional<Posting> first =
                posted.contains(purchase) ? Optional.of(postedItems.get(posted.indexOf(purchase))) : Optional.empty();
        RequestKey key = key("k" + issued.size(), "body");
        String content = anew.points() + " points of " + anew.member();
        Posting earning = new Posting.Earn(
                first.flatMap(sold -> sold.request().ticket())
                        .map(ticket -> new RequestKey(
                                key.key(),
                                Digest.of("all of " + content),
                                Optional.of(new Ticket(ticket.date(), ticket.name(), Digest.of(content)).rungUpAnew())))
                        .orElse(key),
                new MemberId(anew.member()),
                reversal.tenant(),
                1,
                first.map(Posting::businessDate).orElse(today),
                List.of(TestLedger.part(reversal.tenant(), Pocket.inactivity(12), anew.points())),
                SequenceRun.PROGRAM_VERSION,
                note());
        issued.add(earning);
        return List.of(reversal, earning);
    }

    private static Optional<Posting.Note> note() {
        return Optional.of(new Posting.Note("test", "{}"));
    }

    private static RequestKey key(String key, String body) {
        return new RequestKey(key, Digest.of(body));
    }
}
