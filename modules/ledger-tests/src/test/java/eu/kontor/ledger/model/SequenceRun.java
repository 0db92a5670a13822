package eu.kontor.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.expiry.api.Expiry.Amount;
import eu.kontor.expiry.api.Expiry.Expired;
import eu.kontor.kernel.Digest;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.api.Windows.Position;
import eu.kontor.ledger.model.Command.Step;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.proof.testing.CheckedLedger;
import eu.kontor.tenancy.api.Coalition.ExpiryRules;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** One sequence, carried out on an empty ledger and on the model, compared after every command. */
final class SequenceRun {

    static final Instant START = Instant.parse("2025-03-10T12:00:00Z");
    private static final int DUPLICATES = 3;
    private static final int STRANGER = 9;
    private static final int DAYS_AHEAD = 40;
    static final int PROGRAM_VERSION = 1;

    /** A posting that was never made. */
    private static final PostingId UNKNOWN = new PostingId(new MemberId(1), 1);

    private final CheckedLedger ledger;
    private final StoredLedger stored;
    private final ExecutorService threads;
    private final ReadBackPast past;
    private final List<Posting> issued = new ArrayList<>();
    private final List<Posting> postedItems = new ArrayList<>();
    private final List<PostingId> posted = new ArrayList<>();
    private NaiveLedger model = new NaiveLedger(TestLedger.FIRST_WINDOW, START);
    private Instant now = START;

    SequenceRun(CheckedLedger ledger, StoredLedger stored, ExecutorService threads) {
        this.ledger = ledger;
        this.stored = stored;
        this.threads = threads;
        this.past = new ReadBackPast(ledger.past, ledger.windows);
    }

    void run(List<Command> commands) throws Exception {
        stored.empty();
        ledger.clock.set(START);
        ledger.coalition.decides(ExpiryRules.USUAL);
        ledger.windows.all();
        for (Command command : commands) {
            carryOut(command);
        }
        assertThat(ledger.check.checkFromScratch().findings()).isEmpty();
        new ReadBackBalances(ledger.balances).mustEqual(model);
        past.remember(model, now);
        past.mustBeAnsweredStill();
        past.mustBeReadNow(model);
    }

    private void carryOut(Command command) throws Exception {
        switch (command) {
            case Command.Post post ->
                post(post.steps().stream().map(this::posting).toList());
            case Command.Race race -> race(List.of(posting(race.first()), posting(race.second())));
            case Command.Duplicates duplicates -> {
                Posting item = posting(duplicates.step());
                race(Collections.nCopies(DUPLICATES, item));
            }
            case Command.Wait wait -> {
                past.remember(model, now);
                now = now.plusSeconds(60L * wait.minutes());
                ledger.clock.set(now);
                model.waitUntil(now);
                ledger.windows.all();
            }
            case Command.Expire expire -> expire(today().minusDays(expire.daysAgo()));
            case Command.Tell tell -> {
                LocalDate day = today().minusDays(tell.daysAgo());
                ledger.tellEverybody(day);
                model.tellEverybody(day);
                assertThat(stored.sentences()).isEqualTo(model.sentences());
            }
            case Command.Decide decide -> {
                ExpiryRules rules = new ExpiryRules(decide.noticeDays(), decide.activities());
                ledger.coalition.decides(rules);
                model.decide(rules);
            }
            case Command.TakeSnapshot snapshot -> past.takeSnapshot(ledger, snapshot.portions());
            case Command.ReleaseOverdueHolds _ -> {
                ledger.holds.releaseOverdue();
                model.releaseOverdueHolds();
                assertThat(stored.sentences()).isEqualTo(model.sentences());
            }
            case Command.CloseWindow close -> close(model.earliestOpenWindow().plusMonths(close.offset()));
        }
    }

    private void post(List<Posting> batch) throws SQLException {
        int newsBefore = ledger.news.size();
        List<Outcome> outcomes = ledger.poster.post(batch);
        model.post(batch, outcomes);
        assertThat(stored.sentences()).isEqualTo(model.sentences());
        remember(batch, outcomes, newsBefore);
    }

    private void remember(List<Posting> batch, List<Outcome> outcomes, int newsBefore) {
        List<Long> told = ledger.news.subList(newsBefore, ledger.news.size()).stream()
                .map(news -> news.reference())
                .sorted()
                .toList();
        List<Long> fresh = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Posted answer && !answer.replayed()) {
                posted.add(answer.id());
                postedItems.add(batch.get(i));
                fresh.add(answer.id().number());
            }
        }
        assertThat(told)
                .as("news of what was newly posted")
                .isEqualTo(fresh.stream().sorted().toList());
    }

    /** What happens at the same time must be as if it had happened in some order. */
    private void race(List<Posting> items) throws Exception {
        int newsBefore = ledger.news.size();
        List<Future<Outcome>> running = items.stream()
                .map(item -> threads.submit(() -> ledger.post(item)))
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Outcome> future : running) {
            outcomes.add(outcome(future));
        }
        TreeSet<String> after = stored.sentences();
        List<AssertionError> contradictions = new ArrayList<>();
        for (List<Integer> order : Orders.of(items.size())) {
            NaiveLedger candidate = model.copy(START);
            try {
                order.forEach(i -> candidate.post(List.of(items.get(i)), List.of(outcomes.get(i))));
                assertThat(after).isEqualTo(candidate.sentences());
                model = candidate;
                remember(items, outcomes, newsBefore);
                return;
            } catch (AssertionError e) {
                contradictions.add(e);
            }
        }
        AssertionError none =
                new AssertionError("no order explains what happened at the same time", contradictions.getFirst());
        contradictions.stream().skip(1).forEach(none::addSuppressed);
        throw none;
    }

    private static Outcome outcome(Future<Outcome> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a posting failed", e.getCause());
        }
    }

    private void expire(LocalDate asOf) throws SQLException {
        preview(asOf);
        preview(asOf.plusDays(DAYS_AHEAD));
        Amount expiring = ledger.expiry.previewSum(TestLedger.OPERATOR, asOf).expiring();
        Expired run = ledger.expire(asOf);
        assertThat(run).isEqualTo(new Expired(asOf, expiring.members(), expiring.points()));
        assertThat(run.points() + " points of " + run.members() + " members").isEqualTo(model.expire(asOf));
        assertThat(stored.sentences()).isEqualTo(model.sentences());
    }

    private void preview(LocalDate asOf) {
        List<String> rows = new ArrayList<>();
        ledger.expiry.streamPreview(
                TestLedger.OPERATOR,
                asOf,
                row -> rows.add(NaiveExpiry.row(
                        row.member().value(),
                        row.pocket().code(),
                        row.runsOutOn(),
                        row.points().value(),
                        row.expiring().value())));
        rows.sort(null);
        assertThat(rows).as("preview as of " + asOf).isEqualTo(NaiveExpiry.preview(model, asOf));
    }

    private void close(YearMonth window) throws SQLException {
        String expected = model.close(window);
        String actual;
        try {
            ledger.windows.close(window);
            actual = "closed";
            assertThat(positions(window)).as("frozen positions of " + window).isEqualTo(expectedPositions(window));
        } catch (Refusal refusal) {
            actual = refusal.code().name();
        }
        assertThat(actual).as("closing " + window).isEqualTo(expected);
        assertThat(stored.sentences()).isEqualTo(model.sentences());
    }

    private Map<String, String> positions(YearMonth window) {
        Map<String, String> positions = new TreeMap<>();
        for (Position p : ledger.windows.positions(window)) {
            positions.put(
                    window + " " + p.tenant().value() + "/" + p.outlet() + " " + p.kind() + " of " + p.businessMonth(),
                    p.points() + " in " + p.transfers());
        }
        return positions;
    }

    private Map<String, String> expectedPositions(YearMonth window) {
        Map<String, String> positions = new TreeMap<>();
        model.positions().forEach((name, sum) -> {
            if (name.startsWith(window + " ")) {
                positions.put(name, sum[0] + " in " + sum[1]);
            }
        });
        return positions;
    }

    private Posting posting(Step step) {
        RequestKey key = key("k" + issued.size(), "body");
        Posting posting =
                switch (step) {
                    case Command.Earn earn ->
                        new Posting.Earn(
                                key,
                                new MemberId(earn.member()),
                                new TenantId(earn.tenant()),
                                earn.outlet(),
                                today().minusDays(earn.daysAgo()),
                                earn.parts().stream()
                                        .map(part -> part(earn.tenant(), part))
                                        .toList(),
                                PROGRAM_VERSION,
                                note());
                    case Command.Authorize authorize ->
                        new Posting.Authorize(
                                key,
                                new MemberId(authorize.member()),
                                new TenantId(authorize.tenant()),
                                authorize.outlet(),
                                today(),
                                Points.of(authorize.points()),
                                now.plusSeconds(60L * authorize.minutes()),
                                note());
                    case Command.Capture capture -> {
                        Named hold = named(Posting.Authorize.class, capture.nth(), capture.byAStranger());
                        Optional<Points> points =
                                capture.points() < 0 ? Optional.empty() : Optional.of(Points.of(capture.points()));
                        yield new Posting.Capture(key, hold.id.member(), hold.tenant, today(), hold.id, points, note());
                    }
                    case Command.VoidHold voided -> {
                        Named hold = named(Posting.Authorize.class, voided.nth(), voided.byAStranger());
                        yield new Posting.VoidHold(key, hold.id.member(), hold.tenant, today(), hold.id, note());
                    }
                    case Command.Reverse reverse -> reversal(key, reverse);
                    case Command.ReturnRedemption back -> returning(key, back);
                    case Command.Goodwill goodwill -> new StepPostings(today(), note()).goodwill(key, goodwill);
                    case Command.TakeBackGoodwill back -> takingBack(key, back);
                    case Command.Gift gift ->
                        new Posting.Gift(
                                key,
                                new MemberId(gift.member()),
                                new MemberId(gift.recipient()),
                                new TenantId(gift.tenant()),
                                gift.outlet(),
                                today(),
                                Points.of(gift.points()),
                                note());
                    case Command.Ticket ticket -> new StepPostings(today(), note()).ticket(key.key(), ticket);
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
        return new Posting.Reverse(key, purchase.id.member(), purchase.tenant, today(), purchase.id, what, note());
    }

    private Posting takingBack(RequestKey key, Command.TakeBackGoodwill back) {
        Named given = named(Posting.Goodwill.class, back.nth(), back.byAStranger());
        boolean ofGoodwill = !back.asAPurchase();
        return new Posting.Reverse(
                key, given.id.member(), given.tenant, today(), given.id, Optional.empty(), ofGoodwill, note());
    }

    private Posting returning(RequestKey key, Command.ReturnRedemption back) {
        Named hold = named(Posting.Authorize.class, back.nth(), back.byAStranger());
        Optional<Points> points = back.points() < 0 ? Optional.empty() : Optional.of(Points.of(back.points()));
        return new Posting.ReturnRedemption(key, hold.id.member(), hold.tenant, today(), hold.id, points, note());
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
            return new Posting.VoidHold(key, first.member(), first.tenant(), today(), UNKNOWN, note());
        }
        long member = first.member().value();
        return new Posting.Earn(
                key,
                reuse.what() == Command.ReusedWith.ANOTHER_MEMBER ? new MemberId(member % 2 + 1) : first.member(),
                first.tenant(),
                1,
                today(),
                List.of(TestLedger.part(first.tenant(), Pocket.inactivity(12), 1)),
                PROGRAM_VERSION,
                note());
    }

    private static AwardPart part(int tenant, Command.Part part) {
        return TestLedger.part(
                new TenantId(part.funder() < 0 ? tenant : part.funder()), new Pocket(part.pocket()), part.points());
    }

    private Posting nothing(RequestKey key) {
        return new Posting.VoidHold(key, UNKNOWN.member(), new TenantId(1), today(), UNKNOWN, note());
    }

    private LocalDate today() {
        return model.today();
    }

    private static Optional<Posting.Note> note() {
        return Optional.of(new Posting.Note("test", "{}"));
    }

    private static RequestKey key(String key, String body) {
        return new RequestKey(key, Digest.of(body));
    }
}
