package eu.kontor.checkout.application;

import eu.kontor.ledger.api.PostingId;
import eu.kontor.program.api.Earning;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * A retried purchase gets its first answer, with the reason that was given then: as filed, or, in the moment before it is
 * filed, evaluated again.
 */
@Service
public class FirstAnswers {

    private final TenantVisits visits;
    private final PurchaseEvaluation evaluation;

    @Inject
    public FirstAnswers(TenantVisits visits, PurchaseEvaluation evaluation) {
        this.visits = visits;
        this.evaluation = evaluation;
    }

    /** Costs nothing for purchases that are new. */
    void restore(Tenant tenant, List<PurchaseItem> batch) {
        List<PurchaseItem> replayed =
                batch.stream().filter(PurchaseItem::isReplayed).toList();
        if (replayed.isEmpty()) {
            return;
        }
        Map<PostingId, Earning> filed = visits.earnings(
                tenant.id(), replayed.stream().map(item -> item.posted().id()).toList());
        for (PurchaseItem item : replayed) {
            Earning asFiled = filed.get(item.posted().id());
            item.explainedBy(
                    asFiled != null
                            ? asFiled
                            : evaluation.firstEarning(
                                    tenant, item.evaluated(), item.posted().points()));
        }
    }
}
