package eu.kontor.checkout.api;

import eu.kontor.kernel.Caller;
import java.time.LocalDate;
import java.util.List;

/**
 * Categories that a brand's tills sent and its program does not know, for whoever can name them in the program or mend the till. They wait here
 * whether or not somebody is told by mail. Needs ADMIN.
 */
public interface CategoryDesk {

    /**
     * Those that came on another day than somebody has looked at, the newest first, at most {@link UnknownCategories#MOST}. What the program
     * of today knows needs nobody any more.
     */
    List<Unseen> unseen(Caller caller);

    /** Until they come on a later day. */
    void seen(Caller caller, List<Unseen> shown);

    /**
     * @param category as the till sent it
     * @param first day on which it was sold
     * @param last day on which it was sold
     */
    record Unseen(String category, LocalDate first, LocalDate last) {}
}
