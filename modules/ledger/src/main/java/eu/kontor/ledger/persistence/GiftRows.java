package eu.kontor.ledger.persistence;

import eu.kontor.ledger.domain.BatchDecision;
import eu.kontor.ledger.domain.Journal.Gift;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What only batches with gifts write. */
public final class GiftRows {

    private static final String INSERT_GIFTS = SqlFile.read("ledger/post/insert_gifts");

    private final Connection connection;

    public GiftRows(Connection connection) {
        this.connection = connection;
    }

    public void write(BatchDecision decision) throws SQLException {
        List<Gift> gifts = decision.journal().gifts();
        if (gifts.isEmpty()) {
            return;
        }
        try (ArrayStatement statement = new ArrayStatement(connection, INSERT_GIFTS)) {
            statement
                    .instant(decision.now())
                    .longs(gifts, Gift::member)
                    .longs(gifts, Gift::posting)
                    .longs(gifts, Gift::recipient)
                    .longs(gifts, Gift::points)
                    .ints(gifts, gift -> (int) gift.businessDate().toEpochDay())
                    .ints(gifts, Gift::tenant)
                    .ints(gifts, Gift::outlet)
                    .write();
        }
    }
}
