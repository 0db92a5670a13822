package eu.kontor.ledger.domain;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.Pocket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A captured redemption as the ledger remembers it, for its return.
 *
 * @param hold its number
 * @param tenant who was paid for the points
 * @param businessDate of the capture
 * @param drawn what was taken, in the order in which it left
 * @param returned how many of the points came back already
 * @param returns in how many returns
 */
public record PostedRedemption(
        long hold, int tenant, int outlet, LocalDate businessDate, List<Drawn> drawn, long returned, int returns) {

    public PostedRedemption {
        drawn = List.copyOf(drawn);
    }

    /**
     * Points of one lot.
     *
     * @param tenant that issued them
     * @param issued the day
     */
    public record Drawn(Pocket pocket, int tenant, int outlet, LocalDate issued, long points) {

        Place issuer() {
            return new Place(tenant, outlet);
        }

        private Drawn some(long some) {
            return new Drawn(pocket, tenant, outlet, issued, some);
        }
    }

    Place redeemer() {
        return new Place(tenant, outlet);
    }

    long points() {
        return drawn.stream().mapToLong(Drawn::points).sum();
    }

    /**
     * @param wanted empty for all that is left
     * @param id by which the redemption is told
     * @throws Refusal {@code REDEMPTION_ALREADY_RETURNED}, {@code POINTS_NOT_POSITIVE}, {@code RETURN_EXCEEDS_REDEMPTION}
     */
    long toReturn(Optional<Long> wanted, String id) {
        long left = points() - returned;
        long points = wanted.orElse(left);
        if (left == 0) {
            throw new Refusal(RefusalCode.REDEMPTION_ALREADY_RETURNED, "id", id);
        }
        if (points <= 0) {
            throw new Refusal(RefusalCode.POINTS_NOT_POSITIVE);
        }
        if (points > left) {
            throw new Refusal(RefusalCode.RETURN_EXCEEDS_REDEMPTION, "left", left, "wanted", points);
        }
        return points;
    }

    /** What is missing to so many that shall be back in all; none if they are. */
    long missingTo(long inAll) {
        return Math.max(Math.min(inAll, points()) - returned, 0);
    }

    /** The last that were taken, and are not back yet, in the order in which they left. */
    List<Drawn> last(long points) {
        List<Drawn> back = new ArrayList<>();
        long skipped = returned;
        long missing = points;
        for (Drawn lot : drawn.reversed()) {
            long there = lot.points() - Math.min(skipped, lot.points());
            skipped -= lot.points() - there;
            long part = Math.min(there, missing);
            if (part > 0) {
                back.addFirst(lot.some(part));
                missing -= part;
            }
        }
        return back;
    }

    boolean isAllBack() {
        return returned == points();
    }

    PostedRedemption after(long points) {
        return new PostedRedemption(hold, tenant, outlet, businessDate, drawn, returned + points, returns + 1);
    }
}
