package eu.kontor.tenancy.api;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Optional;

/**
 * The database failed while working. What was under way was rolled back, unless the connection was lost in the middle of the
 * commit: then only the database knows, and who sent a request key asks again with the same one.
 */
public final class DatabaseFailure extends RuntimeException {

    /**
     * Classes and codes of PostgreSQL's appendix A that a later attempt need not meet again: connection lost (08), a transaction that
     * was left idle (25P03), rolled back in favour of others (40), out of disk, memory or connections (53), a lock that did not come
     * in time (55P03), ended by an administrator or a time limit (57), trouble with files (58).
     */
    private static final List<String> PASSING = List.of("08", "25P03", "40", "53", "55P03", "57", "58");

    public DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** A failure that passes, if there is one among what caused this. */
    public static Optional<DatabaseFailure> passingIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(new DatabaseFailure(sql)).filter(DatabaseFailure::isPassing);
            }
        }
        return Optional.empty();
    }

    /** The five-character code of the SQL standard and PostgreSQL's appendix A; null where the pool failed before the database. */
    public String sqlState() {
        return ((SQLException) getCause()).getSQLState();
    }

    /** True when the same request may succeed later: the database is away, busy or full, and the request is not at fault. */
    public boolean isPassing() {
        return getCause() instanceof SQLTransientException
                || sqlState() != null && PASSING.stream().anyMatch(sqlState()::startsWith);
    }
}
