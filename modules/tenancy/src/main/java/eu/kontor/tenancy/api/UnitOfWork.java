package eu.kontor.tenancy.api;

import jakarta.persistence.EntityManager;
import java.sql.Connection;

/** One open transaction: its connection, and Hibernate on that same connection. Never kept beyond the work. */
public interface UnitOfWork {

    /** The transaction's connection; committing, rolling back and closing it is not the caller's. */
    Connection connection();

    /** Hibernate over {@link #connection()}, opened at the first call and flushed before the commit. */
    EntityManager entityManager();
}
