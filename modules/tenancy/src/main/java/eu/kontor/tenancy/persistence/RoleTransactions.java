package eu.kontor.tenancy.persistence;

import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.TenantId;
import eu.kontor.tenancy.api.DatabaseFailure;
import eu.kontor.tenancy.api.Transactions;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every transaction on a connection on which its role signed in ({@link DatabaseLogins}), so that no SQL can make it another's.
 *
 * <p>At its beginning the role is entered, which says in the transaction whose it is, and without which nothing is shown. Role, search path, limits ({@link TransactionLimits}) and {@link Planning} are set with one statement and are local to the transaction: commit and
 * rollback both undo them, so that a pooled connection goes back as it came. Work inside work joins the transaction that is under way on the
 * thread. A {@link Refusal} that the outer work catches leaves the transaction as it is, since a refusal is an answer; after any
 * other exception of inner work the whole transaction can only roll back.
 */
public class RoleTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(RoleTransactions.class);

    private static final String ENTER =
            """
            select set_config('role', ?, true), set_config('search_path', ?, true), set_config('statement_timeout', ?, true),
                   set_config('lock_timeout', ?, true), set_config('idle_in_transaction_session_timeout', ?, true),
                   set_config('plan_cache_mode', ?, true), set_config('enable_seqscan', ?, true),
                   set_config('enable_hashjoin', ?, true), set_config('enable_mergejoin', ?, true)""";

    /** Must come before the first query of its transaction, and ends with it. */
    private static final String ONE_SNAPSHOT = "set transaction isolation level repeatable read, read only";

    private final DataSource answering;
    private final DataSource posting;
    private final DatabaseLogins logins;
    private final TenantSlugs slugs;
    private final Supplier<HibernateOnConnection> hibernate;
    private final ThreadLocal<OpenTransaction> underWay = new ThreadLocal<>();
    private final CircuitBreaker door = new CircuitBreaker(System::nanoTime);
    private final ConnectionHolders holders = new ConnectionHolders(System::nanoTime);

    /**
     * @param answering for all but posters
     * @param posting the same for posters: of its connections nothing is changed from one transaction to the next, so that their statements
     *     stay prepared
     * @param logins with which each role signs in
     * @param slugs is asked outside transactions only
     * @param hibernate built when the first entity manager is wanted
     */
    public RoleTransactions(
            DataSource answering,
            DataSource posting,
            DatabaseLogins logins,
            TenantSlugs slugs,
            Supplier<HibernateOnConnection> hibernate) {
        this.answering = answering;
        this.posting = posting;
        this.logins = logins;
        this.slugs = slugs;
        this.hibernate = hibernate;
    }

    @Override
    public <T> T asTenant(TenantId tenant, Work<T> work) {
        return run(new Scope(Kind.TENANT, Optional.of(tenant)), work);
    }

    @Override
    public <T> T asOperator(Work<T> work) {
        return run(new Scope(Kind.OPERATOR, Optional.empty()), work);
    }

    @Override
    public <T> T asAuditor(Work<T> work) {
        return run(new Scope(Kind.AUDITOR, Optional.empty()), work);
    }

    @Override
    public <T> T asPoster(Work<T> work) {
        return run(new Scope(Kind.POSTER, Optional.empty()), work);
    }

    @Override
    public <T> T asRelay(TenantId tenant, Work<T> work) {
        return run(new Scope(Kind.RELAY, Optional.of(tenant)), work);
    }

    @Override
    public boolean isUnderWay() {
        return underWay.get() != null;
    }

    private <T> T run(Scope scope, Work<T> work) {
        OpenTransaction outer = underWay.get();
        return outer == null ? begin(scope, work) : join(outer, scope, work);
    }

    private <T> T join(OpenTransaction outer, Scope scope, Work<T> work) {
        if (!outer.scope().equals(scope)) {
            throw new IllegalStateException(
                    "a transaction as " + outer.scope() + " is under way; work as " + scope + " cannot join it");
        }
        try {
            return work.run(outer);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (Exception e) {
            outer.mustRollBack(e);
            throw unchecked(e);
        }
    }

    private <T> T begin(Scope scope, Work<T> work) {
        DatabaseRole role = role(scope);
        List<Runnable> afterCommit = new ArrayList<>(0);
        door.enter();
        T result;
        try {
            result = transact(scope, role, work, afterCommit);
            door.answered();
        } catch (SQLException | RuntimeException e) {
            RuntimeException failure = unchecked(e);
            if (failure instanceof DatabaseFailure database) {
                door.failed(database);
            } else {
                door.answered();
            }
            throw failure;
        }
        afterCommit.forEach(RoleTransactions::doAfterCommit);
        return result;
    }

    /** The caller's work is committed, so that it has succeeded whatever becomes of this. */
    private static void doAfterCommit(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("What was to follow a commit failed; what was committed stays", e);
        }
    }

    private <T> T transact(Scope scope, DatabaseRole role, Work<T> work, List<Runnable> afterCommit)
            throws SQLException {
        DataSource pool = scope.kind() == Kind.POSTER ? posting : answering;
        try (Connection connection = connection(pool, role)) {
            holders.took(scope);
            endSilenceAfter(connection, scope.kind().limits.silenceMilliseconds());
            connection.setAutoCommit(false);
            try (OpenTransaction transaction = new OpenTransaction(connection, scope, hibernate, afterCommit)) {
                underWay.set(transaction);
                if (scope.kind() == Kind.AUDITOR) {
                    execute(connection, ONE_SNAPSHOT);
                }
                enter(connection, role, scope.kind());
                T result = work.run(transaction);
                transaction.commit();
                return result;
            } finally {
                underWay.remove();
            }
        } finally {
            holders.gaveBack();
        }
    }

    /** A pool that has none to give is told of together with who has them. */
    private Connection connection(DataSource pool, DatabaseRole role) throws SQLException {
        try {
            return logins.signIn(pool, role);
        } catch (SQLException e) {
            if (holders.isToBeTold()) {
                LOG.warn("No connection could be had. {}", holders.oldest());
            }
            throw e;
        }
    }

    private DatabaseRole role(Scope scope) {
        return switch (scope.kind()) {
            case TENANT -> DatabaseRole.tenant(slugs.of(scope.tenant().orElseThrow()));
            case RELAY -> DatabaseRole.relay(slugs.of(scope.tenant().orElseThrow()));
            case OPERATOR, AUDITOR -> DatabaseRole.OPERATOR;
            case POSTER -> DatabaseRole.POSTER;
        };
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /**
     * Not set where it is right already, as it is for posters: the pool resets a connection on which anything was set, its search path, too,
     * for which the driver forgets all prepared statements.
     */
    private static void endSilenceAfter(Connection connection, int milliseconds) throws SQLException {
        if (connection.getNetworkTimeout() != milliseconds) {
            connection.setNetworkTimeout(Runnable::run, milliseconds);
        }
    }

    private static void enter(Connection connection, DatabaseRole role, Kind kind) throws SQLException {
        TransactionLimits limits = kind.limits;
        Planning planning = kind.planning;
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setString(1, role.name());
            statement.setString(2, role.searchPath());
            statement.setString(3, limits.statementSeconds() + "s");
            statement.setString(4, limits.lockSeconds() + "s");
            statement.setString(5, limits.idleSeconds() + "s");
            statement.setString(6, planning.cacheMode());
            for (int other = 7; other <= 9; other++) {
                statement.setString(other, planning.otherThanByIndex());
            }
            statement.execute();
        }
    }

    /** What the database says arrives as {@link DatabaseFailure}, whether JDBC, Jdbi or Hibernate heard it. */
    private static RuntimeException unchecked(Exception exception) {
        if (exception instanceof DatabaseFailure || exception instanceof Refusal) {
            return (RuntimeException) exception;
        }
        if (exception instanceof SQLException sql) {
            return new DatabaseFailure(sql);
        }
        if (exception instanceof PersistenceException || exception instanceof JdbiException) {
            for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql) {
                    return new DatabaseFailure(sql);
                }
            }
        }
        return (RuntimeException) exception;
    }

    private enum Kind {
        TENANT(TransactionLimits.ANSWERING, Planning.BY_COST),
        OPERATOR(TransactionLimits.OVERSEEING, Planning.BY_COST),
        AUDITOR(TransactionLimits.OVERSEEING, Planning.BY_COST),
        POSTER(TransactionLimits.POSTING, Planning.BY_INDEX),
        RELAY(TransactionLimits.CARRYING, Planning.BY_COST);

        private final TransactionLimits limits;
        private final Planning planning;

        Kind(TransactionLimits limits, Planning planning) {
            this.limits = limits;
            this.planning = planning;
        }
    }

    /** Whose transaction it is. */
    record Scope(Kind kind, Optional<TenantId> tenant) {
        @Override
        public String toString() {
            return kind.name().toLowerCase(Locale.ROOT)
                    + tenant.map(id -> " " + id.value()).orElse("");
        }
    }
}
