package eu.kontor.checkout.application;

import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.checkout.application.RedemptionReturnItem.CheckedReturn;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.checkout.domain.RedemptionPolicy;
import eu.kontor.checkout.persistence.FiledAnswers;
import eu.kontor.checkout.persistence.FiledAnswers.FiledRedemption;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Redemptions that come back: found by the id of their hold or the till's own words, with what their points had paid. */
@Service
public class ReturnedRedemptions {

    /** Own words name one redemption; two of the same are enough to know that they do not. */
    private static final int ENOUGH_TO_DOUBT = 2;

    private final Transactions transactions;
    private final FiledAnswers filed;
    private final CheckedStamps stamps;

    @Inject
    public ReturnedRedemptions(Transactions transactions, FiledAnswers filed, CheckedStamps stamps) {
        this.transactions = transactions;
        this.filed = filed;
        this.stamps = stamps;
    }

    /** @throws Refusal for what cannot be */
    RedemptionReturnItem item(
            Tenant tenant, String requestKey, OriginalRedemption original, Optional<Points> points, TillStamp stamp) {
        String key = FieldPolicy.requestKey(requestKey);
        points.ifPresent(RedemptionPolicy::some);
        PostingId hold = idOf(tenant, original);
        Optional<FiledRedemption> held = transactions.asTenant(tenant.id(), unit -> filed.redemption(unit, hold));
        return new RedemptionReturnItem(
                tenant.id(),
                new CheckedReturn(
                        CanonicalRequest.returnRedemption(key, hold.text(), points, stamp),
                        hold,
                        points,
                        false,
                        stamps.check(tenant, stamp),
                        back -> held.flatMap(redemption -> value(redemption, back))));
    }

    private PostingId idOf(Tenant tenant, OriginalRedemption original) {
        return switch (original) {
            case OriginalRedemption.ByHold named -> PostingId.parse(named.hold(), RefusalCode.HOLD_UNKNOWN);
            case OriginalRedemption.ByOwnWords named -> byWords(tenant, named.words());
        };
    }

    private PostingId byWords(Tenant tenant, OwnWords words) {
        int outlet = TenantTillRecords.outlet(tenant.openTo(Optional.empty()), words);
        List<FiledRedemption> found = transactions.asTenant(
                tenant.id(),
                unit -> filed.redemptions(unit, outlet, words.businessDate(), words.reference(), ENOUGH_TO_DOUBT));
        if (found.isEmpty()) {
            throw new Refusal(RefusalCode.HOLD_UNKNOWN, "id", words.reference());
        }
        if (found.size() > 1) {
            throw new Refusal(RefusalCode.REDEMPTION_AMBIGUOUS, "reference", words.reference());
        }
        return new PostingId(found.getFirst().member(), found.getFirst().number());
    }

    /** As much of what all points of the hold would have paid: what they paid then, not what points pay now. */
    private static Optional<MoneyAmount> value(FiledRedemption held, Points back) {
        return held.value().map(all -> RedemptionPolicy.part(all, held.points(), back));
    }
}
