package eu.kontor.ledger.persistence;

import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.domain.BatchDecision;
import eu.kontor.ledger.domain.Journal.Gift;
import eu.kontor.ledger.domain.MemberAccount;
import eu.kontor.ledger.domain.PocketLine;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What only batches with gifts read and write. */
public final class GiftRows {

    private static final String READ_LOTS = SqlFile.read("ledger/post/read_lots");
    private static final String INSERT_GIFTS = SqlFile.read("ledger/post/insert_gifts");

    private final Connection connection;

    public GiftRows(Connection connection) {
        this.connection = connection;
    }

    /** Tells the givers' accounts which lots they have. After the members are locked. */
    public void readLots(List<Long> givers, BatchDecision decision) throws SQLException {
        if (givers.isEmpty()) {
            return;
        }
        List<Line> lines =
                givers.stream().flatMap(giver -> lines(decision.account(giver))).toList();
        givers.forEach(giver -> decision.account(giver).willGive());
        try (ArrayStatement statement = new ArrayStatement(connection, READ_LOTS)) {
            ResultSet row = statement
                    .longs(lines, Line::member)
                    .ints(lines, Line::pocket)
                    .longs(lines, line -> line.line().consumed())
                    .read();
            while (row.next()) {
                decision.account(row.getLong(1))
                        .hasLot(
                                new Pocket(row.getInt(2)),
                                row.getInt(3),
                                row.getInt(4),
                                row.getObject(5, LocalDate.class),
                                row.getLong(6));
            }
        }
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

    private static Stream<Line> lines(MemberAccount account) {
        return account.pockets().stream().map(line -> new Line(account.member(), line));
    }

    private record Line(long member, PocketLine line) {
        int pocket() {
            return line.pocket().code();
        }
    }
}
