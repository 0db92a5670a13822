package eu.kontor.ledger.persistence;

import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.domain.BatchDecision;
import eu.kontor.ledger.domain.LotHistory;
import eu.kontor.ledger.domain.PostedPurchase;
import eu.kontor.ledger.persistence.PostingReads.WantedPosting;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Purchases that a batch takes back, with what of them lapsed. */
final class PurchaseRows {

    private static final String READ_PURCHASES = SqlFile.read("ledger/post/read_purchases");
    private static final String READ_HISTORY = SqlFile.read("ledger/post/read_history");

    private final Connection connection;

    PurchaseRows(Connection connection) {
        this.connection = connection;
    }

    /** @param pocket empty when it earned nothing */
    private record Row(
            long member,
            long number,
            int tenant,
            int outlet,
            Optional<MemberPocket> pocket,
            long points,
            boolean hasLapses,
            boolean reversed) {

        PostedPurchase purchase(long lapsed) {
            return new PostedPurchase(
                    number, tenant, outlet, pocket.map(MemberPocket::pocket), points, lapsed, reversed);
        }
    }

    /** After the members are locked. */
    void tell(List<WantedPosting> asked, BatchDecision decision) throws SQLException {
        List<Row> rows = purchases(asked);
        Map<MemberPocket, LotHistory> histories = histories(rows.stream()
                .filter(Row::hasLapses)
                .flatMap(row -> row.pocket().stream())
                .distinct()
                .toList());
        for (Row row : rows) {
            long lapsed = row.pocket()
                    .map(histories::get)
                    .map(history -> history.lapsedOf(row.number()))
                    .orElse(0L);
            decision.account(row.member()).has(row.purchase(lapsed));
        }
    }

    private List<Row> purchases(List<WantedPosting> asked) throws SQLException {
        try (ArrayStatement statement = new ArrayStatement(connection, READ_PURCHASES)) {
            ResultSet row = statement
                    .longs(asked, WantedPosting::member)
                    .longs(asked, WantedPosting::posting)
                    .read();
            List<Row> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(new Row(
                        row.getLong(1),
                        row.getLong(2),
                        row.getInt(3),
                        row.getInt(4),
                        pocket(row),
                        row.getLong(6),
                        row.getBoolean(7),
                        row.getBoolean(8)));
            }
            return rows;
        }
    }

    private static Optional<MemberPocket> pocket(ResultSet row) throws SQLException {
        int code = row.getInt(5);
        return code == 0 ? Optional.empty() : Optional.of(new MemberPocket(row.getLong(1), new Pocket(code)));
    }

    /** Some hundreds of transfers a member, and only where something lapsed. */
    private Map<MemberPocket, LotHistory> histories(List<MemberPocket> pockets) throws SQLException {
        Map<MemberPocket, LotHistory> histories = new HashMap<>();
        if (pockets.isEmpty()) {
            return histories;
        }
        try (ArrayStatement statement = new ArrayStatement(connection, READ_HISTORY)) {
            ResultSet row = statement
                    .longs(pockets, MemberPocket::member)
                    .ints(pockets, pocket -> pocket.pocket().code())
                    .read();
            while (row.next()) {
                histories
                        .computeIfAbsent(
                                new MemberPocket(row.getLong(1), new Pocket(row.getInt(2))), pocket -> new LotHistory())
                        .add(
                                TransferKind.ofCode(row.getString(4).charAt(0)),
                                row.getLong(3),
                                row.getLong(5),
                                row.getLong(6));
            }
        }
        return histories;
    }
}
