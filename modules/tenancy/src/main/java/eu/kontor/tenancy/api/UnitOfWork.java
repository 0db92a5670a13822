package eu.kontor.tenancy.api;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import org.jdbi.v3.core.Handle;

/** One open transaction: its connection, and Hibernate on that same connection. Never kept beyond the work. */
public interface UnitOfWork {

    /** The transaction's connection; committing, rolling back and closing it is not the caller's. */
    Connection connection();

    /**
     * Jdbi over {@link #connection()}, for reads: statements from {@link SqlFile}, rows into records by the columns' names
     * ({@code business_date} is {@code businessDate}). Ids, points, card numbers, months and currencies are read and bound as what
     * they are. Closing it is not the caller's; a stream of rows is.
     */
    Handle jdbi();

    /** Hibernate over {@link #connection()}, opened at the first call and flushed before the commit. */
    EntityManager entityManager();

    /**
     * What is to be done once the transaction is committed, and not at all if it is rolled back: telling a cache, waking a worker. It runs on
     * the same thread, after the connection was given back, so that it may begin a transaction of its own. What fails there is logged: it
     * takes back nothing of what was committed, and keeps no other action from running.
     */
    void afterCommit(Runnable action);
}
