package eu.kontor.tenancy.persistence;

/**
 * How the database plans the statements of a transaction.
 *
 * @param cacheMode PostgreSQL's {@code plan_cache_mode}
 * @param otherThanByIndex whether tables may be read whole and joined by hashing or merging: {@code on} or {@code off}
 */
record Planning(String cacheMode, String otherThanByIndex) {

    /** As the database thinks best, for the values at hand. */
    static final Planning BY_COST = new Planning("auto", "on");

    /**
     * Once per connection and only by way of indexes: right for one item and for a thousand, for an empty ledger and for a full one, and
     * nobody plans a dozen statements for every batch.
     */
    static final Planning BY_INDEX = new Planning("force_generic_plan", "off");
}
