package eu.kontor.checkout.application;

import eu.kontor.kernel.Refusal;
import eu.kontor.ledger.api.Outcome;

/** The ledger's refusal of an item, as callers of a single use case know it, and back. */
final class RefusalOf {

    private RefusalOf() {}

    static Refusal outcome(Outcome.Refused refused) {
        Object[] details = refused.details().entrySet().stream()
                .<Object>mapMulti((detail, sink) -> {
                    sink.accept(detail.getKey());
                    sink.accept(detail.getValue());
                })
                .toArray();
        return new Refusal(refused.code(), details);
    }

    static Outcome.Refused refusal(Refusal refusal) {
        return new Outcome.Refused(refusal.code(), refusal.details(), false);
    }
}
