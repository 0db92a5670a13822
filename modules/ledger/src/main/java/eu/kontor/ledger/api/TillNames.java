package eu.kontor.ledger.api;

import eu.kontor.kernel.Caller;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * By what tills know postings. The ledger knows numbers only; what a till was answered and what it sent is the brand's own, and so is told to
 * the brand alone.
 */
public interface TillNames {

    /** @return of those that are filed at the caller's tenant; nothing for a caller without one */
    Map<PostingId, TillName> of(Caller caller, Collection<PostingId> postings);

    /**
     * What the tills of the caller's tenant called so: what was sold under it with all that came back of it, what points paid under it, and
     * what came back under it.
     *
     * @param from the first business date of what was sold or held
     * @param to the last one
     * @return of those that are filed; nothing for a caller without a tenant
     */
    Set<PostingId> called(Caller caller, String reference, LocalDate from, LocalDate to);

    /**
     * @param answered the id that the till was given: of a redemption that of its authorization, not that of its capture
     * @param reference that the till sent; empty text if none
     */
    record TillName(PostingId answered, String reference) {

        /** Of what is not filed. */
        public static TillName of(PostingId posting) {
            return new TillName(posting, "");
        }
    }
}
