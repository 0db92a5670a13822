package eu.kontor.ledger.model;

import eu.kontor.ledger.api.Outcome;
import java.util.Map;
import java.util.TreeMap;

/** What the ledger answered, in the model's words. */
final class ReadBackAnswer {

    private ReadBackAnswer() {}

    static String text(Outcome outcome) {
        String again = outcome.replayed() ? " again" : "";
        return switch (outcome) {
            case Outcome.Posted posted ->
                "posted " + posted.points() + ", available " + posted.availableAfter() + " as "
                        + posted.id().number() + " at " + posted.postedAt() + again
                        + (posted.underAnotherKey() ? " under another key" : "");
            case Outcome.Refused refused -> {
                Map<String, String> details = new TreeMap<>();
                refused.details().forEach((detail, value) -> details.put(detail, String.valueOf(value)));
                yield "refused " + refused.code() + " " + details + again;
            }
        };
    }
}
