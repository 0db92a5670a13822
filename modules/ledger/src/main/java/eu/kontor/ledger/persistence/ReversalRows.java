package eu.kontor.ledger.persistence;

import eu.kontor.ledger.domain.Journal;
import eu.kontor.ledger.domain.Journal.Reversal;
import eu.kontor.ledger.domain.Journal.ReversedLine;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Writes what was taken back. */
record ReversalRows(Connection connection) {

    private static final String INSERT_REVERSALS = SqlFile.read("ledger/post/insert_reversals");
    private static final String INSERT_REVERSED_LINES = SqlFile.read("ledger/post/insert_reversed_lines");

    void write(Journal journal, Instant now) throws SQLException {
        if (journal.reversals().isEmpty()) {
            return;
        }
        write(journal.reversals(), now);
        if (!journal.reversedLines().isEmpty()) {
            write(journal.reversedLines());
        }
    }

    private void write(List<Reversal> rows, Instant now) throws SQLException {
        try (ArrayStatement statement = new ArrayStatement(connection, INSERT_REVERSALS)) {
            statement
                    .instant(now)
                    .longs(rows, Reversal::member)
                    .longs(rows, Reversal::purchase)
                    .ints(rows, Reversal::run)
                    .ints(rows, Reversal::part)
                    .longs(rows, Reversal::posting)
                    .longs(rows, Reversal::taken)
                    .longs(rows, Reversal::owed)
                    .longs(rows, Reversal::expired)
                    .ints(rows, Reversal::tenant)
                    .ints(rows, Reversal::outlet)
                    .longs(rows, Reversal::amount)
                    .ints(rows, reversal -> reversal.isByLine() ? 1 : 0)
                    .ints(rows, reversal -> reversal.isLast() ? 1 : 0)
                    .write();
        }
    }

    private void write(List<ReversedLine> rows) throws SQLException {
        try (ArrayStatement statement = new ArrayStatement(connection, INSERT_REVERSED_LINES)) {
            statement
                    .longs(rows, ReversedLine::member)
                    .longs(rows, ReversedLine::purchase)
                    .longs(rows, ReversedLine::posting)
                    .ints(rows, ReversedLine::line)
                    .longs(rows, ReversedLine::units)
                    .ints(rows, ReversedLine::tenant)
                    .write();
        }
    }
}
