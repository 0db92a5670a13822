package eu.kontor.tenancy.persistence;

/**
 * How long a transaction may keep others waiting. What takes longer is ended by the database, and the caller may try again; a
 * transaction whose caller is gone does not hold its locks for ever. The reasons are in the ledger's decision record 0011.
 *
 * @param statementSeconds of one statement, or of one fetch of a stream
 * @param lockSeconds of waiting for one lock
 * @param idleSeconds between two statements
 */
record TransactionLimits(int statementSeconds, int lockSeconds, int idleSeconds) {

    /** A till waits for it. A batch takes some tens of milliseconds; a close of a window, for which it waits, some seconds. */
    static final TransactionLimits POSTING = new TransactionLimits(10, 5, 60);

    /** A person or a till waits; a statement may be streamed to a browser that pauses. */
    static final TransactionLimits ANSWERING = new TransactionLimits(60, 5, 300);

    /** Nobody waits, but an order is kept meanwhile; what hangs is to hold no lock for longer than its handler may take. */
    static final TransactionLimits CARRYING = new TransactionLimits(10, 5, 10);

    /** Closes, seals and checks read whole ledgers; a close waits for every posting under way. */
    static final TransactionLimits OVERSEEING = new TransactionLimits(3_600, 30, 300);

    /** What a network that swallows everything may add before the connection is given up. */
    private static final int ANSWER_SECONDS = 5;

    /** After which silence from the database means that it is not there. */
    int silenceMilliseconds() {
        return (statementSeconds + ANSWER_SECONDS) * 1_000;
    }
}
