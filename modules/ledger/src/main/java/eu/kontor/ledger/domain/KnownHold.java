package eu.kontor.ledger.domain;

import eu.kontor.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A hold of a member: open until it is captured, voided or expired.
 *
 * @param parts in the order of their pockets, the soonest to expire first
 * @param pendingOf the purchase whose points wait in it; 0 for a redemption's
 * @param ending empty while it is open
 */
public record KnownHold(
        long number,
        int tenant,
        int outlet,
        Instant expires,
        List<HoldPart> parts,
        long pendingOf,
        Optional<HoldEnding> ending) {

    public KnownHold {
        parts = List.copyOf(parts);
    }

    public long points() {
        return parts.stream().mapToLong(HoldPart::points).sum();
    }

    /** No till made it, and none can end it. */
    boolean isPending() {
        return pendingOf != 0;
    }

    boolean isOpen() {
        return ending.isEmpty();
    }

    boolean isOverdue(Instant now) {
        return isOpen() && !now.isBefore(expires);
    }

    KnownHold ended(HoldEnding how) {
        return new KnownHold(number, tenant, outlet, expires, parts, pendingOf, Optional.of(how));
    }

    /** @throws Refusal if nothing was redeemed with it and nothing will be */
    void mustNotBeGivenUp(String id) {
        if (ending.filter(HoldEnding.CAPTURED::equals).isEmpty()) {
            mustBeOpen(id);
        }
    }

    /** @throws Refusal that says of which hold and how it ended */
    void mustBeOpen(String id) {
        ending.ifPresent(how -> {
            throw new Refusal(how.refusal(), "hold", id, "held", points(), "expired", expires.toString());
        });
    }
}
