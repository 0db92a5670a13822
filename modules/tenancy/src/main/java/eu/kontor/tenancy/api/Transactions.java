package eu.kontor.tenancy.api;

import eu.kontor.kernel.TenantId;
import java.sql.SQLException;

/**
 * The only door to the database: one transaction on one connection under one database role.
 *
 * <p>A call inside a call joins the transaction when it asks for the same role (and tenant) and is an
 * {@link IllegalStateException} otherwise. There is no default tenant. The role and the search path are local to the
 * transaction, so that a pooled connection never carries them to the next caller. An exception rolls back; a
 * {@link SQLException} leaves as {@link DatabaseFailure}. A {@link eu.kontor.kernel.Refusal} of joined work may be caught
 * and the transaction goes on; after any other exception of joined work it can only roll back.
 */
public interface Transactions {

    /** Under the tenant's role: its own schema is the search path, and coalition tables show that tenant's rows only. */
    <T> T asTenant(TenantId tenant, Work<T> work);

    /** Under the operator's role: all rows of {@code coalition}, none of any tenant's schema. */
    <T> T asOperator(Work<T> work);

    /**
     * Like {@link #asOperator}, but reads only, and everything as it was at one moment: for checks and reports that compare
     * tables while others go on writing.
     */
    <T> T asAuditor(Work<T> work);

    /** Under the poster's role: inserts into the ledger and reads what posting needs, for many tenants at once. */
    <T> T asPoster(Work<T> work);

    /**
     * Under the tenant's relay's role: everything that {@link #asTenant} may, and taking that tenant's messages from the
     * outbox. Each tenant has a relay of its own, so that what files news into one schema cannot reach another.
     */
    <T> T asRelay(TenantId tenant, Work<T> work);

    /** Whether a transaction is under way on this thread, so that a call would join it. */
    boolean isUnderWay();

    /** What to do inside the transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(UnitOfWork unit) throws SQLException;
    }
}
