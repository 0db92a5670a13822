package eu.kontor.ledger.persistence;

import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.domain.BatchDecision;
import eu.kontor.ledger.domain.LotHistory;
import eu.kontor.ledger.domain.Purchase;
import eu.kontor.ledger.persistence.PostingReads.WantedPosting;
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

    private static final String READ_PURCHASES = Sql.named("post/read_purchases");
    private static final String READ_HISTORY = Sql.named("post/read_history");

    private final Connection connection;

    PurchaseRows(Connection connection) {
        this.connection = connection;
    }

    private record Place(long member, int pocket) {}

    /** @param pocket 0 when it earned nothing */
    private record Row(
            Place place, long number, int tenant, int outlet, long points, boolean hasLapses, boolean reversed) {

        Purchase purchase(long lapsed) {
            Optional<Pocket> pocket = place.pocket() == 0 ? Optional.empty() : Optional.of(new Pocket(place.pocket()));
            return new Purchase(number, tenant, outlet, pocket, points, lapsed, reversed);
        }
    }

    /** After the members are locked. */
    void tell(List<WantedPosting> asked, BatchDecision decision) throws SQLException {
        List<Row> rows = purchases(asked);
        Map<Place, LotHistory> histories = histories(
                rows.stream().filter(Row::hasLapses).map(Row::place).distinct().toList());
        for (Row row : rows) {
            LotHistory history = histories.get(row.place());
            long lapsed = history == null ? 0 : history.lapsedOf(row.number());
            decision.account(row.place().member()).has(row.purchase(lapsed));
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
                        new Place(row.getLong(1), row.getInt(5)),
                        row.getLong(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getLong(6),
                        row.getBoolean(7),
                        row.getBoolean(8)));
            }
            return rows;
        }
    }

    /** Some hundreds of transfers a member, and only where something lapsed. */
    private Map<Place, LotHistory> histories(List<Place> pockets) throws SQLException {
        Map<Place, LotHistory> histories = new HashMap<>();
        if (pockets.isEmpty()) {
            return histories;
        }
        try (ArrayStatement statement = new ArrayStatement(connection, READ_HISTORY)) {
            ResultSet row = statement
                    .longs(pockets, Place::member)
                    .ints(pockets, Place::pocket)
                    .read();
            while (row.next()) {
                histories
                        .computeIfAbsent(new Place(row.getLong(1), row.getInt(2)), place -> new LotHistory())
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
