package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.purchase;
import static eu.kontor.checkout.application.TillStage.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.FeedPosting.Prepared;
import eu.kontor.checkout.api.FeedPosting.Turn;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The first is of the cards a and b, the second of b and c. */
class TwoBatchesOfAFileTest {

    /** Of a batch that has none before it. */
    static final Turn FIRST = new Behind(Set.of(), () -> {}, () -> {}, () -> {});

    private static final int PATIENCE_SECONDS = 20;

    private final TillStage stage = new TillStage();
    private final TenantId cafe = stage.tenant("lanes-cafe");
    private final CardNumber a = stage.member(cafe);
    private final CardNumber b = stage.member(cafe);
    private final CardNumber c = stage.member(cafe);
    private final Prepared first =
            stage.batches.prepare(ActorId.NONE, cafe, List.of(sale("1a", a, "1.00"), sale("1b", b, "2.00")));
    private final Prepared second =
            stage.batches.prepare(ActorId.NONE, cafe, List.of(sale("2b", b, "4.00"), sale("2c", c, "8.00")));
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Void> firstLocked = new CompletableFuture<>();
    private final CompletableFuture<Void> firstMayCommit = new CompletableFuture<>();
    private final CompletableFuture<Void> firstEnded = new CompletableFuture<>();

    @Test
    void are_posted_beside_each_other_and_committed_in_order() throws Exception {
        CompletableFuture<List<LineOutcome>> one = CompletableFuture.supplyAsync(this::postFirst);
        CompletableFuture<Void> secondLocked = new CompletableFuture<>();
        CompletableFuture<List<LineOutcome>> two = CompletableFuture.supplyAsync(
                () -> second.post((unit, outcomes) -> events.add("second's checkpoint"), behindTheFirst(secondLocked)));

        secondLocked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(two).as("waits for the first").isNotDone();
        firstMayCommit.complete(null);
        List<LineOutcome> ofFirst = one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<LineOutcome> ofSecond = two.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertThat(events).containsExactly("first's checkpoint", "second's checkpoint");
        assertThat(available(ofFirst)).containsExactly(Points.of(10), Points.of(20));
        assertThat(available(ofSecond))
                .as("b had its first purchase before")
                .containsExactly(Points.of(60), Points.of(80));
    }

    @Test
    void are_not_committed_when_the_first_is_not() {
        IllegalStateException lost = new IllegalStateException("the first was not committed");
        Turn behindAFailure = new Behind(first.members(), () -> {}, () -> {}, () -> {
            throw lost;
        });

        assertThatThrownBy(() -> second.post((unit, outcomes) -> events.add("checkpoint"), behindAFailure))
                .isSameAs(lost);

        assertThat(events).isEmpty();
        assertThat(available(second.post((unit, outcomes) -> {}, FIRST))).containsExactly(Points.of(40), Points.of(80));
    }

    @Test
    void give_way_to_a_till_that_has_a_member_of_both() throws Exception {
        CompletableFuture<Void> tillHasB = new CompletableFuture<>();
        CompletableFuture<Void> tillMayCommit = new CompletableFuture<>();
        CompletableFuture<Void> till = CompletableFuture.runAsync(() -> stage.batches
                .prepare(ActorId.NONE, cafe, List.of(sale("till", b, "1.00")))
                .post(
                        (unit, outcomes) -> {
                            tillHasB.complete(null);
                            tillMayCommit.join();
                        },
                        FIRST));
        tillHasB.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        List<String> turns = new ArrayList<>();

        List<LineOutcome> outcomes = second.post(
                (unit, posted) -> events.add("checkpoint"), new Behind(first.members(), () -> {}, () -> {}, () -> {
                    turns.add("its turn");
                    if (turns.size() == 2) {
                        tillMayCommit.complete(null);
                        till.join();
                    }
                }));

        assertThat(turns).as("at first it was rolled back").hasSizeGreaterThan(1);
        assertThat(events).containsExactly("checkpoint");
        assertThat(available(outcomes)).containsExactly(Points.of(50), Points.of(80));
        assertThat(answer(stage.checkout().purchase(machine(cafe), purchase("2c", c, "8.00")))
                        .replayed())
                .as("posted once")
                .isTrue();
    }

    private List<LineOutcome> postFirst() {
        try {
            return first.post(
                    (unit, outcomes) -> {
                        firstMayCommit.join();
                        events.add("first's checkpoint");
                    },
                    new Behind(Set.of(), () -> {}, () -> firstLocked.complete(null), () -> {}));
        } finally {
            firstEnded.complete(null);
        }
    }

    private Turn behindTheFirst(CompletableFuture<Void> locked) {
        return new Behind(first.members(), firstLocked::join, () -> locked.complete(null), firstEnded::join);
    }

    private static List<Points> available(List<LineOutcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.receipt().orElseThrow().availableAfter())
                .toList();
    }

    record Behind(Set<MemberId> membersBefore, Runnable untilLocked, Runnable whenLocked, Runnable untilCommitted)
            implements Turn {

        @Override
        public void awaitLocksBefore() {
            untilLocked.run();
        }

        @Override
        public void locked() {
            whenLocked.run();
        }

        @Override
        public void awaitCommitBefore() {
            untilCommitted.run();
        }
    }
}
