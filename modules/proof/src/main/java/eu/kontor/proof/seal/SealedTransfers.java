package eu.kontor.proof.seal;

import eu.kontor.proof.seal.SealHash.Page;
import eu.kontor.tenancy.api.SqlFile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Streams transfers as the text that is hashed, in the order in which it is: by transaction, then by number. */
final class SealedTransfers {

    private static final String ROWS_UP_TO = SqlFile.read("proof/seal/rows_up_to");
    private static final String ROWS_OF_RANGE = SqlFile.read("proof/seal/rows_of_range");
    private static final String ROWS_OF_PARTNER = SqlFile.read("proof/seal/rows_of_partner");

    /** Rows fetched from the server at a time: a quarter of a megabyte of memory. */
    private static final int FETCH_ROWS = 2_000;

    private final Connection connection;

    SealedTransfers(Connection connection) {
        this.connection = connection;
    }

    interface Sink {
        void take(long xid, Page page, long number, String sealedText) throws IOException;
    }

    /** At most so many rows, plus what belongs to the last one's transaction. */
    void upTo(int most, long fromXid, long untilXid, Sink sink) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(ROWS_UP_TO)) {
            statement.setLong(1, fromXid);
            statement.setLong(2, untilXid);
            statement.setInt(3, most);
            read(statement, sink);
        }
    }

    void ofRange(long fromXid, long untilXid, Sink sink) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(ROWS_OF_RANGE)) {
            statement.setLong(1, fromXid);
            statement.setLong(2, untilXid);
            read(statement, sink);
        }
    }

    /** A partner's rows of a window, before a transaction. */
    void ofPartner(Page page, long untilXid, Sink sink) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(ROWS_OF_PARTNER)) {
            statement.setInt(1, page.tenant());
            statement.setObject(2, page.window().atDay(1));
            statement.setLong(3, untilXid);
            read(statement, sink);
        }
    }

    private static void read(PreparedStatement statement, Sink sink) throws SQLException, IOException {
        statement.setFetchSize(FETCH_ROWS);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                sink.take(row.getLong(1), SealRows.page(row, 2), row.getLong(4), row.getString(5));
            }
        }
    }
}
