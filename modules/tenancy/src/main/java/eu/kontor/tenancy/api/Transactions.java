package eu.kontor.tenancy.api;

import eu.kontor.kernel.TenantId;
import java.sql.SQLException;

/**
 * The only door to the database: one transaction on one connection under one database role.
 *
 * <p>A call inside a call joins the transaction when it asks for the same role (and tenant) and is an
 * {@link IllegalStateException} otherwise. There is no default tenant. The role and the search path are local to the
 * transaction, so that a pooled connection never carries them to the next caller. An exception rolls back; a
 * {@link SQLException} leaves as {@link DatabaseFailure}.
 */
public interface Transactions {

    /** Under the tenant's role: its own schema is the search path, and coalition tables show that tenant's rows only. */
    <T> T asTenant(TenantId tenant, Work<T> work);

    /** Under the operator's role: all rows of {@code coalition}, none of any tenant's schema. */
    <T> T asOperator(Work<T> work);

    /** Under the poster's role: inserts into the ledger and reads what posting needs, for many tenants at once. */
    <T> T asPoster(Work<T> work);

    /** Under the poster's role, like {@link #asPoster}, with the right to file what the outbox carries into a tenant's schema. */
    <T> T asCourier(TenantId tenant, Work<T> work);

    /** What to do inside the transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(UnitOfWork unit) throws SQLException;
    }
}
