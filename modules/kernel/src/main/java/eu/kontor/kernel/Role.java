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
    /** A till, a property-management system: the tenant's service account. */
    MACHINE
}
