package eu.kontor.checkout.application;

import eu.kontor.checkout.api.OriginalRedemption;
import eu.kontor.checkout.api.TillRecords.OwnWords;
import eu.kontor.checkout.api.TillStamp;
import eu.kontor.checkout.application.CheckedStamps.CheckedStamp;
import eu.kontor.checkout.application.RedemptionReturnItem.CheckedReturn;
import eu.kontor.checkout.domain.CanonicalRequest;
import eu.kontor.checkout.domain.FieldPolicy;
import eu.kontor.checkout.domain.RedemptionPolicy;
import eu.kontor.checkout.domain.TicketPolicy;
import eu.kontor.checkout.persistence.FiledAnswers;
import eu.kontor.checkout.persistence.FiledAnswers.FiledRedemption;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Transactions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Redemptions that come back: found by the id of their hold or the till's own words, with what their points had paid. */
@Service
public class ReturnedRedemptions {

    /** Tries at one bill: each of them was voided or expired but the one that was captured. Nobody tries so often. */
    private static final int MOST_TRIES = 10;

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
        CheckedStamp checked = stamps.check(tenant, stamp);
        return new RedemptionReturnItem(
                tenant.id(),
                new CheckedReturn(
                        CanonicalRequest.returnRedemption(
                                key,
                                hold.text(),
                                points,
                                stamp,
                                held.flatMap(redemption -> back(redemption, points, checked))),
                        hold,
                        points,
                        false,
                        checked,
                        back -> held.flatMap(redemption -> value(redemption, back))),
                // One of a moment ago is not filed yet; then it was small enough to be asked for, or its points are
                // said.
                points.or(() -> held.flatMap(FiledRedemption::endedPoints))
                        .or(() -> held.map(FiledRedemption::points))
                        .orElse(Points.ZERO));
    }

    /** What a return is known by under any key. All of it is all that was captured. */
    private static Optional<Ticket> back(FiledRedemption held, Optional<Points> points, CheckedStamp stamp) {
        return TicketPolicy.redemptionBack(
                new PostingId(held.member(), held.number()),
                stamp.outletOr(held.outletId()),
                stamp.businessDate(),
                stamp.reference(),
                points.or(held::endedPoints).orElseGet(held::points).toString());
    }

    PostingId idOf(Tenant tenant, OriginalRedemption original) {
        return switch (original) {
            case OriginalRedemption.ByHold named -> PostingId.parse(named.hold(), RefusalCode.HOLD_UNKNOWN);
            case OriginalRedemption.ByOwnWords named -> byWords(tenant, named.words());
        };
    }

    private PostingId byWords(Tenant tenant, OwnWords words) {
        int outlet = TenantTillRecords.outlet(tenant.openTo(Optional.empty()), words);
        List<FiledRedemption> found = transactions.asTenant(
                tenant.id(),
                unit -> filed.redemptions(unit, outlet, words.businessDate(), words.reference(), MOST_TRIES));
        if (found.isEmpty()) {
            throw new Refusal(RefusalCode.HOLD_UNKNOWN, "id", words.reference());
        }
        List<FiledRedemption> captured = found.stream()
                .filter(redemption ->
                        redemption.state().filter("captured"::equals).isPresent())
                .toList();
        List<FiledRedemption> meant = captured.isEmpty() ? found : captured;
        if (meant.size() > 1) {
            throw new Refusal(RefusalCode.REDEMPTION_AMBIGUOUS, "reference", words.reference());
        }
        return new PostingId(meant.getFirst().member(), meant.getFirst().number());
    }

    /** As much of what all points of the hold would have paid: what they paid then, not what points pay now. */
    private static Optional<MoneyAmount> value(FiledRedemption held, Points back) {
        return held.value().map(all -> RedemptionPolicy.part(all, held.points(), back));
    }
}
