package eu.kontor.ledger.faults;

import static eu.kontor.ledger.testing.TestLedger.TODAY;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Outcome.Posted;
import eu.kontor.ledger.api.Outcome.Refused;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.Posting;
import eu.kontor.ledger.api.Posting.Note;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.PostingQueue;
import eu.kontor.ledger.api.RequestKey;
import eu.kontor.ledger.testing.TestLedger;
import eu.kontor.tenancy.api.DatabaseFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * One till: sends some requests at a time, waits for all answers, and sends whatever was not answered again with the same key until it
 * is. What it sends follows from its seed (and from the answers); it never forgets what it sent.
 */
final class RetryingTill {

    private static final String TOPIC = "faults";
    private static final Instant TOMORROW = Instant.parse("2026-03-16T12:00:00Z");

    private static final int MOST_AT_ONCE = 12;
    private static final long RETRY_MILLISECONDS = 50;

    /** Longer than any fault of a test lasts: who waits longer hangs, or nobody is there any more. */
    static final int PATIENCE_SECONDS = 60;

    private final String name;
    private final Random random;
    private final List<MemberId> members;
    private final List<TenantId> partners;
    private final PostingQueue queue;
    private final List<Sent> sent = new ArrayList<>();
    private final List<Sent> purchases = new ArrayList<>();
    private final List<Sent> holds = new ArrayList<>();
    private int serial;

    RetryingTill(String name, long seed, List<MemberId> members, List<TenantId> partners, PostingQueue queue) {
        this.name = name;
        this.random = new Random(seed);
        this.members = members;
        this.partners = partners;
        this.queue = queue;
    }

    List<Sent> sent() {
        return sent;
    }

    /**
     * Sends a handful of new requests, and one of the old ones as if its answer had been lost; returns when all are answered.
     *
     * @return how many were new
     */
    int serve() throws InterruptedException {
        List<Sent> handful = Stream.generate(this::next)
                .limit(1 + random.nextInt(MOST_AT_ONCE))
                .toList();
        sent.addAll(handful);
        untilAnswered(handful);
        handful.forEach(this::remember);
        untilAnswered(List.of(any(sent)));
        return handful.size();
    }

    private void untilAnswered(List<Sent> requests) throws InterruptedException {
        List<Sent> open = new ArrayList<>(requests);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!open.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("retried in vain for " + PATIENCE_SECONDS + " s: " + open.getFirst());
            }
            List<CompletableFuture<Outcome>> answers = open.stream()
                    .map(request -> queue.submit(request.posting()).toCompletableFuture())
                    .toList();
            List<Sent> again = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                if (!isAnswered(open.get(i), answers.get(i))) {
                    again.add(open.get(i));
                }
            }
            open = again;
            if (!open.isEmpty()) {
                Thread.sleep(RETRY_MILLISECONDS);
            }
        }
    }

    /** Nothing but a failure of the database may keep a till from its answer. */
    private static boolean isAnswered(Sent request, CompletableFuture<Outcome> answer) throws InterruptedException {
        try {
            Outcome outcome = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (outcome instanceof Refused refused && refused.code() == RefusalCode.OVERLOADED) {
                return false;
            }
            request.heard(outcome);
            return true;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof DatabaseFailure)) {
                throw new AssertionError("no failure of the database: " + request, e.getCause());
            }
            request.heardNothing();
            return false;
        } catch (TimeoutException e) {
            throw new AssertionError("still no answer after " + PATIENCE_SECONDS + " s: " + request, e);
        }
    }

    private void remember(Sent request) {
        if (request.isPosted() && request.posting() instanceof Posting.Earn) {
            purchases.add(request);
        }
        if (request.isPosted() && request.posting() instanceof Posting.Authorize) {
            holds.add(request);
        }
    }

    /** More is earned than redeemed; a hold may be ended twice, a purchase reversed twice: refusals are answers too. */
    private Sent next() {
        serial++;
        int dice = random.nextInt(10);
        if (dice < 2 && !holds.isEmpty()) {
            return new Sent(ending(any(holds)));
        }
        if (dice == 2 && !purchases.isEmpty()) {
            return new Sent(reversing(any(purchases)));
        }
        if (dice == 3) {
            return new Sent(giving());
        }
        return new Sent(dice < 6 ? redeeming() : earning());
    }

    private Posting earning() {
        Pocket pocket = new Pocket(random.nextBoolean() ? 12 : 24);
        Points points = Points.of(random.nextInt(50));
        TenantId partner = any(partners);
        AwardPart part = new AwardPart(points, pocket, partner, "base");
        return new Posting.Earn(key(), any(members), partner, 1, TODAY, List.of(part), 1, note());
    }

    private Posting redeeming() {
        Points points = Points.of(1 + random.nextInt(60));
        return new Posting.Authorize(key(), any(members), any(partners), 1, TODAY, points, TOMORROW, note());
    }

    private Posting ending(Sent hold) {
        MemberId member = hold.posting().member();
        TenantId partner = hold.posting().tenant();
        return random.nextInt(3) == 0
                ? new Posting.VoidHold(key(), member, partner, TODAY, idOf(hold), note())
                : new Posting.Capture(key(), member, partner, TODAY, idOf(hold), Optional.empty(), note());
    }

    private Posting reversing(Sent purchase) {
        MemberId member = purchase.posting().member();
        return new Posting.Reverse(
                key(), member, purchase.posting().tenant(), TODAY, idOf(purchase), Optional.empty(), note());
    }

    private Posting giving() {
        int giver = random.nextInt(members.size());
        MemberId recipient = members.get((giver + 1 + random.nextInt(members.size() - 1)) % members.size());
        Points points = Points.of(1 + random.nextInt(30));
        return new Posting.Gift(key(), members.get(giver), recipient, any(partners), 1, TODAY, points, note());
    }

    private static PostingId idOf(Sent request) {
        return ((Posted) request.firstAnswer()).id();
    }

    private RequestKey key() {
        return TestLedger.key(name + '-' + serial, "body");
    }

    /** The outbox is told the request's key. */
    private Optional<Note> note() {
        return Optional.of(new Note(TOPIC, key().key()));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
