package eu.kontor.ledger.api;

/** Reserved points that nobody captured in time. */
public interface Holds {

    /**
     * Gives back the points of every hold that is past its time; may be stopped and run again. Postings do the same for
     * the members they touch, so that this only needs to run now and then.
     *
     * @return how many members got points back
     */
    long releaseOverdue();
}
