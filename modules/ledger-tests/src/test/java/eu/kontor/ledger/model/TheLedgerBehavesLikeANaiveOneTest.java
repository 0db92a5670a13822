package eu.kontor.ledger.model;

import static org.assertj.core.api.Assertions.assertThat;

import eu.kontor.tenancy.testing.KontorDatabase;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Random sequences on the real ledger and on {@link NaiveLedger}.
 *
 * <p>On demand: {@code -Dkontor.model.sequences=10000} for more of them, and {@code -Dkontor.model.seed=…} with the seed
 * that a failure printed to see it again.
 */
class TheLedgerBehavesLikeANaiveOneTest {

    private static final int SEQUENCES = 500;

    @Test
    void every_answer_and_every_stored_row_is_what_the_naive_ledger_says() throws Exception {
        long seed = Long.getLong("kontor.model.seed", new SecureRandom().nextInt());
        int sequences = Integer.getInteger("kontor.model.sequences", SEQUENCES);
        try (SequenceTrials trials = new SequenceTrials(KontorDatabase.fresh())) {
            Optional<String> failure = trials.firstFailureWithGoodwill(seed, sequences / 2)
                    .or(() -> trials.firstFailureWithMerges(seed, sequences - sequences / 2));

            assertThat(failure).as("%d sequences from seed %d", sequences, seed).isEmpty();
        }
    }
}
