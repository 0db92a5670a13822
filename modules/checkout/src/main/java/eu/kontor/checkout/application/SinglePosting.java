package eu.kontor.checkout.application;

import eu.kontor.kernel.Refusal;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Posts one item for a caller who waits for its answer. */
@ApplicationScoped
public class SinglePosting {

    private final Ledger ledger;

    @Inject
    public SinglePosting(Ledger ledger) {
        this.ledger = ledger;
    }

    protected SinglePosting() {
        this(null);
    }

    /** The stage fails with the item's {@link Refusal}. */
    CompletionStage<Outcome.Posted> post(Posting posting) {
        return CompletableFuture.completedFuture(ledger.post(List.of(posting)).getFirst())
                .thenApply(SinglePosting::postedOrRefused);
    }

    private static Outcome.Posted postedOrRefused(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Posted posted -> posted;
            case Outcome.Refused refused -> throw RefusalOf.outcome(refused);
        };
    }
}
