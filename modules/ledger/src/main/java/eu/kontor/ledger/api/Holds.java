package eu.kontor.ledger.api;

/** Reserved points that nobody captured in time. */
public interface Holds {

    /**
     * Gives back the points of every hold whose time is over since it was last asked, or in the last days; may be stopped and run again.
     * Postings do the same for the members they touch, so that this only needs to run now and then.
     *
     * @return how many members got points back
     */
    long releaseOverdue();

    /**
     * The same of every hold, however long its time is over: after days on which nothing ran. It looks at everyone who has points on hold.
     *
     * @return how many members got points back
     */
    long releaseLongOverdue();
}
