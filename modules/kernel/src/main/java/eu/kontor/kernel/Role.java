package eu.kontor.kernel;

/** What a caller may be. The operator's role is of the coalition; the others are of one tenant. */
public enum Role {
    /** The coalition's staff: provisions tenants, closes windows, sees every partner's statement. */
    OPERATOR,
    /** Configures the tenant's program and may do what its other roles do. */
    ADMIN,
    /** Reads and reconciles the tenant's statements, imports feeds. */
    FINANCE,
    /** Recognises guests, earns and redeems. */
    FRONT_DESK,
    /** The tenant's whole service account: what every job below may, in one hand. Kept for machines of the time before jobs. */
    MACHINE,
    /** A machine that serves guests: earns, redeems, looks a card up. Reads no statement and exports nothing. */
    TILL,
    /** A machine that sends files and reads their receipts. */
    FEED,
    /** A machine that reads statements, positions and what proves them. */
    FINANCE_EXPORT,
    /** A machine that brings members in and cares for their cards. */
    ENROL;

    /** Whether it is one of the jobs that a {@link #MACHINE} has all of. */
    public boolean isJob() {
        return this == TILL || this == FEED || this == FINANCE_EXPORT || this == ENROL;
    }
}
