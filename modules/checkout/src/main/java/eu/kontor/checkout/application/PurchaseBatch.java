package eu.kontor.checkout.application;

import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.checkout.api.Purchase;
import eu.kontor.checkout.application.PurchaseItem.Evaluated;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Posting.Note;
import eu.kontor.membership.api.Cards;
import eu.kontor.program.api.Program;
import eu.kontor.tenancy.api.Service;
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
@Service
public class PurchaseBatch implements FeedPosting {

    /** A program rounds what all its rules gave: one part, of which the purchase itself tells the rules. */
    private static final String ALL_RULES_TOGETHER = "program";

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
        List<PurchaseItem> batch = evaluation.evaluate(tenant, purchases);
        Set<MemberId> newcomers = transactions.asPoster(unit -> CardItem.resolve(cards, tenantId, batch));
        return new FeedBatch(new FeedBatch.Room(tenants, transactions, cards, ledger), tenantId, batch, newcomers);
    }

    /** One transaction, or a part of the one under way. */
    void post(TenantId tenant, List<PurchaseItem> evaluated) {
        transactions.asPoster(unit -> {
            cards.enrol(tenant, CardItem.resolve(cards, tenant, evaluated));
            List<PurchaseItem> alive =
                    evaluated.stream().filter(PurchaseItem::isAlive).toList();
            List<Outcome> outcomes = ledger.post(
                    alive.stream().map(item -> posting(tenant, item)).toList());
            for (int i = 0; i < alive.size(); i++) {
                alive.get(i).answered(outcomes.get(i));
            }
            return null;
        });
    }

    static Posting posting(TenantId tenant, PurchaseItem item) {
        Evaluated evaluated = item.evaluated();
        return posting(tenant, item.holder().member(), evaluated, PurchasePosted.of(evaluated));
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
                List.of(new AwardPart(
                        evaluated.earning().points(), pocket(evaluated.program()), tenant, ALL_RULES_TOGETHER)),
                evaluated.program().version(),
                Optional.of(note));
    }
}
