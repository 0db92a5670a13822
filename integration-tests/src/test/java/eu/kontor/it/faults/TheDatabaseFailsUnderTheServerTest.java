package eu.kontor.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.it.faults.Cafe.Answer;
import eu.kontor.it.faults.Cafe.Purchase;
import eu.kontor.it.whole.Await;
import eu.kontor.launcher.PostgresServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The database is killed, locked, closed to us or overrun under a running server: callers are told when to come back, and nothing is lost. */
class TheDatabaseFailsUnderTheServerTest {

    /** A till's patience: who hears nothing for longer has given up. */
    private static final Duration BOUND = Duration.ofSeconds(30);

    private static final int TILLS = 8;
    private static final int RETRY_MILLISECONDS = 250;
    private static final int MOST_RETRIES = 240;
    private static final int CROWD = 40;

    /** Some of them fill the queue (128 in a small system) and both posters' hands (256 each). */
    private static final int WAVE = 100;

    /** Well below the lock limit of a posting, so that what the posters took is posted and not given up. */
    private static final Duration HOLD = Duration.ofSeconds(3);

    private static final int BETWEEN_WAVES_MILLISECONDS = 250;
    private static final int ENOUGH_TURNED_AWAY = 20;

    private final Cafe cafe = new Cafe();
    private final PostgresServer server = cafe.whole().system().database();
    private final HeldDatabase database = new HeldDatabase(server);

    @Test
    void a_database_that_is_killed_costs_retries_and_nothing_else() throws Exception {
        List<String> guests = cafe.guests(TILLS);
        long before = cafe.available(guests.getFirst());
        List<Thread> tills = new ArrayList<>();
        List<List<Answer>> heard = new ArrayList<>();
        AtomicBoolean isOver = new AtomicBoolean();
        for (String guest : guests) {
            List<Answer> answers = new CopyOnWriteArrayList<>();
            heard.add(answers);
            tills.add(Thread.ofVirtual().start(() -> serve(guest, isOver, answers)));
        }
        Await.until("every till to post", BOUND, () -> heard.stream().allMatch(answers -> posted(answers) > 0));
        server.kill();
        server.startAgain();
        isOver.set(true);
        for (Thread till : tills) {
            till.join();
        }
        cafe.awaitSignIn();

        assertThat(heard).allSatisfy(answers -> assertThat(answers)
                .allMatch(answer -> answer.isPosted() || answer.asksToComeBack("unavailable"))
                .last()
                .matches(Answer::isPosted));
        assertThat(heard.stream().flatMap(List::stream)).anyMatch(answer -> !answer.isPosted());
        assertThat(guests.stream().map(cafe::available).toList())
                .isEqualTo(heard.stream()
                        .map(answers -> before * (1 + posted(answers)))
                        .toList());
    }

    @Test
    void a_posting_that_is_blocked_is_given_up_in_time_and_posted_when_it_comes_again() throws Exception {
        Purchase purchase = cafe.purchase(cafe.guests(1).getFirst());

        database.whileLocked("coalition.request", () -> {
            Answer answer = withinTheBound(List.of(cafe.send(purchase))).getFirst();
            assertThat(answer.asksToComeBack("unavailable")).as("%s", answer).isTrue();
        });

        assertThat(cafe.send(purchase).join().status()).isEqualTo(201);
    }

    @Test
    void when_the_database_takes_no_connections_each_caller_is_told_to_come_back_in_time() throws Exception {
        List<Purchase> purchases =
                cafe.guests(CROWD).stream().map(cafe::purchase).toList();

        database.whileItTakesNoConnections(() -> {
            List<Answer> answers =
                    withinTheBound(purchases.stream().map(cafe::send).toList());
            assertThat(answers).allMatch(answer -> answer.asksToComeBack("unavailable"));
        });
        cafe.awaitPosting();

        List<Answer> answers = withinTheBound(purchases.stream().map(cafe::send).toList());
        assertThat(answers).allMatch(answer -> answer.status() == 201);
    }

    @Test
    void what_is_too_much_is_turned_away_and_what_was_accepted_is_kept() throws Exception {
        List<String> guests = cafe.guests(TILLS);
        long before = cafe.available(guests.getFirst());
        List<Purchase> purchases = guests.stream().map(cafe::purchase).toList();
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        List<CompletableFuture<Answer>> ballast = new ArrayList<>();

        database.whilePostingIsHeld(() -> {
            answers.addAll(purchases.stream().map(cafe::send).toList());
            long end = System.nanoTime() + HOLD.toNanos();
            while (System.nanoTime() < end && turnedAway(ballast) < ENOUGH_TURNED_AWAY) {
                IntStream.range(0, WAVE).forEach(i -> ballast.add(cafe.sendBallast()));
                Thread.sleep(BETWEEN_WAVES_MILLISECONDS);
            }
        });

        assertThat(withinTheBound(ballast))
                .allMatch(answer -> answer.status() == 404 || isAskedToComeBack(answer))
                .anyMatch(answer -> answer.asksToComeBack("overloaded"));
        List<Answer> first = withinTheBound(answers);
        assertThat(first)
                .allMatch(answer -> answer.isPosted() || isAskedToComeBack(answer))
                .anyMatch(Answer::isPosted);
        cafe.awaitPosting();
        List<Answer> again = withinTheBound(purchases.stream().map(cafe::send).toList());
        assertThat(again).allMatch(Answer::isPosted);
        assertThat(IntStream.range(0, again.size()).filter(i -> first.get(i).isPosted()))
                .allMatch(i -> again.get(i).isReplayed()
                        && again.get(i).receipt().equals(first.get(i).receipt()));
        assertThat(guests).allSatisfy(guest -> assertThat(cafe.available(guest)).isEqualTo(2 * before));
    }

    private static boolean isAskedToComeBack(Answer answer) {
        return answer.asksToComeBack("overloaded") || answer.asksToComeBack("unavailable");
    }

    private static long turnedAway(List<CompletableFuture<Answer>> burst) {
        return burst.stream()
                .filter(CompletableFuture::isDone)
                .filter(answer -> answer.join().asksToComeBack("overloaded"))
                .count();
    }

    private static List<Answer> withinTheBound(List<CompletableFuture<Answer>> calls) throws Exception {
        List<Answer> answers = new ArrayList<>();
        long deadline = System.nanoTime() + BOUND.toNanos();
        for (CompletableFuture<Answer> call : calls) {
            answers.add(call.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
        }
        return answers;
    }

    /** As a till does it, one purchase after the other: the same key until there is an answer. */
    private void serve(String guest, AtomicBoolean isOver, List<Answer> heard) {
        while (!isOver.get()) {
            Purchase purchase = cafe.purchase(guest);
            for (int attempt = 0; attempt < MOST_RETRIES; attempt++) {
                Answer answer = cafe.send(purchase).join();
                heard.add(answer);
                if (answer.isPosted()) {
                    break;
                }
                pause();
            }
        }
    }

    private static long posted(List<Answer> answers) {
        return answers.stream().filter(Answer::isPosted).count();
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
