package eu.kontor.settlement.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Past;
import eu.kontor.ledger.api.Windows;
import eu.kontor.ledger.api.Windows.Position;
import eu.kontor.ledger.api.Windows.Window;
import eu.kontor.settlement.domain.Contract;
import eu.kontor.settlement.domain.PartnerStatement;
import eu.kontor.settlement.domain.PartnerWithoutContract;
import eu.kontor.settlement.domain.WindowStatements;
import eu.kontor.settlement.persistence.ContractRows;
import eu.kontor.settlement.persistence.StatementRows;
import eu.kontor.settlement.persistence.StatementRows.AwaitedRow;
import eu.kontor.settlement.persistence.StatementRows.WindowNet;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.Transactions.Work;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the statements of a window: the frozen ones of a closed window, those of now for an open one. The window is read first and
 * once: a close that commits meanwhile changes neither the way that is taken nor what is said about the window.
 */
@Service
public class StatementBook {

    private final Transactions transactions;
    private final Windows windows;
    private final Past past;
    private final Tenants tenants;

    @Inject
    public StatementBook(Transactions transactions, Windows windows, Past past, Tenants tenants) {
        this.transactions = transactions;
        this.windows = windows;
        this.past = past;
        this.tenants = tenants;
    }

    /**
     * In the order of the partners' names; frozen ones are read under the partner's role if the partner asks.
     *
     * @param partner empty for all
     */
    WindowStatements of(Caller caller, YearMonth month, Optional<TenantId> partner) {
        Window window = windows.get(month);
        return window.isClosed()
                ? frozen(caller, window, partner, Optional.empty())
                : transactions.asOperator(unit -> made(unit, window, windows.positions(month, partner)));
    }

    /** As they stood at that moment: frozen ones of a window closed by then, else made from the positions then. */
    WindowStatements asOf(Caller caller, YearMonth month, Optional<TenantId> partner, Instant moment) {
        Window window = asItStood(windows.get(month), moment);
        if (window.isClosed()) {
            return frozen(caller, window, partner, Optional.of(moment));
        }
        List<Position> positions = past.positions(caller, month, partner, moment);
        return transactions.asOperator(unit -> made(unit, window, positions));
    }

    private static Window asItStood(Window window, Instant moment) {
        return new Window(window.month(), window.closedAt().filter(at -> !at.isAfter(moment)));
    }

    private WindowStatements frozen(
            Caller caller, Window window, Optional<TenantId> partner, Optional<Instant> moment) {
        List<AwaitedRow> awaited = new ArrayList<>();
        List<PartnerStatement> statements = as(caller, unit -> {
            StatementRows rows = new StatementRows(unit.jdbi());
            awaited.addAll(rows.awaited(Optional.of(window.month()), partner, moment));
            return rows.of(window.month(), partner, moment);
        });
        List<PartnerWithoutContract> without = awaited.stream()
                .map(AwaitedRow::tenantId)
                .map(tenant ->
                        PartnerWithoutContract.of(tenant, windows.positions(window.month(), Optional.of(tenant))))
                .toList();
        return sorted(window, statements, without);
    }

    /** From these positions at the prices of now, whoever they are of; inside a transaction of the operator. */
    WindowStatements made(UnitOfWork unit, Window window, List<Position> positions) {
        // Points that only went from one account of a person to another cost nobody anything, and need no price.
        TreeMap<TenantId, List<Position>> byPartner = positions.stream()
                .filter(position -> !position.kind().isMerge())
                .collect(Collectors.groupingBy(Position::tenant, TreeMap::new, Collectors.toList()));
        Map<TenantId, Contract> contracts = new ContractRows(unit.jdbi())
                .newest(byPartner.size() == 1 ? Optional.of(byPartner.firstKey()) : Optional.empty());
        List<PartnerStatement> statements = new ArrayList<>();
        List<PartnerWithoutContract> without = new ArrayList<>();
        byPartner.forEach((partner, own) -> {
            Contract contract = contracts.get(partner);
            if (contract == null || !contract.covers(own)) {
                without.add(PartnerWithoutContract.of(partner, own));
            } else {
                statements.add(PartnerStatement.of(window.month(), partner, name(partner), contract, own));
            }
        });
        return sorted(window, statements, without);
    }

    boolean isClosed(YearMonth month) {
        return windows.get(month).isClosed();
    }

    /** What stands frozen of each closed window, as far as the caller may see it. */
    Map<YearMonth, List<WindowNet>> frozenPerWindow(Caller caller) {
        return as(caller, unit -> new StatementRows(unit.jdbi())
                .perWindow(tenants.coalition().zone()));
    }

    /** How many partners of each closed window have no statement yet, as far as the caller may see it. */
    Map<YearMonth, Integer> awaitedPerWindow(Caller caller) {
        return as(caller, unit -> new StatementRows(unit.jdbi())
                .awaited(Optional.empty(), caller.tenant(), Optional.empty()).stream()
                        .collect(Collectors.groupingBy(AwaitedRow::windowStart, Collectors.summingInt(_ -> 1))));
    }

    /** The version by which a window's statement was made, or the newest. */
    Optional<Contract> contractOf(TenantId partner, Optional<YearMonth> window) {
        return transactions.asOperator(unit -> {
            ContractRows contracts = new ContractRows(unit.jdbi());
            Optional<Integer> version = window.isEmpty()
                    ? Optional.empty()
                    : new StatementRows(unit.jdbi()).contractVersion(window.get(), partner);
            return version.isPresent() ? contracts.version(partner, version.get()) : contracts.newest(partner);
        });
    }

    private <T> T as(Caller caller, Work<T> work) {
        return caller.tenant().isPresent()
                ? transactions.asTenant(caller.tenant().get(), work)
                : transactions.asOperator(work);
    }

    private WindowStatements sorted(
            Window window, List<PartnerStatement> statements, List<PartnerWithoutContract> without) {
        return new WindowStatements(
                window,
                statements.stream()
                        .sorted(Comparator.comparing(statement -> name(statement.partner())))
                        .toList(),
                without.stream()
                        .sorted(Comparator.comparing(partner -> name(partner.partner())))
                        .toList());
    }

    private String name(TenantId partner) {
        return tenants.get(partner).name();
    }

    /**
     * What the caller may see of a window: a partner's people and machines their own, the operator all of it.
     *
     * @return empty for all
     */
    static Optional<TenantId> visible(Caller caller) {
        if (caller.tenant().isEmpty()) {
            caller.mustBe(Role.OPERATOR);
        }
        caller.mustBe(Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.FINANCE_EXPORT);
        return caller.tenant();
    }

    /** @throws Refusal unless the caller is the operator, or the partner's own admin, finance or machine */
    static void maySee(Caller caller, TenantId partner) {
        if (visible(caller).filter(own -> !own.equals(partner)).isPresent()) {
            throw new Refusal(RefusalCode.NOT_PERMITTED);
        }
    }
}
