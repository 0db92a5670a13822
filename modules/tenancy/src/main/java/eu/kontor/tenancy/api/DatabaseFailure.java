package eu.kontor.tenancy.api;

import java.sql.SQLException;

/** The database failed while working; the transaction was rolled back and nothing of it remains. */
public final class DatabaseFailure extends RuntimeException {

    public DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** The five-character code of the SQL standard and PostgreSQL's appendix A. */
    public String sqlState() {
        return ((SQLException) getCause()).getSQLState();
    }
}
