package eu.kontor.ledger.api;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One item of a batch: what shall happen to one member's points, in the name of one tenant. */
public sealed interface Posting {

    RequestKey request();

    MemberId member();

    /** The tenant in whose books it is: who issues, redeems or takes back. */
    TenantId tenant();

    /** The day on which it happened at the outlet; decides the settlement window. */
    LocalDate businessDate();

    /**
     * What to tell others when this is newly posted (not on a replay): a topic and a JSON payload.
     */
    Optional<Note> note();

    /** The same, caused by an actor. */
    Posting by(ActorId actor);

    /** Everyone whose points it may move. */
    default Stream<MemberId> members() {
        return Stream.of(member());
    }

    /**
     * A message about the posting; the outbox adds the posting's number as reference.
     *
     * @param payload makes JSON of what the posting did, so that an answer is kept as it was given
     */
    record Note(String topic, Function<Effect, String> payload) {

        /** One that says nothing of what the posting did. */
        public Note(String topic, String payload) {
            this(topic, effect -> payload);
        }
    }

    /**
     * What a new posting did, as its first answer says it.
     *
     * @param points earned, held, redeemed, released or taken back
     * @param availableAfter what the member could redeem right after it, over all pockets
     * @param debtAfter what the member owed right after it, to all tenants
     * @param repaid how many points repaid debts as part of it
     * @param back of a reversal
     */
    record Effect(
            PostingId id,
            Points points,
            Points availableAfter,
            Points debtAfter,
            Instant postedAt,
            Points repaid,
            Optional<Back> back) {

        /**
         * What was taken back beside the points.
         *
         * @param amount paid back, in the currency's smallest unit; 0 where all that was left came back without telling it
         * @param isLast nothing is left of the purchase
         * @param owed points that had been spent
         * @param expired points that had expired
         * @param amountBefore what earlier returns of it paid back, in the smallest unit
         */
        public record Back(long amount, boolean isLast, Points owed, Points expired, long amountBefore) {}
    }

    /**
     * Points for a purchase, in one or several parts: from several funders, into several pockets. Zero points are a purchase
     * too: remembered by its key, without a transfer.
     *
     * @param tenant whose purchase it is; who pays for the points, the parts say
     * @param outlet the tenant's outlet id. Points of another funder are in its books without an outlet
     * @param parts in the order in which they come into their pockets
     * @param programVersion which version of the tenant's program gave the points
     * @param spendableFrom until then nobody can spend them; empty for at once
     */
    record Earn(
            RequestKey request,
            MemberId member,
            TenantId tenant,
            int outlet,
            LocalDate businessDate,
            List<AwardPart> parts,
            int programVersion,
            Optional<Instant> spendableFrom,
            Optional<Note> note)
            implements Posting {
        @Override
        public Earn by(ActorId actor) {
            return new Earn(
                    request.by(actor),
                    member,
                    tenant,
                    outlet,
                    businessDate,
                    parts,
                    programVersion,
                    spendableFrom,
                    note);
        }

        /** Each is a transfer of its own; the batch's numbers are counted by two to three an item. */
        public static final int MOST_PARTS = 20;

        public Earn {
            parts = List.copyOf(parts);
            if (parts.isEmpty() || parts.size() > MOST_PARTS) {
                throw new IllegalArgumentException("an award has 1 to " + MOST_PARTS + " parts, not " + parts.size());
            }
        }

        /** Points that can be spent at once. */
        public Earn(
                RequestKey request,
                MemberId member,
                TenantId tenant,
                int outlet,
                LocalDate businessDate,
                List<AwardPart> parts,
                int programVersion,
                Optional<Note> note) {
            this(request, member, tenant, outlet, businessDate, parts, programVersion, Optional.empty(), note);
        }

        /** Of all parts. */
        public Points points() {
            return parts.stream().map(AwardPart::points).reduce(Points.ZERO, Points::plus);
        }
    }

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
            implements Posting {
        @Override
        public Authorize by(ActorId actor) {
            return new Authorize(request.by(actor), member, tenant, outlet, businessDate, points, expires, note);
        }
    }

    /**
     * Turns a hold into a redemption; fewer points than held release the rest.
     *
     * @param besidePurchase they pay for a part of a purchase that is posted with it: where that keeps points alive, it does and not this
     */
    record Capture(
            RequestKey request,
            MemberId member,
            TenantId tenant,
            LocalDate businessDate,
            PostingId hold,
            Optional<Points> points,
            boolean besidePurchase,
            Optional<Note> note)
            implements Posting {

        /** By itself. */
        public Capture(
                RequestKey request,
                MemberId member,
                TenantId tenant,
                LocalDate businessDate,
                PostingId hold,
                Optional<Points> points,
                Optional<Note> note) {
            this(request, member, tenant, businessDate, hold, points, false, note);
        }

        @Override
        public Capture by(ActorId actor) {
            return new Capture(request.by(actor), member, tenant, businessDate, hold, points, besidePurchase, note);
        }
    }

    /** Gives up a hold. */
    record VoidHold(
            RequestKey request,
            MemberId member,
            TenantId tenant,
            LocalDate businessDate,
            PostingId hold,
            Optional<Note> note)
            implements Posting {
        @Override
        public VoidHold by(ActorId actor) {
            return new VoidHold(request.by(actor), member, tenant, businessDate, hold, note);
        }
    }

    /**
     * Takes back what a purchase earned, or a part of it, every part of the award at its funder. What the member no longer has becomes a
     * debt to the funder, which the next earnings repay first (see the decision record on reversals).
     *
     * @param businessDate of the return; decides its window. The price is that of the purchase's day
     * @param returned empty for everything that is left
     * @param ofGoodwill it is of no purchase but of a {@link Goodwill}: neither is taken for the other
     */
    record Reverse(
            RequestKey request,
            MemberId member,
            TenantId tenant,
            LocalDate businessDate,
            PostingId purchase,
            Optional<Returned> returned,
            boolean ofGoodwill,
            Optional<Note> note)
            implements Posting {

        /** Of a purchase. */
        public Reverse(
                RequestKey request,
                MemberId member,
                TenantId tenant,
                LocalDate businessDate,
                PostingId purchase,
                Optional<Returned> returned,
                Optional<Note> note) {
            this(request, member, tenant, businessDate, purchase, returned, false, note);
        }

        @Override
        public Reverse by(ActorId actor) {
            return new Reverse(request.by(actor), member, tenant, businessDate, purchase, returned, ofGoodwill, note);
        }
    }

    /**
     * Points without a purchase, to make something good. They are no activity, and no outlet took part (see the decision record on
     * goodwill).
     *
     * @param tenant in whose books they are
     * @param byOperator the operator pays for them, and not the tenant
     */
    record Goodwill(
            RequestKey request,
            MemberId member,
            TenantId tenant,
            LocalDate businessDate,
            Points points,
            Pocket pocket,
            boolean byOperator,
            Optional<Note> note)
            implements Posting {

        @Override
        public Goodwill by(ActorId actor) {
            return new Goodwill(request.by(actor), member, tenant, businessDate, points, pocket, byOperator, note);
        }

        public TransferKind kind() {
            return byOperator ? TransferKind.OPERATOR_GOODWILL : TransferKind.GOODWILL;
        }
    }

    /**
     * Takes a redemption back after its capture, or a part of it: the points come back as old as they were and in the name of whom issued
     * them, the last that were taken first, and repay debts before they are available (see the decision record on returned redemptions).
     *
     * @param businessDate of the return; decides its window. The price is that of the capture's day
     * @param points empty for all that were not returned yet
     * @param inAll so many shall be back with it, whatever came back before: what is missing to them comes back now, and if nothing is,
     *     nothing does, which is remembered by its key and told to nobody
     */
    record ReturnRedemption(
            RequestKey request,
            MemberId member,
            TenantId tenant,
            LocalDate businessDate,
            PostingId hold,
            Optional<Points> points,
            boolean inAll,
            Optional<Note> note)
            implements Posting {

        /** So many points, beside those that came back before. */
        public ReturnRedemption(
                RequestKey request,
                MemberId member,
                TenantId tenant,
                LocalDate businessDate,
                PostingId hold,
                Optional<Points> points,
                Optional<Note> note) {
            this(request, member, tenant, businessDate, hold, points, false, note);
        }

        @Override
        public ReturnRedemption by(ActorId actor) {
            return new ReturnRedemption(request.by(actor), member, tenant, businessDate, hold, points, inAll, note);
        }

        public ReturnRedemption {
            if (inAll && points.isEmpty()) {
                throw new IllegalArgumentException("how many points shall be back in all");
            }
        }
    }

    /**
     * Passes points on to another member, the soonest to expire and the oldest first. They stay the points of the tenants
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
        public Gift by(ActorId actor) {
            return new Gift(request.by(actor), member, recipient, tenant, outlet, businessDate, points, note);
        }

        @Override
        public Stream<MemberId> members() {
            return Stream.of(member, recipient);
        }
    }

    /**
     * What may only be answered again: a retry hears its first answer, whatever happened since to what it was asked with, and nothing is
     * posted that was not posted before.
     *
     * @param first as it would be asked if it still might
     * @param otherwise what is answered when it was never asked before
     */
    record OnlyAgain(Posting first, Refusal otherwise) implements Posting {

        @Override
        public RequestKey request() {
            return first.request();
        }

        @Override
        public MemberId member() {
            return first.member();
        }

        @Override
        public TenantId tenant() {
            return first.tenant();
        }

        @Override
        public LocalDate businessDate() {
            return first.businessDate();
        }

        @Override
        public Optional<Note> note() {
            return first.note();
        }

        @Override
        public OnlyAgain by(ActorId actor) {
            return new OnlyAgain(first.by(actor), otherwise);
        }

        @Override
        public Stream<MemberId> members() {
            return first.members();
        }
    }
}
