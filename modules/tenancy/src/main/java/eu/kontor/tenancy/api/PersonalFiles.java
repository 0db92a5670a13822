package eu.kontor.tenancy.api;

import eu.kontor.kernel.CardNumber;
import eu.kontor.kernel.MemberId;
import java.io.IOException;
import java.util.Set;

/** Files that one context keeps and that may tell of a member; found through CDI. Called again until the erasure has ended. */
public interface PersonalFiles {

    /**
     * Takes out what they tell of the member. Files that are being read are left for the next time.
     *
     * @param cards all that the member ever had
     * @return how many files were changed or removed
     */
    int erase(MemberId member, Set<CardNumber> cards) throws IOException;
}
