package eu.kontor.ledger.persistence;

import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.domain.BatchDecision;
import eu.kontor.ledger.domain.MemberAccount;
import eu.kontor.ledger.domain.PocketLine;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Whose points lie in pockets: read for members who give some, and whose points expire. */
public final class LotRows {

    private static final String READ_LOTS = SqlFile.read("ledger/post/read_lots");

    private final Connection connection;

    public LotRows(Connection connection) {
        this.connection = connection;
    }

    /** Tells accounts which lots they have. After the members are locked. */
    public void tell(Collection<Long> asked, BatchDecision decision) throws SQLException {
        List<Long> members = asked.stream()
                .distinct()
                .filter(member -> !decision.account(member).knowsItsLots())
                .toList();
        if (members.isEmpty()) {
            return;
        }
        List<Line> lines = members.stream()
                .flatMap(member -> lines(decision.account(member)))
                .toList();
        members.forEach(member -> decision.account(member).willKnowItsLots());
        try (ArrayStatement statement = new ArrayStatement(connection, READ_LOTS)) {
            ResultSet row = statement
                    .longs(lines, Line::member)
                    .ints(lines, Line::pocket)
                    .longs(lines, line -> line.line().consumed())
                    .read();
            while (row.next()) {
                decision.account(row.getLong("member_id"))
                        .hasLot(
                                new Pocket(row.getInt("pocket")),
                                row.getInt("tenant_id"),
                                row.getInt("outlet_id"),
                                row.getObject("business_date", LocalDate.class),
                                row.getLong("line_after"));
            }
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
