package eu.kontor.ledger.persistence;

import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.domain.BatchDecision;
import eu.kontor.ledger.domain.LotHistory;
import eu.kontor.ledger.domain.LotHistory.Source;
import eu.kontor.ledger.domain.PostedPurchase;
import eu.kontor.ledger.domain.PostedPurchase.Earned;
import eu.kontor.ledger.persistence.PostingReads.WantedPosting;
import eu.kontor.ledger.persistence.ReturnRows.PartBack;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Purchases that a batch takes back, with what of them expired. */
final class PurchaseRows {

    private static final String READ_PURCHASES = SqlFile.read("ledger/post/read_purchases");
    private static final String READ_HISTORY = SqlFile.read("ledger/post/read_history");

    private final Connection connection;

    PurchaseRows(Connection connection) {
        this.connection = connection;
    }

    /**
     * What a purchase earned from one funder in one pocket; one row of nothing if it earned nothing.
     *
     * @param pocket empty when it earned nothing
     */
    private record Row(
            WantedPosting purchase,
            int tenant,
            int funder,
            int outlet,
            TransferKind gave,
            Optional<MemberPocket> pocket,
            long points,
            Optional<LocalDate> businessDate,
            boolean hasExpired,
            boolean reversed) {

        Earned earned(Map<MemberPocket, LotHistory> histories, PartBack back) {
            long expired = pocket.map(histories::get)
                    .map(history -> history.expiredOf(new Source(purchase.posting(), funder, outlet)))
                    .orElse(0L);
            return new Earned(
                    funder, outlet, pocket.map(MemberPocket::pocket), points, expired, back.points(), back.expired());
        }
    }

    /** After the members are locked. */
    void tell(List<WantedPosting> asked, BatchDecision decision) throws SQLException {
        List<Row> rows = purchases(asked);
        Map<MemberPocket, LotHistory> histories = histories(rows.stream()
                .filter(Row::hasExpired)
                .flatMap(row -> row.pocket().stream())
                .distinct()
                .toList());
        Map<WantedPosting, List<Row>> purchases = new LinkedHashMap<>();
        rows.forEach(row -> purchases
                .computeIfAbsent(row.purchase(), fresh -> new ArrayList<>())
                .add(row));
        ReturnRows returns = new ReturnRows(connection)
                .read(rows.stream()
                        .filter(Row::reversed)
                        .map(Row::purchase)
                        .distinct()
                        .toList());
        purchases.forEach((purchase, parts) ->
                decision.account(purchase.member()).has(purchase(purchase, parts, histories, returns)));
    }

    private static PostedPurchase purchase(
            WantedPosting purchase, List<Row> parts, Map<MemberPocket, LotHistory> histories, ReturnRows returns) {
        List<Earned> earned = new ArrayList<>();
        for (Row row : parts) {
            earned.add(row.earned(histories, returns.ofPart(purchase, earned.size() + 1)));
        }
        Row first = parts.getFirst();
        return new PostedPurchase(
                purchase.posting(), first.tenant(), first.gave(), first.businessDate(), earned, returns.of(purchase));
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
                        new WantedPosting(row.getLong("member_id"), row.getLong("posting_id")),
                        row.getInt("tenant_id"),
                        row.getInt("funder_id"),
                        row.getInt("outlet_id"),
                        TransferKind.ofCode(row.getString("gave").charAt(0)),
                        pocket(row),
                        row.getLong("points"),
                        Optional.ofNullable(row.getObject("business_date", LocalDate.class)),
                        row.getBoolean("has_expired"),
                        row.getBoolean("reversed")));
            }
            return rows;
        }
    }

    private static Optional<MemberPocket> pocket(ResultSet row) throws SQLException {
        int code = row.getInt("pocket");
        return code == 0 ? Optional.empty() : Optional.of(new MemberPocket(row.getLong("member_id"), new Pocket(code)));
    }

    /** Some hundreds of transfers a member, and only where something expired. */
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
                MemberPocket pocket = new MemberPocket(row.getLong("member_id"), new Pocket(row.getInt("pocket")));
                tell(histories.computeIfAbsent(pocket, fresh -> new LotHistory()), row);
            }
        }
        return histories;
    }

    private static void tell(LotHistory history, ResultSet row) throws SQLException {
        TransferKind kind = TransferKind.ofCode(row.getString("kind").charAt(0));
        Source source = new Source(row.getLong("posting_id"), row.getInt("tenant_id"), row.getInt("outlet_id"));
        long points = row.getLong("points");
        if (kind == TransferKind.POINTS_RETURNED) {
            history.cameBack(row.getLong("capture_id"), points);
        } else if (kind == TransferKind.REDEEM) {
            history.redeemed(source.posting(), points);
        } else if (kind.comesIn()) {
            history.came(source, points);
        } else if (kind.isTakingBack()) {
            history.takenBack(source, points);
        } else {
            history.gone(kind, points);
        }
    }
}
