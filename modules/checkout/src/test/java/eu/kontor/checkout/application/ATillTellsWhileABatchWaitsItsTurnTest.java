package eu.kontor.checkout.application;

import static eu.kontor.checkout.application.TillStage.TODAY;
import static eu.kontor.checkout.application.TillStage.answer;
import static eu.kontor.checkout.application.TillStage.machine;
import static eu.kontor.checkout.application.TillStage.ofCard;
import static eu.kontor.checkout.application.TillStage.purchase;
import static eu.kontor.checkout.application.TillStage.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.checkout.api.Checkout;
import eu.kontor.checkout.api.Checkout.RedemptionReceipt;
import eu.kontor.checkout.api.Checkout.RedemptionRequest;
import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.api.TillLine;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.checkout.application.TwoBatchesOfAFileTest.Behind;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.tenancy.api.DatabaseFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch has a line that a guest paid with points, which the till tells, too; and it may have to be posted once more. */
class ATillTellsWhileABatchWaitsItsTurnTest {

    /** A posting that waits in the database does so for five. */
    private static final int PATIENCE_SECONDS = 4;

    private final TillStage stage = new TillStage();
    private final Checkout checkout = stage.checkout();
    private final TenantId cafe = stage.tenant("turns-cafe");
    private final CardNumber card = stage.member(cafe);
    private final CardNumber other = stage.member(cafe);
    private final String bill = ofCard("bill", card);
    private final CompletableFuture<Void> tillHasIt = new CompletableFuture<>();
    private final CompletableFuture<Void> tillMayCommit = new CompletableFuture<>();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdown();
    }

    @BeforeEach
    void aGuestWithAThousandPoints() {
        answer(checkout.purchase(machine(cafe), purchase("stay", card, "100.00")));
    }

    /** At first it is rolled back, since another till has the member; and when its turn comes, the redemption was told meanwhile. */
    @Test
    void what_was_told_before_its_second_try_is_known() throws Exception {
        FeedPosting.Prepared batch = stage.batches.prepare(ActorId.NONE, cafe, List.of(line(), sale("2", other, "1")));
        CompletableFuture<Void> till = anotherTillHas(card);
        List<RedemptionReceipt> told = new ArrayList<>();
        List<String> turns = new ArrayList<>();

        List<LineOutcome> outcomes = batch.post(
                (unit, posted) -> {}, new Behind(Set.of(stage.memberOf(cafe, card)), () -> {}, () -> {}, () -> {
                    turns.add("its turn");
                    if (turns.size() == 2) {
                        tillMayCommit.complete(null);
                        till.join();
                        told.add(captured());
                    }
                }));

        assertThat(outcomes.getFirst().receipt().orElseThrow().replayed()).isTrue();
        assertThat(outcomes.getFirst().receipt().orElseThrow().id())
                .isEqualTo(told.getFirst().hold());
        assertThat(stage.balance(card).available()).isEqualTo(Points.of(710));
    }

    /** The batch behind it may have locked the other guest, and waits for this one's commit. */
    @Test
    void when_it_asks_again_it_waits_for_nobody_in_the_database() throws Exception {
        FeedPosting.Prepared batch = stage.batches.prepare(ActorId.NONE, cafe, List.of(line(), sale("2", other, "1")));
        captured();
        Set<MemberId> nobody = Set.of();
        List<String> turns = new ArrayList<>();
        try {
            CompletableFuture<List<LineOutcome>> posted = CompletableFuture.supplyAsync(
                    () -> batch.post((unit, outcomes) -> {}, new Behind(nobody, () -> {}, () -> {}, () -> {
                        turns.add("its turn");
                        if (turns.size() == 1) {
                            anotherTillHas(other);
                        }
                    })),
                    threads);

            assertThatThrownBy(() -> posted.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("it backs off")
                    .cause()
                    .isInstanceOfSatisfying(DatabaseFailure.class, failure -> assertThat(failure.sqlState())
                            .isEqualTo("55P03"));
        } finally {
            tillMayCommit.complete(null);
        }
    }

    /** Until it may commit. */
    private CompletableFuture<Void> anotherTillHas(CardNumber guest) {
        CompletableFuture<Void> till = CompletableFuture.runAsync(
                () -> stage.batches
                        .prepare(ActorId.NONE, cafe, List.of(sale("till", guest, "1.00")))
                        .post(
                                (unit, outcomes) -> {
                                    tillHasIt.complete(null);
                                    tillMayCommit.join();
                                },
                                TwoBatchesOfAFileTest.FIRST),
                threads);
        tillHasIt.join();
        return till;
    }

    private TillLine line() {
        return new TillLine.Redemption("x", card.value(), "main", Points.of(300), TODAY, bill);
    }

    private RedemptionReceipt captured() {
        RedemptionReceipt held = answer(checkout.authorize(
                machine(cafe),
                new RedemptionRequest(
                        ofCard("k1", card),
                        card.value(),
                        "main",
                        Points.of(300),
                        "EUR",
                        Optional.of("471183"),
                        bill,
                        Optional.of(TODAY))));
        return answer(checkout.capture(
                machine(cafe), held.hold().text(), ofCard("capture", card), Optional.empty(), TillStamp.NONE));
    }
}
