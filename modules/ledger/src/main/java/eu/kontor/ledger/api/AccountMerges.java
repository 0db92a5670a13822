package eu.kontor.ledger.api;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;
import java.util.Set;

/**
 * Two accounts turn out to be one person's. The merged one stays, with all that was posted in its name; whatever it has and gets goes on to the
 * surviving one, and what it needs comes from there (see the decision record on merged accounts). Who may merge is said elsewhere: these join
 * the caller's transaction under the poster's role.
 */
public interface AccountMerges {

    /**
     * From now on. No batch may be under way meanwhile: it is waited for, and new ones wait. So lock the members' own rows before looking whether
     * they may be merged, and not their accounts.
     *
     * @param member whose points go; neither of the two was merged into another one
     * @return what went
     * @throws IllegalStateException where one of them was
     */
    Moved merge(ActorId by, MemberId member, MemberId into);

    /**
     * It stands for itself again, and gets back what it brought in, what was earned with its cards since included and what was spent with them
     * not: as far as it is there.
     *
     * @return what came back
     * @throws IllegalStateException where it was not merged, or the other one was merged later: those part first
     */
    Moved part(ActorId by, MemberId member);

    /**
     * As {@link #merge}, in a transaction that is taken back once it is known what would be: no batch waits for it.
     *
     * @throws IllegalStateException as {@link #merge}
     */
    void tryMerge(MemberId member, MemberId into);

    /** As {@link #part}, in a transaction that is taken back. */
    void tryPart(MemberId member);

    /** Whose accounts are one with this one's: itself, and all that were merged with it. */
    Set<MemberId> samePerson(MemberId member);

    /** @param debt that went along, or came back */
    record Moved(Points points, Points debt) {}
}
