package eu.kontor.ledger.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.testing.DatabaseWire;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The line between the ledger and its database is cut: anywhere, right after a commit, or without anybody being told. */
class AConnectionIsCutTest {

    private static final int CUTS = 10;
    private static final int LONGEST_PEACE_MILLISECONDS = 400;
    private static final int LOSE_ONE_ANSWER_OF = 10;
    private static final int LOST_ANSWERS = 5;
    /** Ten seconds for a statement and five for the answer. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(15);

    /** Of a machine with other work. */
    private static final Duration DELAY = Duration.ofSeconds(5);

    private static final int MOST_LOOKS = 300;
    private static final int BETWEEN_LOOKS_MILLISECONDS = 100;

    private static final FaultyLedger LEDGER = FaultyLedger.overItsWire();

    private final DatabaseWire wire = LEDGER.wire;

    @AfterAll
    static void stop() {
        LEDGER.close();
    }

    @Test
    void a_till_whose_answer_was_lost_after_the_commit_gets_it_on_its_retry() throws Exception {
        Posting earning = TestLedger.earning(TestLedger.newMember(), LEDGER.partners.getFirst(), 70);
        AtomicBoolean isFirst = new AtomicBoolean(true);
        wire.loseAnswerIf(() -> isFirst.getAndSet(false));

        assertThatThrownBy(() -> answer(earning))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(DatabaseFailure.class, failure -> assertThat(failure.isPassing())
                        .isTrue());
        Posted again = (Posted) answer(earning);

        assertThat(wire.lostAnswers()).isEqualTo(1);
        assertThat(again.replayed()).isTrue();
        assertThat(again.points().value()).isEqualTo(70);
        assertThat(LEDGER.ledger.available(earning.member())).isEqualTo(70);
    }

    @Test
    void cuts_under_load_lose_nothing_and_post_nothing_twice() throws Exception {
        Random random = new Random(HowOften.SEED);
        AtomicInteger commits = new AtomicInteger();
        try (FaultyLedger loaded = FaultyLedger.overItsWire()) {
            loaded.wire.loseAnswerIf(() -> commits.incrementAndGet() % LOSE_ONE_ANSWER_OF == 0);
            RetryingTills tills = RetryingTills.open(loaded, HowOften.SEED);
            for (int i = 0; i < CUTS; i++) {
                Thread.sleep(random.nextInt(LONGEST_PEACE_MILLISECONDS));
                loaded.wire.cut();
            }
            for (int look = 0; look < MOST_LOOKS && loaded.wire.lostAnswers() < LOST_ANSWERS; look++) {
                Thread.sleep(BETWEEN_LOOKS_MILLISECONDS);
            }
            List<Sent> sent = tills.close();
            loaded.wire.loseAnswerIf(() -> false);

            Reckoning reckoning = new Reckoning(loaded, sent);
            assertThat(reckoning.findings()).as("seed %d", HowOften.SEED).isEmpty();
            HowOften.say("cut " + CUTS + " times, answers to " + loaded.wire.lostAnswers() + " commits lost; "
                    + reckoning.summary());
            assertThat(loaded.wire.lostAnswers()).isGreaterThanOrEqualTo(LOST_ANSWERS);
            assertThat(sent).anyMatch(Sent::wasPostedUnheard);
        }
    }

    @Test
    void a_line_that_falls_silent_is_given_up_in_time_and_the_posters_work_on() throws Exception {
        Posting earning = TestLedger.earning(TestLedger.newMember(), LEDGER.partners.getFirst(), 5);
        answer(earning);
        wire.beSilent(true);
        Posting lost = TestLedger.earning(earning.member(), LEDGER.partners.getFirst(), 6);

        long start = System.nanoTime();
        assertThatThrownBy(() -> answer(lost)).hasCauseInstanceOf(DatabaseFailure.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(GIVEN_UP_AFTER, GIVEN_UP_AFTER.plus(DELAY));
        wire.beSilent(false);
        wire.cut();

        assertThat(answer(lost)).isInstanceOf(Posted.class);
        assertThat(LEDGER.ledger.available(earning.member())).isEqualTo(11);
    }

    private Outcome answer(Posting posting) throws Exception {
        return LEDGER.queue().submit(posting).toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
