package eu.kontor.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.expiry.api.Expiry.Amount;
import eu.kontor.expiry.api.Expiry.Expired;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Windows.Position;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** One sequence, carried out on an empty ledger and on the model, compared after every command. */
final class SequenceRun {

    static final Instant START = Instant.parse("2025-03-10T12:00:00Z");
    private static final int DUPLICATES = 3;
    private static final int DAYS_AHEAD = 40;
    static final int PROGRAM_VERSION = 1;
    private static final ActorId BY = ActorId.NONE;

    private final CheckedLedger ledger;
    private final StoredLedger stored;
    private final ExecutorService threads;
    private final ReadBackPast past;
    private final SequencePostings postings = new SequencePostings();
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
        postings.at(now, today());
        switch (command) {
            case Command.Post post ->
                post(post.steps().stream().map(postings::of).toList());
            case Command.Race race -> race(List.of(postings.of(race.first()), postings.of(race.second())));
            case Command.Duplicates duplicates -> {
                Posting item = postings.of(duplicates.step());
                race(Collections.nCopies(DUPLICATES, item));
            }
            case Command.Exchange exchange ->
                whole(List.of(List.of(postings.of(exchange.sale())), List.of(postings.of(exchange.back()))));
            case Command.RingUpAnew anew -> whole(List.of(postings.rungUpAnew(anew)));
            case Command.Merge merge -> {
                MemberId member = new MemberId(merge.member());
                MemberId into = new MemberId(merge.into());
                compare(
                        model.merge(member.value(), into.value()),
                        "merged",
                        () -> ledger.merges.merge(BY, member, into));
            }
            case Command.Separate separate -> {
                MemberId member = new MemberId(separate.member());
                compare(model.part(member.value()), "parted", () -> ledger.merges.part(BY, member));
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
                ledger.holds.releaseLongOverdue();
                model.releaseOverdueHolds();
                assertThat(stored.sentences()).isEqualTo(model.sentences());
            }
            case Command.CloseWindow close -> close(model.earliestOpenWindow().plusMonths(close.offset()));
        }
    }

    private void compare(String expected, String done, Runnable tried) throws SQLException {
        String actual;
        try {
            tried.run();
            actual = done;
        } catch (IllegalStateException refused) {
            actual = "impossible";
        }
        assertThat(actual).isEqualTo(expected);
        assertThat(stored.sentences()).isEqualTo(model.sentences());
    }

    private void post(List<Posting> batch) throws SQLException {
        int newsBefore = ledger.news.size();
        List<Outcome> outcomes = ledger.poster.post(batch);
        model.post(batch, outcomes);
        assertThat(stored.sentences()).isEqualTo(model.sentences());
        remember(batch, outcomes, newsBefore);
    }

    /** What is refused of it leaves no trace of the rest. */
    private void whole(List<List<Posting>> batches) throws SQLException {
        int newsBefore = ledger.news.size();
        List<Outcome> outcomes = ledger.postWhole(batches);
        NaiveLedger candidate = model.copy(START);
        int answered = 0;
        for (List<Posting> batch : batches) {
            if (answered < outcomes.size()) {
                candidate.post(batch, outcomes.subList(answered, answered + batch.size()));
                answered += batch.size();
            }
        }
        boolean isWhole = outcomes.stream().noneMatch(Outcome.Refused.class::isInstance);
        model = isWhole ? candidate : model;
        assertThat(stored.sentences()).isEqualTo(model.sentences());
        remember(
                isWhole ? batches.stream().flatMap(List::stream).toList() : List.of(),
                isWhole ? outcomes : List.of(),
                newsBefore);
    }

    private void remember(List<Posting> batch, List<Outcome> outcomes, int newsBefore) {
        List<Long> told = ledger.news.subList(newsBefore, ledger.news.size()).stream()
                .map(news -> news.reference())
                .sorted()
                .toList();
        List<Long> fresh = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Posted answer && !answer.replayed()) {
                postings.posted(batch.get(i), answer.id());
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

    private LocalDate today() {
        return model.today();
    }
}
