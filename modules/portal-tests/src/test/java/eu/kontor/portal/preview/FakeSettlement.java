package eu.kontor.portal.preview;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers;
import eu.kontor.ledger.api.Transfers.TransferRow;
import eu.kontor.settlement.api.Settlement;
import eu.kontor.tenancy.api.Tenant;
import eu.kontor.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A year of windows; the last month is ready to be closed. */
@ApplicationScoped
public class FakeSettlement implements Settlement {

    private static final YearMonth RUNNING = YearMonth.from(PreviewWorld.today());
    private static final YearMonth FIRST = RUNNING.minusMonths(11);
    private static final int PAYMENT_DAYS = 30;
    private static final BigDecimal PRICE_ISSUED = new BigDecimal("0.012");
    private static final BigDecimal VALUE_REDEEMED = new BigDecimal("0.01");

    private final Tenants tenants;
    private final Transfers transfers;
    private static final YearMonth CLOSED_SO_FAR = RUNNING.minusMonths(2);

    private volatile YearMonth lastClosed = CLOSED_SO_FAR;

    protected FakeSettlement() {
        this(null, null);
    }

    @Inject
    public FakeSettlement(Tenants tenants, Transfers transfers) {
        this.tenants = tenants;
        this.transfers = transfers;
    }

    @Override
    public List<WindowRow> windows(Caller caller) {
        List<WindowRow> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            YearMonth month = RUNNING.minusMonths(i);
            rows.add(new WindowRow(
                    month,
                    month.atDay(1),
                    month.atEndOfMonth(),
                    state(month),
                    closedAt(month),
                    4,
                    sum(caller, month, TransferKind.EARN).value(),
                    sum(caller, month, TransferKind.REDEEM),
                    received(caller, month),
                    due(month),
                    month.equals(FIRST) && caller.tenant().isEmpty() ? 1 : 0));
        }
        return rows;
    }

    private List<MoneyAmount> received(Caller caller, YearMonth month) {
        return caller.tenant()
                .map(tenant -> List.of(statement(caller, month, tenant).net()))
                .orElseGet(
                        () -> List.copyOf(preview(caller, month).operatorNet().values()));
    }

    private State state(YearMonth month) {
        return month.equals(RUNNING) ? State.RUNNING : month.isAfter(lastClosed) ? State.READY : State.CLOSED;
    }

    private Optional<Instant> closedAt(YearMonth month) {
        return state(month) == State.CLOSED
                ? Optional.of(month.plusMonths(1)
                        .atDay(2)
                        .atTime(9, 30)
                        .atZone(PreviewWorld.MADRID)
                        .toInstant())
                : Optional.empty();
    }

    private Optional<LocalDate> due(YearMonth month) {
        return closedAt(month)
                .map(at -> at.atZone(PreviewWorld.MADRID).toLocalDate().plusDays(PAYMENT_DAYS));
    }

    private Points sum(Caller caller, YearMonth month, TransferKind kind) {
        return transfers.monthly(caller, month, month).stream()
                .filter(sum -> sum.kind() == kind)
                .map(Transfers.MonthlySum::points)
                .reduce(Points.ZERO, Points::plus);
    }

    private Points sum(TenantId partner, YearMonth month, TransferKind kind) {
        return transfers.monthly(Caller.system("preview"), month, month).stream()
                .filter(sum -> sum.kind() == kind && sum.tenant().equals(partner))
                .map(Transfers.MonthlySum::points)
                .reduce(Points.ZERO, Points::plus);
    }

    @Override
    public Closing preview(Caller caller, YearMonth window) {
        List<PartnerNet> partners =
                tenants.all().stream().map(tenant -> partner(tenant, window)).toList();
        MoneyAmount operator = partners.stream()
                .map(PartnerNet::net)
                .reduce(MoneyAmount.zero(PreviewWorld.EUR), MoneyAmount::plus)
                .negated();
        return new Closing(
                window, state(window), partners, Map.of(PreviewWorld.EUR, operator), withoutContract(window));
    }

    /** In the year's first window a partner sold before it had signed. */
    private static List<WithoutContract> withoutContract(YearMonth window) {
        return window.equals(FIRST)
                ? List.of(new WithoutContract(new TenantId(99), "Librería Alameda", 4_120, Points.of(300)))
                : List.of();
    }

    private PartnerNet partner(Tenant tenant, YearMonth window) {
        Statement statement = statement(Caller.system("preview"), window, tenant.id());
        return new PartnerNet(
                tenant.id(),
                tenant.name(),
                sum(tenant.id(), window, TransferKind.EARN).value(),
                sum(tenant.id(), window, TransferKind.REDEEM),
                statement.net(),
                statement.due());
    }

    /** As it was when the preview began. */
    public void reopen() {
        lastClosed = CLOSED_SO_FAR;
    }

    @Override
    public Closing close(Caller caller, YearMonth window) {
        if (state(window) == State.CLOSED) {
            throw new Refusal(RefusalCode.WINDOW_ALREADY_CLOSED, "window", window);
        }
        if (state(window) == State.RUNNING) {
            throw new Refusal(RefusalCode.WINDOW_NOT_OVER, "window", window, "end", window.atEndOfMonth());
        }
        lastClosed = window;
        return preview(caller, window);
    }

    @Override
    public Statement statement(Caller caller, YearMonth window, TenantId partner) {
        List<StatementLine> lines = new ArrayList<>();
        for (Tenant.Outlet outlet : tenants.get(partner).outlets()) {
            int share = tenants.get(partner).outlets().size();
            lines.add(line(
                    TransferKind.EARN,
                    outlet.code(),
                    sum(partner, window, TransferKind.EARN).value() / share,
                    PRICE_ISSUED,
                    -1));
            lines.add(line(
                    TransferKind.REDEEM,
                    outlet.code(),
                    sum(partner, window, TransferKind.REDEEM).value() / share,
                    VALUE_REDEEMED,
                    1));
        }
        lines.add(line(
                TransferKind.REVERSE,
                "",
                sum(partner, window, TransferKind.REVERSE).value(),
                PRICE_ISSUED,
                1));
        MoneyAmount net =
                lines.stream().map(StatementLine::amount).reduce(MoneyAmount.zero(PreviewWorld.EUR), MoneyAmount::plus);
        return new Statement(
                window,
                state(window),
                partner,
                tenants.get(partner).name(),
                PreviewWorld.EUR,
                closedAt(window),
                lines,
                net,
                due(window));
    }

    private static StatementLine line(TransferKind kind, String outlet, long points, BigDecimal price, int sign) {
        BigDecimal exact = price.multiply(BigDecimal.valueOf(points * sign));
        return new StatementLine(
                kind,
                Optional.of(outlet).filter(code -> !code.isEmpty()),
                Points.of(points),
                points / 80,
                kind == TransferKind.EARN ? 3 : 0,
                price,
                MoneyAmount.rounded(exact, PreviewWorld.EUR));
    }

    /** Nothing before the window begins, everything after. */
    @Override
    public Closing previewAsOf(Caller caller, YearMonth window, Instant moment) {
        mustHaveCome(moment);
        return begun(window, moment)
                ? preview(caller, window)
                : new Closing(window, State.RUNNING, List.of(), Map.of(), List.of());
    }

    @Override
    public Statement statementAsOf(Caller caller, YearMonth window, TenantId partner, Instant moment) {
        mustHaveCome(moment);
        Statement now = statement(caller, window, partner);
        return new Statement(
                window,
                closedAt(window).filter(at -> !at.isAfter(moment)).isPresent() ? State.CLOSED : State.RUNNING,
                partner,
                now.partnerName(),
                now.currency(),
                now.closedAt().filter(at -> !at.isAfter(moment)),
                begun(window, moment) ? now.lines() : List.of(),
                begun(window, moment) ? now.net() : MoneyAmount.zero(now.currency()),
                now.due().filter(_ -> closedAt(window)
                        .filter(at -> !at.isAfter(moment))
                        .isPresent()));
    }

    private static void mustHaveCome(Instant moment) {
        if (moment.isAfter(PreviewWorld.NOW)) {
            throw new Refusal(RefusalCode.DAY_NOT_COME, "day", moment);
        }
    }

    private static boolean begun(YearMonth window, Instant moment) {
        return !window.atDay(1).isAfter(moment.atZone(PreviewWorld.MADRID).toLocalDate());
    }

    @Override
    public Page<TransferRow> transfers(
            Caller caller,
            YearMonth window,
            TenantId partner,
            Optional<TransferKind> kind,
            Optional<String> cursor,
            int limit) {
        return transfers.ofWindow(caller, partner, window, kind, cursor, limit);
    }

    @Override
    public List<TransferRow> transfersCalled(Caller caller, YearMonth window, TenantId partner, String reference) {
        return transfers
                .ofWindow(caller, partner, window, Optional.empty(), Optional.empty(), Page.MAX_ROWS)
                .rows()
                .stream()
                .filter(row -> FakeLedger.reference(row.purchase()).equals(reference))
                .toList();
    }

    @Override
    public void writeCsv(Caller caller, YearMonth window, TenantId partner, OutputStream out) throws IOException {
        out.write("number,kind,points\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Liability liability(Caller caller) {
        Points outstanding = caller.tenant().isPresent() ? Points.of(312_980) : Points.of(4_812_460);
        return new Liability(
                outstanding,
                MoneyAmount.rounded(PRICE_ISSUED.multiply(BigDecimal.valueOf(outstanding.value())), PreviewWorld.EUR));
    }

    @Override
    public Optional<Contract> contract(Caller caller, TenantId partner) {
        return Optional.of(new Contract(
                2,
                PreviewWorld.EUR,
                List.of(
                        new Term(RUNNING.minusMonths(14), new BigDecimal("0.0125"), VALUE_REDEEMED),
                        new Term(RUNNING.minusMonths(5), PRICE_ISSUED, VALUE_REDEEMED)),
                PAYMENT_DAYS));
    }
}
