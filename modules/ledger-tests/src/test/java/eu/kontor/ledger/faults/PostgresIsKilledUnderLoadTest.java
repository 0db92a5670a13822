package eu.kontor.ledger.faults;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.tenancy.api.DatabaseFailure;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL is killed at random moments while tills earn, redeem and take back. Twenty times; {@code -Dkontor.faults.kills=200} for
 * more, {@code -Dkontor.faults.seed=…} to send the same again.
 */
class PostgresIsKilledUnderLoadTest {

    private static final int SHORTEST_LIFE_MILLISECONDS = 20;
    private static final int LONGEST_LIFE_MILLISECONDS = 500;
    private static final int ANSWERS_BETWEEN_KILLS = 16;
    private static final int SEAL_MILLISECONDS = 100;
    private static final int SAY_EVERY = 20;

    private final FaultyLedger ledger = FaultyLedger.direct();
    private volatile boolean isSealing = true;

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void every_acknowledged_posting_is_there_once_and_nothing_else_is() throws Exception {
        Random random = new Random(HowOften.SEED);
        CompletableFuture<Void> sealer = CompletableFuture.runAsync(this::sealAllTheTime);
        RetryingTills tills = RetryingTills.open(ledger, HowOften.SEED);

        for (int kill = 1; kill <= HowOften.KILLS; kill++) {
            tills.awaitAnswers(ANSWERS_BETWEEN_KILLS);
            Thread.sleep(random.nextInt(SHORTEST_LIFE_MILLISECONDS, LONGEST_LIFE_MILLISECONDS));
            ledger.database.server().kill();
            ledger.database.server().startAgain();
            if (kill % SAY_EVERY == 0) {
                HowOften.say("killed " + kill + " times");
            }
        }
        List<Sent> sent = tills.close();
        isSealing = false;
        sealer.join();

        Reckoning reckoning = new Reckoning(ledger, sent);
        assertThat(reckoning.findings()).as("seed %d", HowOften.SEED).isEmpty();
        HowOften.say(reckoning.summary());
        assertThat(reckoning.unanswered()).as("kills under load").isGreaterThan(HowOften.KILLS);
        assertThat(sent).as("answers between kills").hasSizeGreaterThan(HowOften.KILLS * ANSWERS_BETWEEN_KILLS / 2);
    }

    /** As the background sealer does, but without a pause worth the name: so that kills hit it, too. */
    private void sealAllTheTime() {
        while (isSealing) {
            try {
                ledger.seals.seal();
                Thread.sleep(SEAL_MILLISECONDS);
            } catch (DatabaseFailure e) {
                // The next attempt seals what this one could not.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
