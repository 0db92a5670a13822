package eu.kontor.checkout.application;

import eu.kontor.tenancy.api.Component;
import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.application.PurchaseInHand.Evaluated;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Posting.Note;
import eu.kontor.membership.api.Cards;
import eu.kontor.program.api.Program;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a batch of purchases is posted: evaluated in memory, then in one transaction resolved (one query), newcomers
 * enrolled (one statement), posted (one batch), and the checkpoint written. One refused purchase fails no other.
 */
@Component
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

    @Override
    public Prepared prepare(TenantId tenantId, List<Purchase> purchases) {
        Tenant tenant = tenants.active(tenantId);
        List<PurchaseInHand> batch = evaluation.evaluate(tenant, purchases);
        Set<MemberId> newcomers = transactions.asPoster(unit -> CardInHand.resolve(cards, tenantId, batch));
        return new FeedBatch(new FeedBatch.Room(tenants, transactions, cards, ledger), tenantId, batch, newcomers);
    }

    /** One transaction, or a part of the one under way. */
    void post(TenantId tenant, List<PurchaseInHand> evaluated) {
        transactions.asPoster(unit -> {
            cards.enrol(tenant, CardInHand.resolve(cards, tenant, evaluated));
            List<PurchaseInHand> alive =
                    evaluated.stream().filter(PurchaseInHand::isAlive).toList();
            List<Outcome> outcomes = ledger.post(
                    alive.stream().map(inHand -> posting(tenant, inHand)).toList());
            for (int i = 0; i < alive.size(); i++) {
                alive.get(i).answered(outcomes.get(i));
            }
            return null;
        });
    }

    static Posting posting(TenantId tenant, PurchaseInHand inHand) {
        Evaluated evaluated = inHand.evaluated();
        return posting(tenant, inHand.holder().member(), evaluated, PurchaseNote.of(evaluated));
    }

    private static Pocket pocket(Program program) {
        return switch (program.expiry()) {
            case INACTIVITY -> Pocket.inactivity(program.expiryMonths());
            case FIXED_TERM -> Pocket.fixedTerm(program.expiryMonths());
        };
    }

    static Posting posting(TenantId tenant, MemberId member, Evaluated evaluated, Note note) {
        return new Posting.Earn(
                evaluated.request(),
                member,
                tenant,
                evaluated.purchase().outlet().id(),
                evaluated.purchase().businessDate(),
                pocket(evaluated.program()),
                evaluated.earning().points(),
                evaluated.program().version(),
                Optional.of(note));
    }
}
