package eu.kontor.ledger.domain;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Returned;
import eu.kontor.ledger.api.TransferKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A purchase as the ledger remembers it, for its reversal; or points that were given without one.
 *
 * @param gave the kind by which the points came
 * @param tenant whose purchase it is
 * @param businessDate of the purchase; empty when it earned nothing
 * @param parts what it earned, by funder and pocket; one of nothing when it earned nothing
 * @param returned what of it was taken back already
 */
public record PostedPurchase(
        long number,
        int tenant,
        TransferKind gave,
        Optional<LocalDate> businessDate,
        List<Earned> parts,
        ReturnedSoFar returned) {

    public PostedPurchase {
        parts = List.copyOf(parts);
    }

    /**
     * What it earned from one funder in one pocket.
     *
     * @param tenant the funder
     * @param outlet 0 when it earned nothing, and where the funder is another tenant
     * @param pocket empty when it earned nothing
     * @param expired how many of the points expired since
     * @param back how many were taken back until now, are owed for it, or had expired
     * @param backExpired how many of those had expired
     */
    public record Earned(
            int tenant, int outlet, Optional<Pocket> pocket, long points, long expired, long back, long backExpired) {

        Place place() {
            return new Place(tenant, outlet);
        }

        /** What a return takes: first what had expired, which is gone and neither taken nor owed. */
        Due due(AwardShare share) {
            long now = Math.max(share.of(points) - back, 0);
            long gone = Math.min(now, Math.max(expired - backExpired, 0));
            return new Due(this, now - gone, gone);
        }
    }

    /**
     * @param left what can be taken or is owed
     * @param expired what had expired
     */
    record Due(Earned of, long left, long expired) {

        Earned settled() {
            return new Earned(
                    of.tenant,
                    of.outlet,
                    of.pocket,
                    of.points,
                    of.expired,
                    of.back + left + expired,
                    of.backExpired + expired);
        }
    }

    /**
     * @param member whose purchase it is
     * @throws Refusal {@code PURCHASE_ALREADY_REVERSED}, and as {@link ReturnedSoFar#next}
     */
    ReturnedSoFar.Step next(long member, Optional<Returned> now) {
        if (returned.isAll()) {
            throw new Refusal(
                    RefusalCode.PURCHASE_ALREADY_REVERSED, "id", new PostingId(new MemberId(member), number).text());
        }
        return returned.next(now);
    }

    /**
     * What a return would take, part by part.
     *
     * @throws Refusal as {@link #next}
     */
    List<Due> dues(long member, Optional<Returned> now) {
        AwardShare share = next(member, now).share();
        return parts.stream().map(part -> part.due(share)).toList();
    }

    PostedPurchase after(ReturnedSoFar now, List<Due> dues) {
        return new PostedPurchase(
                number,
                tenant,
                gave,
                businessDate,
                dues.stream().map(Due::settled).toList(),
                now);
    }
}
