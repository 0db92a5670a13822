package eu.kontor.checkout.application;

import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.checkout.api.FeedPosting.Corrections;
import eu.kontor.checkout.api.FeedPosting.LineOutcome;
import eu.kontor.checkout.persistence.LockWithoutWaiting;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A prepared batch of a file. Its transaction runs beside that of the batch before: what concerns other members is posted at
 * once, and what concerns the same ones when that batch is committed.
 *
 * <p>Two transactions of which one waits for the other outside the database must never wait for each other inside it. So a batch
 * locks its members after the batch before did, which from then on waits for nobody; and what it locks later it takes at once or
 * not at all: then it is rolled back and posted in its turn. Should somebody be in the way there too, the feed backs off.
 */
final class FeedBatch implements FeedPosting.Prepared {

    /** SQL states: no lock within the time allowed, and a circle of waiting transactions. */
    private static final Set<String> IN_THE_WAY = Set.of("55P03", "40P01");

    private final TillContext till;
    private final Transactions transactions;
    private final ItemPipeline pipeline;
    private final TicketCorrections corrections;
    private final TenantId tenant;
    private final List<TillItem> batch;
    private final List<TillItem> lines;
    private final List<CalledOffItem> calledOff;
    private final List<TicketItem> exchanges;
    private final List<TicketReturnItem> ticketsBack;
    private final List<ReturnCallItem> returnsCalledOff;
    private final List<TillItem> told;
    private final Corrections mode;
    private final Rooms rooms;
    private final Asked asked;

    /** What stands of what would be taken back, and is not: of sales that a state takes back from the beginning on. */
    private final Map<TillItem, PostingId> heldAnyway;

    /** What all batches share. */
    record Rooms(
            TillContext till,
            Transactions transactions,
            ItemPipeline pipeline,
            TicketCorrections corrections,
            ToldRedemptions told,
            ReturnsOfFiles returned) {}

    /**
     * What becomes of what was posted otherwise.
     *
     * @param held of the batch, what is not posted whatever comes, and what it would take back
     */
    record Correcting(Corrections mode, Map<TillItem, PostingId> held) {}

    /**
     * When tills were asked what they had told of redemptions.
     *
     * @param seen what had been posted shortly before or meanwhile when they were asked last: they have told it
     */
    record Asked(Instant at, Set<PostingId> seen) {}

    /** A till told something after it was asked: it is asked again, and nothing was posted. */
    private static final class ToldMeanwhile extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Set<PostingId> seen;

        ToldMeanwhile(Set<PostingId> seen) {
            super("a till redeemed points after it was asked what it redeemed", null, false, false);
            this.seen = seen;
        }
    }

    /** What points had paid of what is corrected must be looked up first, outside of the poster's transaction; nothing was posted. */
    private static final class PaidUnknown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Map<SaleItem, PostingId> corrected;

        PaidUnknown(Map<SaleItem, PostingId> corrected) {
            super("it is not known what points had paid of tickets that are corrected", null, false, false);
            this.corrected = corrected;
        }
    }

    /**
     * @param batch resolved and evaluated
     * @param asked when the batch was looked through for what tills had told
     */
    FeedBatch(Rooms rooms, TenantId tenant, List<TillItem> batch, Correcting correcting, Asked asked) {
        this.rooms = rooms;
        this.asked = asked;
        this.till = rooms.till();
        this.transactions = rooms.transactions();
        this.pipeline = rooms.pipeline();
        this.corrections = rooms.corrections();
        this.tenant = tenant;
        this.batch = batch;
        this.mode = correcting.mode();
        this.heldAnyway = correcting.held();
        this.told = batch.stream()
                .filter(TillItem::isAlive)
                .filter(item -> item instanceof RedemptionItem redemption
                        && redemption.told().isPresent())
                .toList();
        this.lines = batch.stream()
                .filter(TillItem::isAlive)
                .filter(item ->
                        !(item instanceof CalledOffItem || item instanceof ReturnCallItem || item instanceof KnownItem))
                .filter(item -> !told.contains(item) && !heldAnyway.containsKey(item))
                .toList();
        this.calledOff = among(batch, CalledOffItem.class);
        this.exchanges = among(lines, TicketItem.class);
        this.ticketsBack = among(lines, TicketReturnItem.class);
        this.returnsCalledOff = among(batch, ReturnCallItem.class);
    }

    private static <I extends TillItem> List<I> among(List<TillItem> items, Class<I> kind) {
        return items.stream()
                .filter(TillItem::isAlive)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Override
    public Set<MemberId> members() {
        return lines.stream().flatMap(line -> line.members().stream()).collect(Collectors.toSet());
    }

    @Override
    public Set<String> tickets() {
        return lines.stream()
                .flatMap(line -> line.ticket().stream())
                .map(Ticket::name)
                .collect(Collectors.toSet());
    }

    /** What may not be posted beside the batch before: the same members, the same tickets. */
    private record Before(Set<MemberId> members, Set<String> tickets) {

        static final Before NONE = new Before(Set.of(), Set.of());

        boolean shares(TillItem item) {
            return item.members().stream().anyMatch(members::contains)
                    || item.ticket()
                            .filter(ticket -> tickets.contains(ticket.name()))
                            .isPresent();
        }

        boolean isEmpty() {
            return members.isEmpty() && tickets.isEmpty();
        }
    }

    @Override
    public List<LineOutcome> post(FeedPosting.Checkpoint checkpoint, FeedPosting.Turn turn) {
        Before before = new Before(turn.membersBefore(), turn.ticketsBefore());
        turn.awaitLocksBefore();
        try {
            return post(before, checkpoint, turn, false);
        } catch (DatabaseFailure e) {
            if (before.isEmpty() || e.sqlState() == null || !IN_THE_WAY.contains(e.sqlState())) {
                throw e;
            }
            turn.awaitCommitBefore();
            return inItsTurn(checkpoint, turn);
        } catch (ToldMeanwhile e) {
            turn.awaitCommitBefore();
            return askedAgain(e.seen).inItsTurn(checkpoint, turn);
        } catch (PaidUnknown e) {
            turn.awaitCommitBefore();
            return asked(e).inItsTurn(checkpoint, turn);
        }
    }

    /** The batch behind it may have locked what this one wants, since this one said that it had locked: it never waits in the database. */
    private List<LineOutcome> inItsTurn(FeedPosting.Checkpoint checkpoint, FeedPosting.Turn turn) {
        try {
            return post(Before.NONE, checkpoint, turn, true);
        } catch (ToldMeanwhile e) {
            return askedAgain(e.seen).inItsTurn(checkpoint, turn);
        } catch (PaidUnknown e) {
            return asked(e).inItsTurn(checkpoint, turn);
        }
    }

    private FeedBatch asked(PaidUnknown e) {
        rooms.returned().lookUpWhatPaid(till.active(tenant), e.corrected);
        return this;
    }

    /** Few batches correct anything: what paid is asked for those alone. What this batch itself has posted no points paid for. */
    private void mustKnowWhatPaid(List<TillItem> again) {
        Set<PostingId> own = lines.stream()
                .flatMap(item -> sale(item).stream())
                .flatMap(sale -> Optional.ofNullable(sale.posted()).stream())
                .filter(posted -> !posted.replayed())
                .map(Outcome.Posted::id)
                .collect(Collectors.toSet());
        Map<SaleItem, PostingId> unknown = new IdentityHashMap<>();
        for (TillItem item : again) {
            sale(item).ifPresent(sale -> {
                PostingId first = TicketCorrections.first(item);
                if (own.contains(first)) {
                    sale.corrects(first);
                } else if (!sale.knowsWhatPaid(first)) {
                    unknown.put(sale, first);
                }
            });
        }
        if (!unknown.isEmpty()) {
            throw new PaidUnknown(unknown);
        }
    }

    private static Optional<SaleItem> sale(TillItem item) {
        return switch (item) {
            case SaleItem sale -> Optional.of(sale);
            case TicketItem exchange -> Optional.of(exchange.sale());
            default -> Optional.empty();
        };
    }

    /** Each time something else was posted meanwhile: a member is not redeemed for so often that this does not end. */
    private FeedBatch askedAgain(Set<PostingId> seen) {
        Asked now = new Asked(till.now(), seen);
        return new FeedBatch(rooms, tenant, rooms.told().among(tenant, batch), new Correcting(mode, heldAnyway), now);
    }

    /** Under the locks of their members. */
    private void mustHaveBeenTold(List<TillItem> items) {
        Set<PostingId> since = rooms.told().since(tenant, items, asked.at());
        if (!asked.seen().containsAll(since)) {
            throw new ToldMeanwhile(since);
        }
    }

    private List<LineOutcome> post(
            Before before, FeedPosting.Checkpoint checkpoint, FeedPosting.Turn turn, boolean isSecondTry) {
        till.active(tenant);
        List<TillItem> shared = lines.stream().filter(before::shares).toList();
        List<TillItem> own = shared.isEmpty()
                ? lines
                : lines.stream().filter(line -> !before.shares(line)).toList();
        return transactions.asPoster(unit -> {
            if (isSecondTry) {
                LockWithoutWaiting.begin(unit);
            }
            enrol(own);
            lock(own);
            turn.locked();
            pipeline.postSteps(alone(own));
            turn.awaitCommitBefore();
            if (!shared.isEmpty()) {
                LockWithoutWaiting.begin(unit);
                enrol(shared);
                lock(shared);
                pipeline.postSteps(alone(shared));
            }
            List<TillItem> again = new ArrayList<>(TicketCorrections.among(lines));
            told.stream().filter(TillItem::isAlive).forEach(again::add);
            Map<TillItem, PostingId> held = new IdentityHashMap<>(heldAnyway);
            if (mode == Corrections.HOLD) {
                hold(again, held);
            } else {
                correct(unit, again);
                callOff(unit);
            }
            exchange(unit, held);
            takeBack(unit);
            corrections.refuseWhatStands(returnsCalledOff);
            List<LineOutcome> outcomes = batch.stream()
                    .map(item -> OutcomeOfLine.of(item, Optional.ofNullable(held.get(item))))
                    .toList();
            checkpoint.write(unit, outcomes);
            return outcomes;
        });
    }

    private void lock(List<TillItem> items) {
        pipeline.lock(items.stream().flatMap(line -> line.members().stream()).collect(Collectors.toSet()));
        mustHaveBeenTold(items);
    }

    /** After everything else: a line may correct one of this file. Whose card it was before is not locked yet. */
    private void correct(UnitOfWork unit, List<TillItem> again) throws SQLException {
        if (!again.isEmpty()) {
            mustKnowWhatPaid(again);
            LockWithoutWaiting.begin(unit);
            for (TillItem item : again) {
                corrections.correct(unit, item);
            }
        }
    }

    /** Each whole or not at all, which those that stand alone are not. */
    private void exchange(UnitOfWork unit, Map<TillItem, PostingId> held) throws SQLException {
        if (!exchanges.isEmpty()) {
            LockWithoutWaiting.begin(unit);
            for (TicketItem exchange : exchanges) {
                pipeline.postWhole(unit, exchange);
                if (TicketCorrections.isPostedOtherwise(exchange)) {
                    if (mode == Corrections.HOLD) {
                        held.put(exchange, TicketCorrections.first(exchange));
                    } else {
                        mustKnowWhatPaid(List.of(exchange));
                        corrections.correct(unit, exchange);
                    }
                }
            }
        }
    }

    /** Tickets that points paid for a part of: those come back with the goods, or nothing does. */
    private void takeBack(UnitOfWork unit) throws SQLException {
        if (!ticketsBack.isEmpty()) {
            LockWithoutWaiting.begin(unit);
            for (TicketReturnItem ticket : ticketsBack) {
                pipeline.postWhole(unit, ticket);
            }
        }
    }

    private static List<TillItem> alone(List<TillItem> items) {
        return items.stream()
                .filter(item -> !(item instanceof TicketItem || item instanceof TicketReturnItem))
                .toList();
    }

    /** Says what they would take back; nothing is posted for them. */
    private void hold(List<TillItem> again, Map<TillItem, PostingId> held) {
        again.forEach(item -> held.put(item, TicketCorrections.first(item)));
        Map<Ticket, PostingId> standing = corrections.standing(
                tenant,
                calledOff.stream().flatMap(call -> call.ticket().stream()).toList());
        for (CalledOffItem call : calledOff) {
            call.begin();
            call.first(standing).ifPresent(first -> held.put(call, first));
        }
    }

    private void callOff(UnitOfWork unit) throws SQLException {
        if (!calledOff.isEmpty()) {
            LockWithoutWaiting.begin(unit);
            calledOff.forEach(CalledOffItem::begin);
            corrections.callOff(unit, tenant, calledOff);
        }
    }

    /** Before the ledger's locks, as everywhere. */
    private void enrol(List<TillItem> items) {
        pipeline.enrol(
                tenant, items.stream().flatMap(item -> item.toEnrol().stream()).collect(Collectors.toSet()));
    }
}
