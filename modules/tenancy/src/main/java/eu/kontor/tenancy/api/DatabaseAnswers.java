package eu.kontor.tenancy.api;

import java.sql.SQLException;

/** For those who watch over a server: whether its database is there, asked past all limits that work has. */
public interface DatabaseAnswers {

    /**
     * @return whether a connection is still good
     * @throws SQLException when none could be had, with the reason
     */
    boolean within(int seconds) throws SQLException;
}
