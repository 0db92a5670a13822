package eu.kontor.checkout.application;

import eu.kontor.kernel.Refusal;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingQueue;
import eu.kontor.tenancy.api.Service;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Posts one item for a caller who waits for its answer; the ledger gathers it with those of others. */
@Service
public class SinglePosting {

    private final PostingQueue queue;
    private final ShownCards cards;

    @Inject
    public SinglePosting(PostingQueue queue, ShownCards cards) {
        this.queue = queue;
        this.cards = cards;
    }

    /** The stage fails with the item's {@link Refusal}. */
    CompletionStage<Outcome.Posted> post(Posting posting) {
        return queue.submit(posting).thenApply(SinglePosting::postedOrRefused);
    }

    /** The same for the holder of a card, who is found together with those of other callers' cards. */
    CompletionStage<Outcome.Posted> post(ShownCard shown) {
        return queue.submit(shown, cards).thenApply(SinglePosting::postedOrRefused);
    }

    private static Outcome.Posted postedOrRefused(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Posted posted -> posted;
            case Outcome.Refused refused -> throw RefusalOf.outcome(refused);
        };
    }
}
