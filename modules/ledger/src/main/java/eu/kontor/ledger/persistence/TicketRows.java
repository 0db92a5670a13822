package eu.kontor.ledger.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was posted for tickets, found by their hashes. */
public final class TicketRows {

    private static final String READ = SqlFile.read("ledger/post/read_tickets");

    private final Connection connection;

    public TicketRows(Connection connection) {
        this.connection = connection;
    }

    public record PostedTicket(PostingId id, boolean takenBack) {}

    public Map<Long, PostedTicket> read(List<Long> hashes) throws SQLException {
        Map<Long, PostedTicket> found = new HashMap<>();
        try (ArrayStatement statement = new ArrayStatement(connection, READ)) {
            ResultSet row = statement.longs(hashes, Long::longValue).read();
            while (row.next()) {
                PostingId id = new PostingId(new MemberId(row.getLong("member_id")), row.getLong("posting_id"));
                found.put(row.getLong("ticket"), new PostedTicket(id, row.getBoolean("taken_back")));
            }
        }
        return found;
    }
}
