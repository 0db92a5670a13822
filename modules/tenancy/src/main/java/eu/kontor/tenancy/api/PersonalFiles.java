package eu.kontor.tenancy.api;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import java.util.Map;
import java.util.Set;

/** Files that one context keeps and that may tell of members; found through CDI. Called again until the erasures have ended. */
public interface PersonalFiles {

    /**
     * Takes out what they tell of the members, in one go through all files. Each file by itself: one that fails holds up no other. Files that are
     * being read are left for the next time.
     *
     * @param members with all cards that they ever had
     * @return how many files or folders could not be looked through or changed; each is in the log, by a name that leads somebody to it
     */
    int erase(Map<MemberId, Set<CardNumber>> members);
}
