package eu.kontor.ledger.domain;

/**
 * What a member owes one outlet of a tenant for purchases that were taken back after their points were spent. Both
 * numbers only grow.
 */
public final class Debt {

    private final int tenant;
    private final int outlet;
    private long incurred;
    private long repaid;
    private long passed;
    private boolean changed;

    public Debt(int tenant, int outlet, long incurred, long repaid) {
        this.tenant = tenant;
        this.outlet = outlet;
        this.incurred = incurred;
        this.repaid = repaid;
    }

    void incur(long points) {
        incurred += points;
        changed = true;
    }

    void repay(long points) {
        repaid += points;
        changed = true;
    }

    /** Another account of the same person owes it from now on. */
    void pass(long points) {
        passed += points;
        changed = true;
    }

    public long outstanding() {
        return incurred - repaid();
    }

    public int tenant() {
        return tenant;
    }

    public int outlet() {
        return outlet;
    }

    public long incurred() {
        return incurred;
    }

    /** By transfers, and passed on. */
    public long repaid() {
        return repaid + passed;
    }

    /** Of it, what was paid: in this batch, and all before. */
    long paid() {
        return repaid;
    }

    public boolean isChanged() {
        return changed;
    }
}
