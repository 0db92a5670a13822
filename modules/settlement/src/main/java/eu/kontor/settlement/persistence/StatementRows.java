package eu.kontor.settlement.persistence;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.settlement.domain.PartnerStatement;
import eu.kontor.settlement.domain.PartnerStatement.Line;
import eu.kontor.tenancy.api.SqlFile;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements of closed windows; a tenant's role sees its own. */
public final class StatementRows {

    private static final String STATEMENTS = SqlFile.read("settlement/statements");
    private static final String LINES = SqlFile.read("settlement/statement_lines");
    private static final String PER_WINDOW = SqlFile.read("settlement/statements_per_window");
    private static final String VERSION = SqlFile.read("settlement/statement_version");
    private static final String INSERT_STATEMENT = SqlFile.read("settlement/insert_statement");
    private static final String INSERT_LINE = SqlFile.read("settlement/insert_statement_line");

    private final Connection connection;

    public StatementRows(Connection connection) {
        this.connection = connection;
    }

    /** How many statements each closed window has. */
    public Map<YearMonth, Integer> perWindow() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PER_WINDOW);
                ResultSet row = statement.executeQuery()) {
            Map<YearMonth, Integer> counts = new HashMap<>();
            while (row.next()) {
                counts.put(YearMonth.from(row.getObject(1, LocalDate.class)), row.getInt(2));
            }
            return counts;
        }
    }

    /** By which version of the partner's contract its statement was made; empty if it has none. */
    public Optional<Integer> contractVersion(YearMonth window, TenantId partner) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(VERSION)) {
            statement.setObject(1, window.atDay(1));
            statement.setInt(2, partner.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
            }
        }
    }

    public List<PartnerStatement> of(YearMonth window) throws SQLException {
        Map<TenantId, List<LineRow>> lines = lines(window);
        try (PreparedStatement statement = connection.prepareStatement(STATEMENTS)) {
            statement.setObject(1, window.atDay(1));
            try (ResultSet row = statement.executeQuery()) {
                List<PartnerStatement> statements = new ArrayList<>();
                while (row.next()) {
                    TenantId partner = new TenantId(row.getInt(1));
                    Currency currency = Currency.getInstance(row.getString(3));
                    statements.add(new PartnerStatement(
                            window,
                            partner,
                            row.getInt(2),
                            Optional.of(row.getObject(5, OffsetDateTime.class).toInstant()),
                            lines.getOrDefault(partner, List.of()).stream()
                                    .map(line -> line.in(currency))
                                    .toList(),
                            money(row, 4, currency)));
                }
                return statements;
            }
        }
    }

    private Map<TenantId, List<LineRow>> lines(YearMonth window) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LINES)) {
            statement.setObject(1, window.atDay(1));
            try (ResultSet row = statement.executeQuery()) {
                Map<TenantId, List<LineRow>> lines = new HashMap<>();
                while (row.next()) {
                    lines.computeIfAbsent(new TenantId(row.getInt(1)), partner -> new ArrayList<>())
                            .add(new LineRow(
                                    TransferKind.ofCode(row.getString(2).charAt(0)),
                                    row.getInt(3),
                                    row.getBigDecimal(4).stripTrailingZeros(),
                                    row.getLong(5),
                                    row.getLong(6),
                                    row.getLong(7),
                                    row.getBigDecimal(8)));
                }
                return lines;
            }
        }
    }

    public void insert(PartnerStatement partner, Instant closedAt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_STATEMENT)) {
            statement.setObject(1, partner.window().atDay(1));
            statement.setInt(2, partner.partner().value());
            statement.setInt(3, partner.contractVersion());
            statement.setString(4, partner.net().currency().getCurrencyCode());
            statement.setBigDecimal(5, partner.net().amount());
            statement.setObject(6, closedAt.atOffset(ZoneOffset.UTC));
            statement.execute();
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT_LINE)) {
            for (Line line : partner.lines()) {
                statement.setObject(1, partner.window().atDay(1));
                statement.setInt(2, partner.partner().value());
                statement.setString(3, String.valueOf(line.kind().code()));
                statement.setInt(4, line.outlet());
                statement.setBigDecimal(5, line.pricePerPoint());
                statement.setLong(6, line.points().value());
                statement.setLong(7, line.transfers());
                statement.setLong(8, line.lateTransfers());
                statement.setBigDecimal(9, line.amount().amount());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static MoneyAmount money(ResultSet row, int column, Currency currency) throws SQLException {
        return new MoneyAmount(row.getBigDecimal(column), currency);
    }

    private record LineRow(
            TransferKind kind,
            int outlet,
            BigDecimal price,
            long points,
            long transfers,
            long lateTransfers,
            BigDecimal amount) {

        Line in(Currency currency) {
            return new Line(
                    kind,
                    outlet,
                    price,
                    Points.of(points),
                    transfers,
                    lateTransfers,
                    new MoneyAmount(amount, currency));
        }
    }
}
