package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.application.PurchaseItem.Evaluated;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.domain.CardPolicy;
import eu.kontor.checkout.domain.CheckedPurchase;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.checkout.domain.PurchasePolicy;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.program.api.Earning;
import eu.kontor.program.api.Program;
import eu.kontor.program.api.Programs;
import eu.kontor.tenancy.api.Coalition;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Everything about purchases that needs no database: what they must be, and what they earn. */
@Service
public class PurchaseEvaluation {

    private final Tenants tenants;
    private final Programs programs;
    private final Clock clock;

    @Inject
    public PurchaseEvaluation(Tenants tenants, Programs programs, Clock clock) {
        this.tenants = tenants;
        this.programs = programs;
        this.clock = clock;
    }

    /** One in hand per purchase, in the order given; what cannot be is refused already. */
    List<PurchaseItem> evaluate(Tenant tenant, List<Purchase> purchases) {
        Coalition coalition = tenants.coalition();
        PurchasePolicy policy = new PurchasePolicy(coalition, tenant, clock.instant());
        return purchases.stream()
                .map(purchase -> {
                    try {
                        return PurchaseItem.of(evaluate(tenant, coalition, policy, purchase));
                    } catch (Refusal refusal) {
                        return PurchaseItem.refused(refusal);
                    }
                })
                .toList();
    }

    /** What the purchase would earn; card, key and reference may be absent. */
    Earning earning(Tenant tenant, Purchase purchase) {
        if (purchase.card() != null && !purchase.card().isBlank()) {
            CardPolicy.number(purchase.card(), tenants.coalition());
        }
        CheckedPurchase checked = new PurchasePolicy(tenants.coalition(), tenant, clock.instant()).check(purchase);
        return earning(programs.validOn(tenant.id(), checked.businessDate()), checked);
    }

    /**
     * The earning of a purchase that was posted before and is not filed yet: by the version that gives the points that
     * were posted then, should a newer one have been published in between.
     */
    Earning firstEarning(Tenant tenant, Evaluated evaluated, Points postedThen) {
        if (evaluated.earning().points().equals(postedThen)) {
            return evaluated.earning();
        }
        return programs.versions(tenant.id()).stream()
                .map(program -> earning(program, evaluated.purchase()))
                .filter(earning -> earning.points().equals(postedThen))
                .findFirst()
                .orElse(evaluated.earning());
    }

    private Evaluated evaluate(Tenant tenant, Coalition coalition, PurchasePolicy policy, Purchase purchase) {
        String key = FieldPolicy.requestKey(purchase.requestKey());
        CardNumber card = CardPolicy.number(purchase.card(), coalition);
        CheckedPurchase checked = policy.check(purchase);
        String reference = FieldPolicy.required("reference", purchase.reference());
        Program program = programs.validOn(tenant.id(), checked.businessDate());
        return new Evaluated(
                CanonicalRequest.purchase(key, card, checked, reference),
                card,
                checked,
                reference,
                program,
                earning(program, checked));
    }

    private Earning earning(Program program, CheckedPurchase purchase) {
        return programs.evaluate(program, purchase.earningLines(), purchase.currency());
    }
}
