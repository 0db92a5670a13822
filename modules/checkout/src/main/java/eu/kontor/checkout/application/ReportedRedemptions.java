package eu.kontor.checkout.application;

import eu.kontor.checkout.api.FeedRedemptions;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.domain.CardPolicy;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.checkout.domain.PurchasePolicy;
import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.membership.api.Cards;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Redemptions that files report after the fact: checked, then in one transaction resolved, authorized as one batch,
 * captured as another, and the checkpoint written. The tenant's minimum is not asked: the guest has left with the goods.
 */
@Service
public class ReportedRedemptions implements FeedRedemptions {

    private final TillContext till;
    private final RedemptionValue value;
    private final Transactions transactions;
    private final Cards cards;
    private final Ledger ledger;

    @Inject
    public ReportedRedemptions(
            TillContext till, RedemptionValue value, Transactions transactions, Cards cards, Ledger ledger) {
        this.till = till;
        this.value = value;
        this.transactions = transactions;
        this.cards = cards;
        this.ledger = ledger;
    }

    @Override
    public List<RedemptionOutcome> redeem(TenantId tenantId, List<Redemption> redemptions, Checkpoint checkpoint) {
        Tenant tenant = till.active(tenantId);
        List<RedemptionItem> batch =
                redemptions.stream().map(reported -> check(tenant, reported)).toList();
        return transactions.asPoster(unit -> {
            cards.enrol(tenantId, CardItem.resolve(cards, tenantId, batch));
            post(batch, RedemptionItem::authorize, RedemptionItem::authorized);
            post(batch, RedemptionItem::capture, RedemptionItem::captured);
            List<RedemptionOutcome> outcomes =
                    batch.stream().map(RedemptionItem::outcome).toList();
            checkpoint.write(unit, outcomes);
            return outcomes;
        });
    }

    private RedemptionItem check(Tenant tenant, Redemption reported) {
        try {
            String key = FieldPolicy.requestKey(reported.requestKey());
            String captureKey = FieldPolicy.requestKey(RedemptionItem.CAPTURE_PREFIX + key);
            CardNumber card = CardPolicy.number(reported.card(), till.coalition());
            Tenant.Outlet outlet = PurchasePolicy.outlet(tenant, reported.outlet());
            String reference = FieldPolicy.required("reference", reported.reference());
            var date = new PurchasePolicy(till.coalition(), tenant, till.now())
                    .businessDate(FieldPolicy.present("businessDate", reported.businessDate()));
            if (reported.points().isZero()) {
                throw new Refusal(RefusalCode.POINTS_NOT_POSITIVE);
            }
            return RedemptionItem.of(new RedemptionItem.Checked(
                    tenant.id(),
                    CanonicalRequest.reported(key, card, outlet.code(), reported.points(), date, reference),
                    CanonicalRequest.reported(captureKey, card, outlet.code(), reported.points(), date, reference),
                    card,
                    outlet.id(),
                    reported.points(),
                    date,
                    till.now(),
                    value.inTheOnlyCurrency(tenant, date, reported.points())));
        } catch (Refusal refusal) {
            return RedemptionItem.refused(refusal);
        }
    }

    private void post(
            List<RedemptionItem> batch,
            Function<RedemptionItem, Posting> step,
            BiConsumer<RedemptionItem, Outcome> answer) {
        List<RedemptionItem> alive = alive(batch);
        if (alive.isEmpty()) {
            return;
        }
        List<Outcome> outcomes = ledger.post(alive.stream().map(step).toList());
        for (int i = 0; i < alive.size(); i++) {
            answer.accept(alive.get(i), outcomes.get(i));
        }
    }

    private static List<RedemptionItem> alive(List<RedemptionItem> batch) {
        return batch.stream().filter(RedemptionItem::isAlive).toList();
    }
}
