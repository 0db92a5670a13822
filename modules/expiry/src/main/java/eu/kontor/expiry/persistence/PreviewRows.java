package eu.kontor.expiry.persistence;

import eu.kontor.expiry.api.Expiry.Amount;
import eu.kontor.expiry.api.Expiry.Announced;
import eu.kontor.expiry.api.Expiry.PreviewRow;
import eu.kontor.expiry.api.Expiry.PreviewSum;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Pocket;
import eu.kontor.tenancy.api.SqlFile;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Who loses what by a day. */
public final class PreviewRows {

    private static final String PREVIEW = SqlFile.read("expiry/preview");
    private static final String SUM = SqlFile.read("expiry/preview_sum");
    private static final String BY_ISSUER = SqlFile.read("expiry/preview_by_issuer");

    /** Rows fetched from the server at a time when streaming. */
    private static final int FETCH_ROWS = 2_000;

    private final Connection connection;

    public PreviewRows(Connection connection) {
        this.connection = connection;
    }

    /** The last row of a page. */
    private record After(long points, long member, int pocket, LocalDate runsOutOn) {

        static final After NOTHING = new After(Long.MAX_VALUE, 0, 0, LocalDate.EPOCH);

        static After of(PreviewRow row) {
            return new After(
                    row.points().value(), row.member().value(), row.pocket().code(), row.runsOutOn());
        }

        String text() {
            String plain = points + ":" + member + ":" + pocket + ":" + runsOutOn;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
        }

        /** @throws Refusal {@code CURSOR_INVALID} */
        static After parse(String text) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(":", -1);
                if (parts.length == 4) {
                    return new After(
                            Long.parseLong(parts[0]),
                            Long.parseLong(parts[1]),
                            Integer.parseInt(parts[2]),
                            LocalDate.parse(parts[3]));
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new Refusal(RefusalCode.CURSOR_INVALID);
            }
            throw new Refusal(RefusalCode.CURSOR_INVALID);
        }
    }

    public Page<PreviewRow> page(LocalDate asOf, Optional<String> cursor, int limit) throws SQLException {
        List<PreviewRow> rows = new ArrayList<>();
        read(asOf, cursor.map(After::parse).orElse(After.NOTHING), limit + 1, rows::add);
        return rows.size() <= limit
                ? new Page<>(rows, Optional.empty())
                : new Page<>(
                        rows.subList(0, limit),
                        Optional.of(After.of(rows.get(limit - 1)).text()));
    }

    public void stream(LocalDate asOf, Consumer<PreviewRow> sink) throws SQLException {
        read(asOf, After.NOTHING, Integer.MAX_VALUE, sink);
    }

    private void read(LocalDate asOf, After after, int limit, Consumer<PreviewRow> sink) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PREVIEW)) {
            statement.setFetchSize(FETCH_ROWS);
            statement.setObject(1, asOf);
            statement.setLong(2, -after.points());
            statement.setLong(3, after.member());
            statement.setInt(4, after.pocket());
            statement.setObject(5, after.runsOutOn());
            statement.setInt(6, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sink.accept(row(row));
                }
            }
        }
    }

    private static PreviewRow row(ResultSet row) throws SQLException {
        LocalDate toldOn = row.getObject(6, LocalDate.class);
        return new PreviewRow(
                new MemberId(row.getLong(1)),
                new Pocket(row.getInt(2)),
                row.getObject(3, LocalDate.class),
                Points.of(row.getLong(4)),
                row.getLong(5),
                toldOn == null
                        ? Optional.empty()
                        : Optional.of(new Announced(toldOn, row.getObject(7, LocalDate.class))),
                Points.of(row.getLong(8)));
    }

    public PreviewSum sum(LocalDate asOf) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SUM)) {
            statement.setObject(1, asOf);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new PreviewSum(asOf, amount(row, 1), amount(row, 3), amount(row, 5));
            }
        }
    }

    private static Amount amount(ResultSet row, int column) throws SQLException {
        return new Amount(row.getLong(column), Points.of(row.getLong(column + 1)));
    }

    public Map<TenantId, Points> byIssuer(LocalDate asOf) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BY_ISSUER)) {
            statement.setObject(1, asOf);
            try (ResultSet row = statement.executeQuery()) {
                Map<TenantId, Points> points = new LinkedHashMap<>();
                while (row.next()) {
                    points.put(new TenantId(row.getInt(1)), Points.of(row.getLong(2)));
                }
                return points;
            }
        }
    }
}
