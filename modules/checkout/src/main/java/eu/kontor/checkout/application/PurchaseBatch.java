package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.PurchaseOutcome;
import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.application.PurchaseInHand.Evaluated;
import eu.kontor.checkout.domain.CardPolicy;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Posting;
import eu.kontor.membership.api.CardHolder;
import eu.kontor.membership.api.Cards;
import eu.kontor.program.api.Program;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a batch of purchases is posted: evaluated in memory, then in one transaction resolved (one query), newcomers
 * enrolled (one statement), posted (one batch), and the checkpoint written. One refused purchase fails no other.
 */
@ApplicationScoped
public class PurchaseBatch implements FeedPosting {

    private final Tenants tenants;
    private final PurchaseEvaluation evaluation;
    private final Transactions transactions;
    private final Cards cards;
    private final Ledger ledger;

    @Inject
    public PurchaseBatch(
            Tenants tenants, PurchaseEvaluation evaluation, Transactions transactions, Cards cards, Ledger ledger) {
        this.tenants = tenants;
        this.evaluation = evaluation;
        this.transactions = transactions;
        this.cards = cards;
        this.ledger = ledger;
    }

    protected PurchaseBatch() {
        this(null, null, null, null, null);
    }

    @Override
    public Prepared prepare(TenantId tenantId, List<Purchase> purchases) {
        Tenant tenant = tenants.active(tenantId);
        List<PurchaseInHand> batch = evaluation.evaluate(tenant, purchases);
        Set<MemberId> newcomers = transactions.asPoster(unit -> resolve(tenantId, batch));
        List<PurchaseInHand> alive = alive(batch);
        List<Posting> postings = postings(tenantId, alive);
        return checkpoint -> {
            tenants.active(tenantId);
            return transactions.asPoster(unit -> {
                enrol(tenantId, newcomers);
                post(alive, postings);
                List<PurchaseOutcome> outcomes =
                        batch.stream().map(PurchaseInHand::outcome).toList();
                checkpoint.write(unit, outcomes);
                return outcomes;
            });
        };
    }

    /** One transaction, or a part of the one under way. */
    void post(TenantId tenant, List<PurchaseInHand> evaluated) {
        transactions.asPoster(unit -> {
            enrol(tenant, resolve(tenant, evaluated));
            List<PurchaseInHand> alive = alive(evaluated);
            post(alive, postings(tenant, alive));
            return null;
        });
    }

    /** For a purchase that will be posted with those of other callers. */
    void resolveAlone(TenantId tenant, PurchaseInHand inHand) {
        if (inHand.isAlive()) {
            transactions.asPoster(unit -> {
                enrol(tenant, resolve(tenant, List.of(inHand)));
                return null;
            });
        }
    }

    /**
     * Finds the members of all cards with one query.
     *
     * @return those who buy here for the first time
     */
    private Set<MemberId> resolve(TenantId tenant, List<PurchaseInHand> batch) {
        Set<CardNumber> wanted = new HashSet<>();
        for (PurchaseInHand inHand : batch) {
            if (inHand.isAlive()) {
                wanted.add(inHand.evaluated().card());
            }
        }
        Set<MemberId> newcomers = new HashSet<>();
        Map<CardNumber, CardHolder> holders = cards.resolve(tenant, wanted);
        for (PurchaseInHand inHand : batch) {
            if (inHand.isAlive()) {
                resolve(inHand, holders, newcomers);
            }
        }
        return newcomers;
    }

    private void enrol(TenantId tenant, Set<MemberId> newcomers) {
        if (!newcomers.isEmpty()) {
            cards.enrol(tenant, newcomers);
        }
    }

    private static void resolve(PurchaseInHand inHand, Map<CardNumber, CardHolder> holders, Set<MemberId> newcomers) {
        CardNumber card = inHand.evaluated().card();
        try {
            CardHolder holder = CardPolicy.usable(card, holders.get(card));
            inHand.resolvedTo(holder);
            if (!holder.enrolled()) {
                newcomers.add(holder.member());
            }
        } catch (Refusal refusal) {
            inHand.refuse(refusal);
        }
    }

    private static List<PurchaseInHand> alive(List<PurchaseInHand> batch) {
        return batch.stream().filter(PurchaseInHand::isAlive).toList();
    }

    private static List<Posting> postings(TenantId tenant, List<PurchaseInHand> alive) {
        return alive.stream().<Posting>map(inHand -> posting(tenant, inHand)).toList();
    }

    private void post(List<PurchaseInHand> alive, List<Posting> postings) {
        List<Outcome> outcomes = ledger.post(postings);
        for (int i = 0; i < alive.size(); i++) {
            alive.get(i).answered(outcomes.get(i));
        }
    }

    private static Pocket pocket(Program program) {
        return switch (program.expiry()) {
            case INACTIVITY -> Pocket.inactivity(program.expiryMonths());
            case FIXED_TERM -> Pocket.fixedTerm(program.expiryMonths());
        };
    }

    static Posting posting(TenantId tenant, PurchaseInHand inHand) {
        Evaluated evaluated = inHand.evaluated();
        return new Posting.Earn(
                evaluated.request(),
                inHand.holder().member(),
                tenant,
                evaluated.purchase().outlet().id(),
                evaluated.purchase().businessDate(),
                pocket(evaluated.program()),
                evaluated.earning().points(),
                evaluated.program().version(),
                Optional.of(PurchaseNote.of(evaluated)));
    }
}
