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
    public List<PurchaseOutcome> post(TenantId tenantId, List<Purchase> purchases, Checkpoint checkpoint) {
        Tenant tenant = tenants.active(tenantId);
        List<PurchaseInHand> batch = evaluation.evaluate(tenant, purchases);
        return transactions.asPoster(unit -> {
            post(tenantId, batch);
            List<PurchaseOutcome> outcomes =
                    batch.stream().map(PurchaseInHand::outcome).toList();
            checkpoint.write(unit, outcomes);
            return outcomes;
        });
    }

    /** One transaction, or a part of the one under way. */
    void post(TenantId tenant, List<PurchaseInHand> evaluated) {
        transactions.asPoster(unit -> {
            resolve(tenant, evaluated);
            postThoseAlive(tenant, evaluated);
            return null;
        });
    }

    /** For a purchase that will be posted with those of other callers. */
    void resolveAlone(TenantId tenant, PurchaseInHand inHand) {
        if (inHand.isAlive()) {
            transactions.asPoster(unit -> {
                resolve(tenant, List.of(inHand));
                return null;
            });
        }
    }

    /** Finds the members of all cards with one query and enrols those who buy here for the first time. */
    private void resolve(TenantId tenant, List<PurchaseInHand> batch) {
        Set<CardNumber> wanted = new HashSet<>();
        for (PurchaseInHand inHand : batch) {
            if (inHand.isAlive()) {
                wanted.add(inHand.evaluated().card());
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        Map<CardNumber, CardHolder> holders = cards.resolve(tenant, wanted);
        Set<MemberId> newcomers = new HashSet<>();
        for (PurchaseInHand inHand : batch) {
            if (inHand.isAlive()) {
                resolve(inHand, holders, newcomers);
            }
        }
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

    private void postThoseAlive(TenantId tenant, List<PurchaseInHand> batch) {
        List<PurchaseInHand> alive =
                batch.stream().filter(PurchaseInHand::isAlive).toList();
        if (alive.isEmpty()) {
            return;
        }
        List<Posting> postings =
                alive.stream().<Posting>map(inHand -> posting(tenant, inHand)).toList();
        List<Outcome> outcomes = ledger.post(postings);
        for (int i = 0; i < alive.size(); i++) {
            alive.get(i).answered(outcomes.get(i));
        }
    }

    static Posting posting(TenantId tenant, PurchaseInHand inHand) {
        Evaluated evaluated = inHand.evaluated();
        return new Posting.Earn(
                evaluated.request(),
                inHand.holder().member(),
                tenant,
                evaluated.purchase().outlet().id(),
                evaluated.purchase().businessDate(),
                new Pocket(evaluated.program().expiryMonths()),
                evaluated.earning().points(),
                evaluated.program().version(),
                Optional.of(PurchaseNote.of(evaluated)));
    }
}
