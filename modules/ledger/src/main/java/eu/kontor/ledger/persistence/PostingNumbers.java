package eu.kontor.ledger.persistence;

import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.LongSupplier;

/** Growing numbers for postings and transfers: a block per batch from the sequence, another if the batch needs more. */
public final class PostingNumbers implements LongSupplier {

    /** The sequence's increment: a batch of a thousand items needs two to three numbers for each. */
    public static final int BLOCK = 4_096;

    private static final String NEXT_BLOCK = SqlFile.read("ledger/post/next_numbers");

    private final Connection connection;
    private long next;
    private long end;

    /** @param block that was fetched with other things */
    public PostingNumbers(Connection connection, long block) {
        this.connection = connection;
        startAt(block);
    }

    private void startAt(long block) {
        next = block;
        end = block + BLOCK;
    }

    @Override
    public long getAsLong() {
        if (next == end) {
            startAt(fetch());
        }
        return next++;
    }

    private long fetch() {
        try (PreparedStatement statement = connection.prepareStatement(NEXT_BLOCK);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("no numbers for postings", e);
        }
    }
}
