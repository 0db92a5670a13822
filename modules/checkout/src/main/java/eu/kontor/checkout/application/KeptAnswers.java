package eu.kontor.checkout.application;

import eu.kontor.checkout.application.TenantVisits.Explained;
import eu.kontor.checkout.persistence.FiledAnswers;
import eu.kontor.checkout.persistence.FiledAnswers.FiledRedemption;
import eu.kontor.checkout.persistence.FiledAnswers.FiledReturn;
import eu.kontor.checkout.persistence.FiledAnswers.FiledReversal;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was answered first, for whoever asks again: the reason for points, what they pay, what was owed. It was written in the
 * transaction that posted, and is read back, never worked out a second time: programs, tiers and balances have moved on since.
 */
@Service
public class KeptAnswers {

    private final TenantVisits visits;
    private final Transactions transactions;
    private final FiledAnswers filed;

    @Inject
    public KeptAnswers(TenantVisits visits, Transactions transactions, FiledAnswers filed) {
        this.visits = visits;
        this.transactions = transactions;
        this.filed = filed;
    }

    /** Gives sales that were known the reason of their first answer. Costs nothing for those that are new. */
    void explain(TenantId tenant, List<? extends TillItem> items) {
        List<SaleItem> again = items.stream()
                .filter(SaleItem.class::isInstance)
                .map(SaleItem.class::cast)
                .filter(sale -> sale.isAlive() && sale.posted().replayed())
                .toList();
        if (again.isEmpty()) {
            return;
        }
        Map<PostingId, Explained> first = visits.explained(
                tenant, again.stream().map(sale -> sale.posted().id()).collect(Collectors.toSet()));
        for (SaleItem sale : again) {
            Explained kept = first.get(sale.posted().id());
            if (kept == null) {
                throw new IllegalStateException(
                        "purchase " + sale.posted().id().text() + " was posted without its reason");
            }
            sale.explainedBy(kept.earning(), kept.debt());
        }
    }

    /** What was owed after the reversal, and what was paid back; empty for one of before answers were kept. */
    Optional<FiledReversal> reversal(TenantId tenant, PostingId reversal) {
        return transactions.asTenant(tenant, unit -> filed.reversal(unit, reversal));
    }

    /** Empty for a hold of before answers were kept. */
    Optional<FiledRedemption> hold(TenantId tenant, PostingId hold) {
        return transactions.asTenant(tenant, unit -> filed.redemption(unit, hold));
    }

    /** What was owed after the return of a redemption, and what its points had paid. */
    Optional<FiledReturn> returned(TenantId tenant, PostingId hold, PostingId returned) {
        return transactions.asTenant(tenant, unit -> filed.returned(unit, hold, returned));
    }

    /** Empty where the tenant has several currencies, and for a capture of before answers were kept. */
    Optional<MoneyAmount> valueOfCapture(TenantId tenant, PostingId capture) {
        return transactions.asTenant(tenant, unit -> filed.valueOfCapture(unit, capture));
    }
}
