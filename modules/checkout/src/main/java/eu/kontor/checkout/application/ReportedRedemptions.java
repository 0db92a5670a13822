package eu.kontor.checkout.application;

import eu.kontor.tenancy.api.Component;
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
@Component
public class ReportedRedemptions implements FeedRedemptions {

    private final Counter counter;
    private final RedemptionValue value;
    private final Transactions transactions;
    private final Cards cards;
    private final Ledger ledger;

    @Inject
    public ReportedRedemptions(
            Counter counter, RedemptionValue value, Transactions transactions, Cards cards, Ledger ledger) {
        this.counter = counter;
        this.value = value;
        this.transactions = transactions;
        this.cards = cards;
        this.ledger = ledger;
    }

    @Override
    public List<RedemptionOutcome> redeem(TenantId tenantId, List<Redemption> redemptions, Checkpoint checkpoint) {
        Tenant tenant = counter.active(tenantId);
        List<RedemptionInHand> batch =
                redemptions.stream().map(reported -> check(tenant, reported)).toList();
        return transactions.asPoster(unit -> {
            cards.enrol(tenantId, CardInHand.resolve(cards, tenantId, batch));
            post(batch, RedemptionInHand::authorize, RedemptionInHand::authorized);
            post(batch, RedemptionInHand::capture, RedemptionInHand::captured);
            List<RedemptionOutcome> outcomes =
                    batch.stream().map(RedemptionInHand::outcome).toList();
            checkpoint.write(unit, outcomes);
            return outcomes;
        });
    }

    private RedemptionInHand check(Tenant tenant, Redemption reported) {
        try {
            String key = FieldPolicy.requestKey(reported.requestKey());
            String captureKey = FieldPolicy.requestKey(RedemptionInHand.CAPTURE_PREFIX + key);
            CardNumber card = CardPolicy.number(reported.card(), counter.coalition());
            Tenant.Outlet outlet = PurchasePolicy.outlet(tenant, reported.outlet());
            String reference = FieldPolicy.required("reference", reported.reference());
            var date = new PurchasePolicy(counter.coalition(), tenant, counter.now())
                    .businessDate(FieldPolicy.present("businessDate", reported.businessDate()));
            if (reported.points().isZero()) {
                throw new Refusal(RefusalCode.POINTS_NOT_POSITIVE);
            }
            return RedemptionInHand.of(new RedemptionInHand.Checked(
                    tenant.id(),
                    CanonicalRequest.reported(key, card, outlet.code(), reported.points(), date, reference),
                    CanonicalRequest.reported(captureKey, card, outlet.code(), reported.points(), date, reference),
                    card,
                    outlet.id(),
                    reported.points(),
                    date,
                    counter.now(),
                    value.inTheOnlyCurrency(tenant, date, reported.points())));
        } catch (Refusal refusal) {
            return RedemptionInHand.refused(refusal);
        }
    }

    private void post(
            List<RedemptionInHand> batch,
            Function<RedemptionInHand, Posting> step,
            BiConsumer<RedemptionInHand, Outcome> answer) {
        List<RedemptionInHand> alive = alive(batch);
        if (alive.isEmpty()) {
            return;
        }
        List<Outcome> outcomes = ledger.post(alive.stream().map(step).toList());
        for (int i = 0; i < alive.size(); i++) {
            answer.accept(alive.get(i), outcomes.get(i));
        }
    }

    private static List<RedemptionInHand> alive(List<RedemptionInHand> batch) {
        return batch.stream().filter(RedemptionInHand::isAlive).toList();
    }
}
