package eu.kontor.expiry.api;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Points;

/** Points of a member who leaves and wants nothing kept. Operator only. */
public interface GivenUp {

    /**
     * Lets all points expire today that no hold reserves, each lot in the name of whom issued it, as on any other day on which points expire: partners'
     * sums stay, nothing is settled for it. Announced by the member's own wish. Once more, it takes what came since.
     *
     * @return what expired
     */
    Points giveUp(Caller caller, MemberId member);
}
