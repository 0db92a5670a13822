package eu.kontor.checkout.application;

import eu.kontor.checkout.api.Checkout.PurchaseOutcome;
import eu.kontor.checkout.api.FeedPosting;
import eu.kontor.checkout.persistence.LockWithoutWaiting;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Ledger;
import eu.kontor.ledger.api.Outcome;
import eu.kontor.ledger.api.Posting;
import eu.kontor.membership.api.Cards;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import java.util.List;
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

    /** What posting needs besides the batch. */
    record Room(Tenants tenants, Transactions transactions, Cards cards, Ledger ledger) {}

    private final Room room;
    private final TenantId tenant;
    private final List<PurchaseItem> batch;
    private final Set<MemberId> newcomers;
    private final List<Line> lines;

    private record Line(PurchaseItem item, Posting posting) {}

    /** @param batch evaluated, its cards resolved; {@code newcomers} are those of its members who are to be enrolled */
    FeedBatch(Room room, TenantId tenant, List<PurchaseItem> batch, Set<MemberId> newcomers) {
        this.room = room;
        this.tenant = tenant;
        this.batch = batch;
        this.newcomers = newcomers;
        this.lines = batch.stream()
                .filter(PurchaseItem::isAlive)
                .map(item -> new Line(item, PurchaseBatch.posting(tenant, item)))
                .toList();
    }

    @Override
    public Set<MemberId> members() {
        return lines.stream().map(line -> line.posting().member()).collect(Collectors.toSet());
    }

    @Override
    public List<PurchaseOutcome> post(FeedPosting.Checkpoint checkpoint, FeedPosting.Turn turn) {
        Set<MemberId> before = turn.membersBefore();
        turn.awaitLocksBefore();
        try {
            return post(before, checkpoint, turn, false);
        } catch (DatabaseFailure e) {
            if (before.isEmpty() || e.sqlState() == null || !IN_THE_WAY.contains(e.sqlState())) {
                throw e;
            }
            turn.awaitCommitBefore();
            return post(Set.of(), checkpoint, turn, true);
        }
    }

    private List<PurchaseOutcome> post(
            Set<MemberId> before, FeedPosting.Checkpoint checkpoint, FeedPosting.Turn turn, boolean isSecondTry) {
        room.tenants().active(tenant);
        Set<MemberId> own = members();
        own.removeAll(before);
        Set<MemberId> shared = members();
        shared.removeAll(own);
        return room.transactions().asPoster(unit -> {
            if (isSecondTry) {
                LockWithoutWaiting.begin(unit);
            }
            enrol(own);
            room.ledger().lock(own);
            turn.locked();
            post(own);
            turn.awaitCommitBefore();
            if (!shared.isEmpty()) {
                LockWithoutWaiting.begin(unit);
                enrol(shared);
                post(shared);
            }
            List<PurchaseOutcome> outcomes =
                    batch.stream().map(PurchaseItem::outcome).toList();
            checkpoint.write(unit, outcomes);
            return outcomes;
        });
    }

    /** Before the ledger's locks, as everywhere. */
    private void enrol(Set<MemberId> members) {
        room.cards().enrol(tenant, newcomers.stream().filter(members::contains).collect(Collectors.toSet()));
    }

    private void post(Set<MemberId> members) {
        List<Line> theirs = lines.stream()
                .filter(line -> members.contains(line.posting().member()))
                .toList();
        List<Outcome> outcomes =
                room.ledger().post(theirs.stream().map(Line::posting).toList());
        for (int i = 0; i < theirs.size(); i++) {
            theirs.get(i).item().answered(outcomes.get(i));
        }
    }
}
