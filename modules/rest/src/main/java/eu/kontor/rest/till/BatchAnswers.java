package eu.kontor.rest.till;

import eu.kontor.checkout.api.Checkout.PurchaseOutcome;
import eu.kontor.checkout.api.Checkout.PurchaseReceipt;
import eu.kontor.rest.problem.Problems;
import eu.kontor.rest.till.TillAnswers.BatchAnswer;
import eu.kontor.rest.till.TillAnswers.BatchItemAnswer;
import eu.kontor.rest.till.TillAnswers.PurchaseAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Outcomes of a batch with their counts; each refused item has the problem document that a single call would have had. */
final class BatchAnswers {

    private BatchAnswers() {}

    static BatchAnswer of(
            List<PurchaseOutcome> outcomes,
            Function<PurchaseReceipt, PurchaseAnswer> answer,
            Locale language,
            String path) {
        List<BatchItemAnswer> answers = new ArrayList<>(outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            PurchaseOutcome outcome = outcomes.get(i);
            String instance = path + "#/purchases/" + i;
            answers.add(new BatchItemAnswer(
                    outcome.receipt().map(answer).orElse(null),
                    outcome.refusal()
                            .map(refusal -> Problems.of(refusal, instance, language))
                            .orElse(null)));
        }
        int posted = (int) outcomes.stream()
                .filter(outcome -> outcome.receipt().isPresent())
                .count();
        int replayed = (int) outcomes.stream()
                .filter(outcome ->
                        outcome.receipt().filter(PurchaseReceipt::replayed).isPresent())
                .count();
        return new BatchAnswer(posted, replayed, outcomes.size() - posted, answers);
    }
}
