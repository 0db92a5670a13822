package eu.kontor.settlement.persistence;

import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.settlement.domain.Contract;
import eu.kontor.settlement.domain.PartnerStatement;
import eu.kontor.settlement.domain.PartnerStatement.Line;
import eu.kontor.tenancy.api.SqlFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Statements of closed windows, and who still awaits one; a tenant's role sees its own. */
public final class StatementRows {

    private static final String STATEMENTS = SqlFile.read("settlement/statements");
    private static final String LINES = SqlFile.read("settlement/statement_lines");
    private static final String PER_WINDOW = SqlFile.read("settlement/statements_per_window");
    private static final String VERSION = SqlFile.read("settlement/statement_version");
    private static final String AWAITED = SqlFile.read("settlement/awaited");
    private static final String INSERT_STATEMENT = SqlFile.read("settlement/insert_statement");
    private static final String INSERT_LINE = SqlFile.read("settlement/insert_statement_line");
    private static final String INSERT_AWAITED = SqlFile.read("settlement/insert_awaited");
    private static final String INSERT_LETTERHEAD = SqlFile.read("settlement/insert_statement_letterhead");
    private static final String PARTIES = SqlFile.read("settlement/statement_parties");
    private static final String CLOSE_IN_TURNS = SqlFile.read("settlement/close_in_turns");

    private final Handle jdbi;

    public StatementRows(Handle jdbi) {
        this.jdbi = jdbi;
    }

    /** Lets one close at a time make statements, until the transaction ends. */
    public void closeInTurns() {
        jdbi.execute(CLOSE_IN_TURNS);
    }

    /** How many statements each closed window has, and what their partners receive together, currency by currency. */
    public Map<YearMonth, List<WindowNet>> perWindow(ZoneId zone) {
        return jdbi.createQuery(PER_WINDOW)
                .bind("zone", zone.getId())
                .bind("usualDays", Contract.USUAL_PAYMENT_DAYS)
                .mapTo(WindowNet.class)
                .collect(Collectors.groupingBy(WindowNet::windowStart));
    }

    /** By which version of the partner's contract its statement was made; empty if it has none. */
    public Optional<Integer> contractVersion(YearMonth window, TenantId partner) {
        return jdbi.createQuery(VERSION)
                .bind("window", window)
                .bind("partner", partner)
                .mapTo(Integer.class)
                .findOne();
    }

    /**
     * In the order of the partners' numbers.
     *
     * @param partner empty for all
     * @param moment only those made by then; empty for now
     */
    public List<PartnerStatement> of(YearMonth window, Optional<TenantId> partner, Optional<Instant> moment) {
        Map<TenantId, List<LineRow>> lines = limited(jdbi.createQuery(LINES), partner)
                .bind("window", window)
                .mapTo(LineRow.class)
                .collect(Collectors.groupingBy(LineRow::tenantId));
        return until(limited(jdbi.createQuery(STATEMENTS), partner), moment)
                .bind("window", window)
                .bind("usualDays", Contract.USUAL_PAYMENT_DAYS)
                .mapTo(StatementRow.class)
                .map(row -> row.in(window, lines.getOrDefault(row.tenantId(), List.of())))
                .list();
    }

    /** Who has no statement of a closed window, by window; as {@link #of}. */
    public List<AwaitedRow> awaited(Optional<YearMonth> window, Optional<TenantId> partner, Optional<Instant> moment) {
        return until(limited(jdbi.createQuery(AWAITED), partner), moment)
                .bindByType("window", window.map(month -> month.atDay(1)).orElse(null), LocalDate.class)
                .mapTo(AwaitedRow.class)
                .list();
    }

    private static Query limited(Query query, Optional<TenantId> partner) {
        return query.bindByType("partner", partner.map(TenantId::value).orElse(null), Integer.class);
    }

    private static Query until(Query query, Optional<Instant> moment) {
        return query.bindByType(
                "moment", moment.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null), OffsetDateTime.class);
    }

    public void insert(PartnerStatement statement, Instant closedAt) {
        jdbi.createUpdate(INSERT_STATEMENT)
                .bind("window", statement.window())
                .bind("partner", statement.partner())
                .bind("contractVersion", statement.contractVersion())
                .bind("currency", statement.net().currency())
                .bind("net", statement.net().amount())
                .bind("closedAt", closedAt.atOffset(ZoneOffset.UTC))
                .execute();
        PreparedBatch batch = jdbi.prepareBatch(INSERT_LINE);
        for (Line line : statement.lines()) {
            batch.bind("window", statement.window())
                    .bind("partner", statement.partner())
                    .bind("kind", String.valueOf(line.kind().code()))
                    .bind("outlet", line.outlet())
                    .bind("pricePerPoint", line.pricePerPoint())
                    .bind("points", line.points())
                    .bind("transfers", line.transfers())
                    .bind("lateTransfers", line.lateTransfers())
                    .bind("amount", line.amount().amount())
                    .add();
        }
        batch.execute();
        jdbi.createUpdate(INSERT_LETTERHEAD)
                .bind("window", statement.window())
                .bind("partner", statement.partner())
                .execute();
    }

    /** Who stands on a statement: as it was when the statement was made, and what nobody had said then as it is said today. */
    public PartiesRow parties(YearMonth window, TenantId partner) {
        return jdbi.createQuery(PARTIES)
                .bind("window", window)
                .bind("partner", partner)
                .mapTo(PartiesRow.class)
                .one();
    }

    public void insertAwaited(YearMonth window, TenantId partner, Instant since) {
        jdbi.createUpdate(INSERT_AWAITED)
                .bind("window", window)
                .bind("partner", partner)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Legal details as JSON. */
    public record PartiesRow(Optional<String> operator, Optional<String> partner) {}

    /** A partner whose window was closed before it had a contract. */
    public record AwaitedRow(YearMonth windowStart, TenantId tenantId) {}

    /**
     * @param net positive: the partners receive it
     * @param firstDue when the first of its statements must be paid
     */
    public record WindowNet(
            YearMonth windowStart, Currency currency, int statements, BigDecimal net, LocalDate firstDue) {}

    private record StatementRow(
            TenantId tenantId,
            int contractVersion,
            Currency currency,
            BigDecimal net,
            Instant closedAt,
            int paymentDays) {

        PartnerStatement in(YearMonth window, List<LineRow> lines) {
            return new PartnerStatement(
                    window,
                    tenantId,
                    contractVersion,
                    Optional.of(closedAt),
                    lines.stream().map(line -> line.in(currency)).toList(),
                    new MoneyAmount(net, currency),
                    paymentDays);
        }
    }

    private record LineRow(
            TenantId tenantId,
            String kind,
            int outletId,
            BigDecimal pricePerPoint,
            Points points,
            long transfers,
            long lateTransfers,
            BigDecimal amount) {

        Line in(Currency currency) {
            return new Line(
                    TransferKind.ofCode(kind.charAt(0)),
                    outletId,
                    pricePerPoint.stripTrailingZeros(),
                    points,
                    transfers,
                    lateTransfers,
                    new MoneyAmount(amount, currency));
        }
    }
}
