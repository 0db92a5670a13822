package eu.kontor.portal.settlement;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MemberId;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.kernel.TenantSlug;
import eu.kontor.ledger.api.PostingId;
import eu.kontor.ledger.api.TillNames;
import eu.kontor.ledger.api.TillNames.TillName;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.membership.api.Members;
import eu.kontor.membership.api.Members.MemberRow;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.settlement.api.Settlement.Statement;
import eu.kontor.settlement.api.Settlement.StatementLine;
import eu.kontor.settlement.api.StatementDocuments;
import eu.kontor.settlement.api.StatementDocuments.Letterhead;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One partner's account of one window: the statement, its lines, every transfer behind them. */
@Service
public class StatementPresenter {

    private final Settlement settlement;
    private final StatementDocuments documents;
    private final Members members;
    private final Tenants tenants;
    private final TillNames tillNames;

    @Inject
    public StatementPresenter(
            Settlement settlement,
            StatementDocuments documents,
            Members members,
            Tenants tenants,
            TillNames tillNames) {
        this.settlement = settlement;
        this.documents = documents;
        this.members = members;
        this.tenants = tenants;
        this.tillNames = tillNames;
    }

    /**
     * The partner that an address means.
     *
     * @throws Refusal {@code TENANT_UNKNOWN}
     */
    public TenantId partner(String slug) {
        try {
            return tenants.get(new TenantSlug(slug)).id();
        } catch (IllegalArgumentException e) {
            throw new Refusal(RefusalCode.TENANT_UNKNOWN, "tenant", slug);
        }
    }

    /** How the address names a partner. */
    public String slug(TenantId partner) {
        return tenants.get(partner).slug().value();
    }

    public StatementPage statement(Caller caller, YearMonth window, TenantId partner) {
        Statement statement = settlement.statement(caller, window, partner);
        return page(statement, Optional.of(documents.letterhead(caller, statement)));
    }

    /** As {@link #statement}, of a past moment. */
    public StatementPage statementAsOf(Caller caller, YearMonth window, TenantId partner, Instant moment) {
        return page(settlement.statementAsOf(caller, window, partner, moment), Optional.empty());
    }

    private StatementPage page(Statement statement, Optional<Letterhead> letterhead) {
        Tenant tenant = tenants.get(statement.partner());
        List<KindGroup> groups = Arrays.stream(TransferKind.values())
                .map(kind -> new KindGroup(
                        kind,
                        statement.lines().stream()
                                .filter(line -> line.kind() == kind)
                                .map(line -> line(tenant, line))
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
        return new StatementPage(statement, groups, letterhead);
    }

    /** @param cursor where the next rows begin, from the page before */
    public Page<TransferLine> transfers(
            Caller caller, StatementPage page, Optional<TransferKind> kind, Optional<String> cursor, int limit) {
        Statement statement = page.statement();
        Page<TransferRow> rows =
                settlement.transfers(caller, statement.window(), statement.partner(), kind, cursor, limit);
        return new Page<>(lines(caller, page, rows.rows()), rows.next());
    }

    /** Those that the caller's tills know by one reference. */
    List<TransferLine> called(Caller caller, StatementPage page, String reference) {
        Statement statement = page.statement();
        return lines(
                caller, page, settlement.transfersCalled(caller, statement.window(), statement.partner(), reference));
    }

    private List<TransferLine> lines(Caller caller, StatementPage page, List<TransferRow> rows) {
        Tenant tenant = tenants.get(page.statement().partner());
        List<MemberId> ids = rows.stream().map(TransferRow::member).distinct().toList();
        Map<MemberId, MemberRow> names = ids.isEmpty() ? Map.of() : members.names(caller, ids);
        Map<PostingId, TillName> known = tillNames.of(
                caller, rows.stream().map(TransferRow::purchase).distinct().toList());
        return rows.stream()
                .map(row -> transfer(
                        row,
                        tenant,
                        page,
                        Optional.ofNullable(names.get(row.member())),
                        known.getOrDefault(row.purchase(), TillName.of(row.purchase()))))
                .toList();
    }

    /** Streams the whole statement as CSV. */
    public void writeCsv(Caller caller, YearMonth window, TenantId partner, OutputStream out) throws IOException {
        settlement.writeCsv(caller, window, partner, out);
    }

    /** Writes the document that is handed over, in the caller's language. */
    public void writePdf(Caller caller, YearMonth window, TenantId partner, OutputStream out) throws IOException {
        documents.writePdf(caller, window, partner, caller.language(), out);
    }

    /** For example {@code kontor-2026-10-cafe-central.csv}. */
    public String csvName(YearMonth window, TenantId partner) {
        return "kontor-" + window + '-' + slug(partner) + ".csv";
    }

    private static OutletLine line(Tenant tenant, StatementLine line) {
        return new OutletLine(
                line.outlet()
                        .map(code ->
                                tenant.outlet(code).map(Tenant.Outlet::name).orElse(code)),
                line);
    }

    private static TransferLine transfer(
            TransferRow row, Tenant tenant, StatementPage page, Optional<MemberRow> member, TillName till) {
        Optional<Tenant.Outlet> outlet = tenant.outlets().stream()
                .filter(candidate -> candidate.id() == row.outlet())
                .findFirst();
        return new TransferLine(
                row.number(),
                row.purchase(),
                till,
                row.member(),
                member.map(MemberRow::name),
                outlet.map(Tenant.Outlet::name),
                row.kind(),
                row.points().value(),
                row.businessDate(),
                row.postedAt(),
                row.isLate(),
                page.price(row.kind(), outlet.map(Tenant.Outlet::code)));
    }

    /**
     * @param groups one per kind that occurs, in the ledger's order of kinds
     * @param letterhead what stands around it when it is printed; empty of a past moment
     */
    public record StatementPage(Statement statement, List<KindGroup> groups, Optional<Letterhead> letterhead) {

        public MoneyAmount receives() {
            return sum(1);
        }

        public MoneyAmount pays() {
            return sum(-1);
        }

        public long transfers() {
            return lines().stream().mapToLong(StatementLine::transfers).sum();
        }

        public long lateTransfers() {
            return lines().stream().mapToLong(StatementLine::lateTransfers).sum();
        }

        /** Empty where the lines of this kind and outlet have several prices. */
        Optional<BigDecimal> price(TransferKind kind, Optional<String> outlet) {
            List<BigDecimal> prices = lines().stream()
                    .filter(line -> line.kind() == kind && line.outlet().equals(outlet))
                    .map(StatementLine::pricePerPoint)
                    .distinct()
                    .toList();
            return prices.size() == 1 ? Optional.of(prices.getFirst()) : Optional.empty();
        }

        private List<StatementLine> lines() {
            return statement.lines();
        }

        private MoneyAmount sum(int signum) {
            return lines().stream()
                    .map(StatementLine::amount)
                    .filter(amount -> amount.amount().signum() == signum)
                    .reduce(MoneyAmount.zero(statement.currency()), MoneyAmount::plus);
        }
    }

    /** The lines of one kind. */
    public record KindGroup(TransferKind kind, List<OutletLine> lines) {

        public long points() {
            return lines.stream()
                    .mapToLong(line -> line.line().points().value())
                    .sum();
        }

        public long transfers() {
            return lines.stream().mapToLong(line -> line.line().transfers()).sum();
        }

        public MoneyAmount amount() {
            return lines.stream()
                    .map(line -> line.line().amount())
                    .reduce(MoneyAmount::plus)
                    .orElseThrow();
        }
    }

    /** @param outletName empty where the kind has no outlet */
    public record OutletLine(Optional<String> outletName, StatementLine line) {}

    /**
     * @param till by what the till knows it
     * @param memberName empty for members the caller may not see
     * @param late its business date lies before the window, and it is no gift of older points
     * @param pricePerPoint empty where it is not one
     */
    public record TransferLine(
            long number,
            PostingId purchase,
            TillName till,
            MemberId member,
            Optional<String> memberName,
            Optional<String> outlet,
            TransferKind kind,
            long points,
            LocalDate businessDate,
            Instant postedAt,
            boolean late,
            Optional<BigDecimal> pricePerPoint) {}
}
