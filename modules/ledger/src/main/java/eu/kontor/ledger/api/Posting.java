package eu.kontor.ledger.api;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** One item of a batch: what shall happen to one member's points, in the name of one tenant. */
public sealed interface Posting {

    RequestKey request();

    MemberId member();

    /** The partner in whose books it is: who issues, redeems or takes back. */
    TenantId tenant();

    /** The day on which it happened at the outlet; decides the settlement window. */
    LocalDate businessDate();

    /**
     * What to tell others when this is newly posted (not on a replay): a topic and a JSON payload.
     */
    Optional<Note> note();

    /** Everyone whose points it may move. */
    default Stream<MemberId> members() {
        return Stream.of(member());
    }

    /** @param payload JSON; the outbox adds the posting's number as reference */
    record Note(String topic, String payload) {}

    /**
     * Points for a purchase. Zero points are a purchase too: remembered by its key, without a transfer.
     *
     * @param outlet the tenant's outlet id
     * @param programVersion which version of the tenant's program gave the points
     */
    record Earn(
            RequestKey request,
            MemberId member,
            TenantId tenant,
            int outlet,
            LocalDate businessDate,
            Pocket pocket,
            Points points,
            int programVersion,
            Optional<Note> note)
            implements Posting {}

    /** Reserves points for a redemption until {@code expires}; draws on pockets in their order. */
    record Authorize(
            RequestKey request,
            MemberId member,
            TenantId tenant,
            int outlet,
            LocalDate businessDate,
            Points points,
            Instant expires,
            Optional<Note> note)
            implements Posting {}

    /** Turns a hold into a redemption; fewer points than held release the rest. */
    record Capture(
            RequestKey request,
            MemberId member,
            TenantId tenant,
            LocalDate businessDate,
            PostingId hold,
            Optional<Points> points,
            Optional<Note> note)
            implements Posting {}

    /** Gives up a hold. */
    record VoidHold(
            RequestKey request,
            MemberId member,
            TenantId tenant,
            LocalDate businessDate,
            PostingId hold,
            Optional<Note> note)
            implements Posting {}

    /**
     * Takes back what a purchase earned. What the member no longer has becomes a debt to the partner, which the next
     * earnings repay first (see the decision record on reversals).
     */
    record Reverse(
            RequestKey request,
            MemberId member,
            TenantId tenant,
            LocalDate businessDate,
            PostingId purchase,
            Optional<Note> note)
            implements Posting {}

    /**
     * Passes points on to another member, the soonest to expire and the oldest first. They stay the points of the partners
     * that issued them, of the day on which they were issued (see the decision record on gifts).
     *
     * @param member the giver
     * @param tenant where it was asked for; nothing is settled with it
     */
    record Gift(
            RequestKey request,
            MemberId member,
            MemberId recipient,
            TenantId tenant,
            int outlet,
            LocalDate businessDate,
            Points points,
            Optional<Note> note)
            implements Posting {

        @Override
        public Stream<MemberId> members() {
            return Stream.of(member, recipient);
        }
    }
}
