package eu.kontor.ledger.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.TenantId;
import java.util.Optional;

/**
 * Who causes postings, known by a number. To be asked before the ledger is: nearly always the answer is in memory, and a new actor is written in a
 * transaction of its own, so that no posting waits for another one's commit.
 */
public interface Actors {

    /** The same number for the same actor, on every server. */
    ActorId idOf(Actor actor);

    default ActorId idOf(Caller caller) {
        return idOf(Actor.of(caller));
    }

    /**
     * Who brought a file, for what is posted from it.
     *
     * @param bringer {@link ActorId#NONE} where nobody is known: it lay in the inbox, or was brought before names were kept
     */
    ActorId bringing(TenantId tenant, ActorId bringer, long file, String fileName);

    /** How people call somebody who caused something that the caller may see; empty once it was erased. */
    Optional<String> nameOf(Caller caller, String subject);

    /**
     * Erases the name of a person, everywhere it stands beside postings; subject, client and role stay, and with them what the seals hold.
     * For the operator, and a brand's admins for its own people.
     *
     * @return how many actors had that name
     */
    int eraseName(Caller caller, String subject);
}
