package eu.kontor.settlement.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Points;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.ledger.api.TransferKind;
import eu.kontor.ledger.api.Transfers;
import eu.kontor.ledger.api.Transfers.MonthlySum;
import eu.kontor.ledger.api.Windows;
import eu.kontor.ledger.api.Windows.Window;
import eu.kontor.settlement.api.Settlement.State;
import eu.kontor.settlement.api.Settlement.WindowRow;
import eu.kontor.settlement.domain.PartnerStatement;
import eu.kontor.settlement.persistence.StatementRows.WindowNet;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settlement calendar: windows that have begun, with the points that moved in them. */
@Service
public class WindowList {

    private final Windows windows;
    private final Transfers transfers;
    private final StatementBook book;
    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public WindowList(Windows windows, Transfers transfers, StatementBook book, Tenants tenants, Clock clock) {
        this.windows = windows;
        this.transfers = transfers;
        this.book = book;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Newest first; a tenant's caller gets its own points. */
    List<WindowRow> rows(Caller caller) {
        StatementBook.visible(caller);
        List<Window> begun = windows.all().stream()
                .filter(window -> !window.month().atDay(1).isAfter(today()))
                .sorted(Comparator.comparing(Window::month).reversed())
                .toList();
        if (begun.isEmpty()) {
            return List.of();
        }
        Map<YearMonth, List<MonthlySum>> sums =
                transfers
                        .monthly(
                                caller,
                                begun.getLast().month(),
                                begun.getFirst().month())
                        .stream()
                        .collect(Collectors.groupingBy(MonthlySum::window));
        Map<YearMonth, List<WindowNet>> frozen = book.frozenPerWindow(caller);
        Map<YearMonth, Integer> awaited = book.awaitedPerWindow(caller);
        return begun.stream()
                .map(window -> row(
                        caller,
                        window,
                        sums.getOrDefault(window.month(), List.of()),
                        frozen.getOrDefault(window.month(), List.of()),
                        awaited.getOrDefault(window.month(), 0)))
                .toList();
    }

    private WindowRow row(Caller caller, Window window, List<MonthlySum> sums, List<WindowNet> frozen, int awaited) {
        int frozenStatements = frozen.stream().mapToInt(WindowNet::statements).sum();
        Stream<MoneyAmount> nets = window.isClosed()
                ? frozen.stream().map(net -> new MoneyAmount(net.net(), net.currency()))
                : book.of(caller, window.month(), caller.tenant()).statements().stream()
                        .map(PartnerStatement::net);
        int partners = (int) sums.stream().map(MonthlySum::tenant).distinct().count();
        return new WindowRow(
                window.month(),
                window.month().atDay(1),
                window.month().atEndOfMonth(),
                state(window),
                window.closedAt(),
                window.isClosed() ? frozenStatements : partners,
                issued(sums),
                redeemed(sums),
                received(caller, nets),
                frozen.stream().map(WindowNet::firstDue).min(Comparator.naturalOrder()),
                awaited);
    }

    /** By the caller: the operator receives what the partners pay. */
    private static List<MoneyAmount> received(Caller caller, Stream<MoneyAmount> partnersNets) {
        return partnersNets
                .collect(Collectors.toMap(
                        net -> net.currency().getCurrencyCode(), net -> net, MoneyAmount::plus, TreeMap::new))
                .values()
                .stream()
                .map(net -> caller.tenant().isPresent() ? net : net.negated())
                .toList();
    }

    private static long issued(List<MonthlySum> sums) {
        return sums.stream()
                .mapToLong(sum -> sum.kind().issuedSign() * sum.points().value())
                .sum();
    }

    private static Points redeemed(List<MonthlySum> sums) {
        return sums.stream()
                .filter(sum -> sum.kind() == TransferKind.REDEEM)
                .map(MonthlySum::points)
                .reduce(Points.ZERO, Points::plus);
    }

    State state(Window window) {
        return state(window, clock.instant());
    }

    /** @param window as it stood at that moment */
    State state(Window window, Instant moment) {
        if (window.isClosed()) {
            return State.CLOSED;
        }
        return tenants.coalition().dayOf(moment).isAfter(window.month().atEndOfMonth()) ? State.READY : State.RUNNING;
    }

    /** @throws Refusal {@code DAY_NOT_COME} */
    void mustHaveCome(Instant moment) {
        if (moment.isAfter(clock.instant())) {
            throw new Refusal(RefusalCode.DAY_NOT_COME, "day", moment);
        }
    }

    private LocalDate today() {
        return tenants.coalition().dayOf(clock.instant());
    }
}
