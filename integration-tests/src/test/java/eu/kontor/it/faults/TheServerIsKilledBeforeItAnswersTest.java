package eu.kontor.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.it.faults.Cafe.Answer;
import eu.kontor.it.faults.Cafe.Purchase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * The server's process is killed when the database has committed and the server does not know it yet. Once in {@code test};
 * {@code -Dkontor.faults.serverKills=10} for more.
 */
class TheServerIsKilledBeforeItAnswersTest {

    private static final int KILLS = Integer.getInteger("kontor.faults.serverKills", 1);
    private static final int PURCHASES_AT_ONCE = 24;

    private final Cafe cafe = new Cafe();
    private final HeldDatabase database = new HeldDatabase(cafe.whole().system().database());

    @Test
    void a_till_that_asks_again_gets_the_first_answer_and_nothing_is_posted_twice() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            List<String> guests = cafe.guests(PURCHASES_AT_ONCE);
            long before = cafe.available(guests.getFirst());
            List<Purchase> purchases = guests.stream().map(cafe::purchase).toList();

            List<CompletableFuture<Answer>> unheard = killedAfterACommit(purchases);
            cafe.whole().system().restartServer();

            assertThat(unheard)
                    .allSatisfy(answer -> assertThat(answer.join().status()).isZero());
            List<Answer> answers = answers(purchases);
            assertThat(answers).allMatch(Answer::isPosted).anyMatch(Answer::isReplayed);
            List<Answer> again = answers(purchases);
            assertThat(again).allMatch(Answer::isReplayed);
            assertThat(again)
                    .extracting(Answer::receipt)
                    .isEqualTo(answers.stream().map(Answer::receipt).toList());
            assertThat(guests)
                    .allSatisfy(guest -> assertThat(cafe.available(guest)).isEqualTo(2 * before));
        }
    }

    private List<CompletableFuture<Answer>> killedAfterACommit(List<Purchase> purchases) throws Exception {
        List<CompletableFuture<Answer>> unheard = new ArrayList<>();
        database.whileAnswersToCommitsAreHeld(() -> {
            purchases.forEach(purchase -> unheard.add(cafe.send(purchase)));
            database.awaitACommitWithoutAnswer();
            cafe.whole().system().killServer();
        });
        return unheard;
    }

    private List<Answer> answers(List<Purchase> purchases) {
        return purchases.stream().map(cafe::send).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
