package eu.kontor.ledger.api;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one way into the ledger. */
public interface Ledger {

    /** Large enough for full throughput, small enough that its locks are held for some tens of milliseconds. */
    int MAX_BATCH = 1_000;

    /**
     * Posts a batch in one transaction (joins the caller's, if it runs under the poster's role) and answers per item, in
     * the order given. A refused item never fails its neighbours. An item whose key is known gets its first answer again.
     *
     * @throws IllegalArgumentException for more than {@link #MAX_BATCH} items
     */
    List<Outcome> post(List<Posting> batch);

    /**
     * Lets points expire, each lot of them in the name of whom issued it, in one transaction (joins the caller's, if it runs under
     * the poster's role).
     *
     * @param by who lets them expire: a person, or the day's run
     * @return what expired of each, in the order given; zero where nothing was left up to its place
     * @throws IllegalArgumentException for more than {@link #MAX_BATCH} members
     */
    List<Points> expire(ActorId by, List<Expire> pockets);

    /**
     * What stands posted for tickets, in the caller's transaction under the poster's role: what it has posted itself is seen, too.
     *
     * @return nothing for a ticket of which nothing was posted, or all was taken back or came back
     */
    Map<Ticket, PostingId> standing(TenantId tenant, List<Ticket> tickets);

    /** What was posted last for a ticket, whether it stands or was taken back since; empty if nothing was. */
    Optional<PostingId> last(TenantId tenant, Ticket ticket);

    /**
     * Whether something was posted under this posting's key: whoever asks again must hear the first answer, whatever is refused by now. In the
     * caller's transaction under the poster's role.
     */
    boolean knows(Posting posting);

    /** What was posted under a key, of which nothing else is known; empty if nothing was. */
    Optional<PostingId> posted(TenantId tenant, String key);

    /**
     * Holds that were made or ended for members at a tenant since a moment, by whomever: in the caller's transaction under the poster's
     * role. What is asked under the members' locks misses none.
     */
    Set<PostingId> redemptionsSince(TenantId tenant, Collection<MemberId> members, Instant since);

    /**
     * Takes, until the caller's transaction under the poster's role ends, what {@link #post} waits for: who has locked all
     * members of what follows waits for nobody any more.
     *
     * @throws eu.kontor.tenancy.api.DatabaseFailure after the transaction's patience with locks
     */
    void lock(Collection<MemberId> members);
}
