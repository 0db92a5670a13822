package eu.kontor.ledger.application;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.ActorId;
import eu.kontor.ledger.api.Expire;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.Ticket;
import eu.kontor.ledger.domain.BatchDecision;
import eu.kontor.ledger.domain.RequestMark;
import eu.kontor.ledger.domain.WindowCalendar;
import eu.kontor.ledger.persistence.GiftRows;
import eu.kontor.ledger.persistence.LotRows;
import eu.kontor.ledger.persistence.OverdueRows;
import eu.kontor.ledger.persistence.PostingNumbers;
import eu.kontor.ledger.persistence.PostingReads;
import eu.kontor.ledger.persistence.PostingReads.AskedRequests;
import eu.kontor.ledger.persistence.PostingReads.Begun;
import eu.kontor.ledger.persistence.PostingReads.WantedPosting;
import eu.kontor.ledger.persistence.PostingWrites;
import eu.kontor.ledger.persistence.RedemptionRows;
import eu.kontor.ledger.persistence.TicketRows;
import eu.kontor.ledger.persistence.TicketRows.PostedTicket;
import eu.kontor.outbox.api.Message;
import eu.kontor.outbox.api.Outbox;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.SqlFile;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a batch of postings goes through.
 *
 * <ol>
 *   <li><b>Begin</b>: no window closes until the batch is committed. Lock every member of the batch, in one order, so that
 *       batches never wait in a circle; then read what they have and owe.
 *   <li><b>Recall</b>: the holds and purchases that items name; the lots of those who give.
 *   <li><b>Decide</b>: item by item in plain Java ({@link BatchDecision}); a refused item changes nothing.
 *   <li><b>Write</b>: one statement per table, and the messages to the outbox. The transaction's commit makes it all true.
 * </ol>
 *
 * <p>All requests are taken to be new at first: nearly all are, and looking for each of them costs as much as writing it. One that
 * is not fails at its unique key or ticket when it is written. Then, and when an item was refused, which no key stops, nothing has been
 * written; the batch begins once more and reads the first answers, too. Another batch may use the same key or ticket for another
 * member at this moment, whose lock this one does not have: then it may have to begin a third time.
 */
@Service
public class Poster implements Ledger {

    /** Whoever was in the way has committed by the third time, and then there are many of them or something is wrong. */
    private static final int MOST_BEGINNINGS = 5;

    private static final String POSTED = SqlFile.read("ledger/post/posted");

    private final Transactions transactions;
    private final Outbox outbox;
    private final LedgerCalendar calendar;

    @Inject
    public Poster(Transactions transactions, Outbox outbox, LedgerCalendar calendar) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.calendar = calendar;
    }

    @Override
    public List<Outcome> post(List<Posting> batch) {
        if (batch.size() > MAX_BATCH) {
            throw new IllegalArgumentException("a batch has at most " + MAX_BATCH + " items but has " + batch.size());
        }
        return batch.isEmpty() ? List.of() : transactions.asPoster(unit -> post(unit, batch));
    }

    @Override
    public List<Points> expire(ActorId by, List<Expire> pockets) {
        List<Long> members = pockets.stream()
                .map(pocket -> pocket.member().value())
                .distinct()
                .toList();
        if (members.size() > MAX_BATCH) {
            throw new IllegalArgumentException(
                    "a batch has at most " + MAX_BATCH + " members but has " + members.size());
        }
        return members.isEmpty()
                ? List.of()
                : transactions.asPoster(unit -> {
                    LockedAccounts locked = LockedAccounts.of(unit, calendar, members);
                    new LotRows(unit.connection()).tell(members, locked.decision());
                    List<Points> expired = pockets.stream()
                            .map(due -> locked.decision().expire(by, due))
                            .toList();
                    locked.write();
                    return expired;
                });
    }

    @Override
    public Map<Ticket, PostingId> standing(TenantId tenant, List<Ticket> tickets) {
        return transactions.asPoster(unit -> {
            TicketRows rows = new TicketRows(unit.connection());
            Map<Ticket, PostingId> standing = new HashMap<>();
            List<Ticket> asked = tickets;
            for (int time = 0; time < RequestMark.MOST_TIMES && !asked.isEmpty(); time++) {
                int nth = time;
                Map<Long, PostedTicket> found = rows.read(asked.stream()
                        .map(ticket -> RequestMark.ticketHash(tenant, ticket, nth))
                        .toList());
                List<Ticket> takenBack = new ArrayList<>();
                for (Ticket ticket : asked) {
                    PostedTicket posted = found.get(RequestMark.ticketHash(tenant, ticket, nth));
                    if (posted != null && posted.takenBack()) {
                        takenBack.add(ticket);
                    } else if (posted != null) {
                        standing.put(ticket, posted.id());
                    }
                }
                asked = takenBack;
            }
            return standing;
        });
    }

    @Override
    public Optional<PostingId> last(TenantId tenant, Ticket ticket) {
        List<Long> times = IntStream.range(0, RequestMark.MOST_TIMES)
                .mapToObj(time -> RequestMark.ticketHash(tenant, ticket, time))
                .toList();
        return transactions.asPoster(unit -> new TicketRows(unit.connection())
                .read(times).values().stream().map(PostedTicket::id).max(Comparator.comparingLong(PostingId::number)));
    }

    @Override
    public boolean knows(Posting posting) {
        return posted(posting.tenant(), posting.request().key()).isPresent();
    }

    @Override
    public Optional<PostingId> posted(TenantId tenant, String key) {
        return transactions.asPoster(unit -> unit.jdbi()
                .createQuery(POSTED)
                .bind("key", RequestMark.keyHash(tenant, key))
                .mapTo(PostingId.class)
                .findOne());
    }

    @Override
    public Set<PostingId> redemptionsSince(TenantId tenant, Collection<MemberId> members, Instant since) {
        return transactions.asPoster(unit -> new OverdueRows(unit.jdbi())
                .redemptionsSince(tenant, members.stream().map(MemberId::value).toList(), since));
    }

    @Override
    public void lock(Collection<MemberId> members) {
        transactions.asPoster(unit -> {
            new PostingReads(unit.connection())
                    .lock(members.stream().map(MemberId::value).toList());
            return null;
        });
    }

    private List<Outcome> post(UnitOfWork unit, List<Posting> batch) throws SQLException {
        Optional<List<Outcome>> answers = post(unit, batch, 1);
        for (int nth = 2; answers.isEmpty(); nth++) {
            answers = post(unit, batch, nth);
        }
        return answers.get();
    }

    /**
     * @param nth time that the batch begins; the first time all are taken to be new
     * @return empty when a request was perhaps answered before, or was at this moment; then nothing was written
     */
    private Optional<List<Outcome>> post(UnitOfWork unit, List<Posting> batch, int nth) throws SQLException {
        boolean isCertain = nth > 1;
        AskedRequests asked = isCertain ? AskedRequests.all(batch) : AskedRequests.ifNew(batch);
        PostingReads reads = new PostingReads(unit.connection());

        Begun begun = reads.begin(members(batch), asked);
        WindowCalendar windows = calendar.over(unit, begun.openWindows());
        PostingNumbers numbers = new PostingNumbers(unit.connection(), begun.number());
        BatchDecision decision = new BatchDecision(numbers, windows, calendar.now(), calendar.keepingAlive());
        begun.tell(decision);

        reads.readHolds(namedHolds(batch), decision);
        reads.readPurchases(namedPurchases(batch), decision);
        new RedemptionRows(unit.connection()).tell(returnedRedemptions(batch), decision);
        new LotRows(unit.connection()).tell(givers(batch), decision);
        new LotRows(unit.connection()).tell(decision.passing(), decision);

        decision.releaseOverdueHolds();
        List<Outcome> outcomes = batch.stream().map(decision::decide).toList();

        PostingWrites writes = new PostingWrites(unit.connection(), begun.balances(), nth < MOST_BEGINNINGS);
        if (!isCertain && decision.hasRefused() || !writes.write(decision)) {
            return Optional.empty();
        }
        new GiftRows(unit.connection()).write(decision);
        outbox.put(unit, messages(decision));
        return Optional.of(outcomes);
    }

    private static List<Long> members(List<Posting> batch) {
        return batch.stream()
                .flatMap(Posting::members)
                .map(MemberId::value)
                .distinct()
                .toList();
    }

    private static List<Long> givers(List<Posting> batch) {
        return batch.stream()
                .filter(Posting.Gift.class::isInstance)
                .map(item -> item.member().value())
                .distinct()
                .toList();
    }

    private static List<WantedPosting> namedHolds(List<Posting> batch) {
        return named(batch, item -> switch (item) {
            case Posting.Capture capture -> Optional.of(capture.hold());
            case Posting.VoidHold voided -> Optional.of(voided.hold());
            case Posting.ReturnRedemption back -> Optional.of(back.hold());
            default -> Optional.empty();
        });
    }

    private static List<WantedPosting> returnedRedemptions(List<Posting> batch) {
        return named(
                batch,
                item -> item instanceof Posting.ReturnRedemption back ? Optional.of(back.hold()) : Optional.empty());
    }

    private static List<WantedPosting> namedPurchases(List<Posting> batch) {
        return named(
                batch,
                item -> item instanceof Posting.Reverse reverse ? Optional.of(reverse.purchase()) : Optional.empty());
    }

    /** Always looked for at the item's own member: another member's hold is unknown to it. */
    private static List<WantedPosting> named(List<Posting> batch, Function<Posting, Optional<PostingId>> name) {
        return batch.stream()
                .flatMap(item -> name.apply(item).stream()
                        .map(id -> new WantedPosting(item.member().value(), id.number())))
                .distinct()
                .toList();
    }

    private static List<Message> messages(BatchDecision decision) {
        return decision.journal().notes().stream()
                .map(told -> Message.about(
                        told.posting().member(), told.topic(), told.posting().tenant(), told.number(), told.payload()))
                .toList();
    }
}
