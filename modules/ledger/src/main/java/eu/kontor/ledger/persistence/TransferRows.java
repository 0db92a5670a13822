package eu.kontor.ledger.persistence;

import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.AwardPart;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers.Elsewhere;
import eu.kontor.ledger.api.Transfers.MonthlySum;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.tenancy.api.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads transfers. Which rows there are to read is decided by the role of the connection. */
public final class TransferRows {

    private static final String OF_MEMBER = SqlFile.read("ledger/read/transfers_of_member");
    private static final String OF_WINDOW = SqlFile.read("ledger/read/transfers_of_window");
    private static final String STREAM_OF_WINDOW = SqlFile.read("ledger/read/stream_of_window");
    private static final String ELSEWHERE = SqlFile.read("ledger/read/elsewhere");
    private static final String AWARD = SqlFile.read("ledger/read/award");
    private static final String MONTHLY = SqlFile.read("ledger/read/monthly");
    private static final String ACTIVE_MEMBERS = SqlFile.read("ledger/read/active_members");

    /** Rows fetched from the server at a time when streaming: half a megabyte of memory. */
    private static final int FETCH_ROWS = 2_000;

    private static final LocalDate BEFORE_ALL_DAYS = LocalDate.of(1900, 1, 1);

    private final Connection connection;

    public TransferRows(Connection connection) {
        this.connection = connection;
    }

    /** Newest first. */
    public Page<TransferRow> ofMember(MemberId member, Optional<String> cursor, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_MEMBER)) {
            statement.setLong(1, member.value());
            statement.setLong(2, cursor.map(text -> Cursor.parse(text).number()).orElse(Long.MAX_VALUE));
            statement.setInt(3, limit + 1);
            return page(statement, limit);
        }
    }

    /** By business date and number. */
    public Page<TransferRow> ofWindow(
            TenantId tenant, YearMonth window, Optional<TransferKind> kind, Optional<String> cursor, int limit)
            throws SQLException {
        Cursor after = cursor.map(Cursor::parse).orElse(new Cursor(BEFORE_ALL_DAYS, 0));
        String code = kind.map(wanted -> String.valueOf(wanted.code())).orElse(null);
        try (PreparedStatement statement = connection.prepareStatement(OF_WINDOW)) {
            statement.setObject(1, window.atDay(1));
            statement.setInt(2, tenant.value());
            statement.setObject(3, after.day());
            statement.setLong(4, after.number());
            statement.setString(5, code);
            statement.setString(6, code);
            statement.setInt(7, limit + 1);
            return page(statement, limit);
        }
    }

    /** One row more than wanted was asked for: it only says that there is a next page. */
    private static Page<TransferRow> page(PreparedStatement statement, int limit) throws SQLException {
        List<TransferRow> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(transfer(row));
            }
        }
        if (rows.size() <= limit) {
            return new Page<>(rows, Optional.empty());
        }
        TransferRow last = rows.get(limit - 1);
        return new Page<>(rows.subList(0, limit), Optional.of(new Cursor(last.businessDate(), last.number()).text()));
    }

    public void stream(TenantId tenant, YearMonth window, Consumer<TransferRow> sink) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STREAM_OF_WINDOW)) {
            statement.setFetchSize(FETCH_ROWS);
            statement.setObject(1, window.atDay(1));
            statement.setInt(2, tenant.value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sink.accept(transfer(row));
                }
            }
        }
    }

    /** @param except the tenant that asks; empty for everywhere */
    public Elsewhere elsewhere(MemberId member, Optional<TenantId> except) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ELSEWHERE)) {
            statement.setLong(1, member.value());
            statement.setInt(2, except.map(TenantId::value).orElse(0));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Elsewhere(Points.of(row.getLong(1)), Points.of(row.getLong(2)), row.getInt(3));
            }
        }
    }

    public List<AwardPart> award(PostingId purchase) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AWARD)) {
            statement.setLong(1, purchase.member().value());
            statement.setLong(2, purchase.number());
            try (ResultSet row = statement.executeQuery()) {
                List<AwardPart> parts = new ArrayList<>();
                while (row.next()) {
                    parts.add(new AwardPart(
                            Points.of(row.getLong("points")),
                            new Pocket(row.getInt("pocket")),
                            new TenantId(row.getInt("tenant_id")),
                            row.getString("rule")));
                }
                return parts;
            }
        }
    }

    public List<MonthlySum> monthly(YearMonth from, YearMonth to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MONTHLY)) {
            statement.setObject(1, from.atDay(1));
            statement.setObject(2, to.atDay(1));
            statement.setObject(3, from.atDay(1));
            statement.setObject(4, to.atDay(1));
            try (ResultSet row = statement.executeQuery()) {
                List<MonthlySum> sums = new ArrayList<>();
                while (row.next()) {
                    sums.add(new MonthlySum(
                            YearMonth.from(row.getObject(1, LocalDate.class)),
                            new TenantId(row.getInt(2)),
                            kind(row, 3),
                            Points.of(row.getLong(4)),
                            row.getLong(5)));
                }
                return sums;
            }
        }
    }

    public long activeMembers(YearMonth from, YearMonth to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ACTIVE_MEMBERS)) {
            statement.setObject(1, from.atDay(1));
            statement.setObject(2, to.atDay(1));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static TransferRow transfer(ResultSet row) throws SQLException {
        MemberId member = new MemberId(row.getLong(3));
        return new TransferRow(
                row.getLong(1),
                new PostingId(member, row.getLong(2)),
                member,
                new TenantId(row.getInt(4)),
                row.getInt(5),
                kind(row, 6),
                Points.of(row.getLong(7)),
                new Pocket(row.getInt(8)),
                row.getObject(9, LocalDate.class),
                PostingReads.instant(row, 10),
                YearMonth.from(row.getObject(11, LocalDate.class)),
                row.getInt(12));
    }

    private static TransferKind kind(ResultSet row, int column) throws SQLException {
        return TransferKind.ofCode(row.getString(column).charAt(0));
    }
}
