package eu.kontor.tenancy.persistence;

import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jdbi.v3.core.Handle;

/** The transaction that is under way on a thread; Hibernate joins it when it is asked for. */
final class OpenTransaction implements UnitOfWork, AutoCloseable {

    private final Connection connection;
    private final RoleTransactions.Scope scope;
    private final Supplier<HibernateOnConnection> hibernate;
    private final List<Runnable> afterCommit;
    private Handle jdbi;
    private Session session;
    private Exception failure;
    private boolean isCommitted;

    /** @param afterCommit receives what is to be done once the commit succeeded; its owner does it */
    OpenTransaction(
            Connection connection,
            RoleTransactions.Scope scope,
            Supplier<HibernateOnConnection> hibernate,
            List<Runnable> afterCommit) {
        this.connection = connection;
        this.scope = scope;
        this.hibernate = hibernate;
        this.afterCommit = afterCommit;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public Handle jdbi() {
        if (jdbi == null) {
            jdbi = RecordMapping.over(connection);
        }
        return jdbi;
    }

    @Override
    public EntityManager entityManager() {
        if (session == null) {
            session = hibernate.get().open(connection);
            session.beginTransaction();
        }
        return session;
    }

    @Override
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    RoleTransactions.Scope scope() {
        return scope;
    }

    void mustRollBack(Exception cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    void commit() throws SQLException {
        if (failure != null) {
            throw new IllegalStateException(
                    "a part of this transaction failed, so nothing of it was committed", failure);
        }
        if (session != null) {
            session.getTransaction().commit();
        } else {
            connection.commit();
        }
        isCommitted = true;
    }

    /** Leaves the connection clean, whatever happened. */
    @Override
    public void close() throws SQLException {
        try (Session _ = session) {
            if (!isCommitted) {
                connection.rollback();
            }
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
