package eu.kontor.settlement.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.kernel.TenantId;
import eu.kontor.ledger.api.Windows;
import eu.kontor.ledger.api.Windows.Position;
import eu.kontor.settlement.domain.Contract;
import eu.kontor.settlement.domain.PartnerStatement;
import eu.kontor.settlement.persistence.ContractRows;
import eu.kontor.settlement.persistence.StatementRows;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.Transactions.Work;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the statements of a window: the frozen ones of a closed window, those of now for an open one. */
@ApplicationScoped
public class StatementBook {

    private Transactions transactions;
    private Windows windows;
    private Tenants tenants;

    @Inject
    public StatementBook(Transactions transactions, Windows windows, Tenants tenants) {
        this.transactions = transactions;
        this.windows = windows;
        this.tenants = tenants;
    }

    protected StatementBook() {}

    /** Every partner's; in the order of the partners' names. */
    List<PartnerStatement> all(YearMonth window) {
        return transactions.asOperator(unit -> windows.get(window).isClosed()
                ? sorted(new StatementRows(unit.connection()).of(window))
                : running(unit, window, everyone -> true));
    }

    /** Made from the positions up to now; inside a transaction of the operator. */
    List<PartnerStatement> running(UnitOfWork unit, YearMonth window, Predicate<TenantId> which) throws SQLException {
        Map<TenantId, Contract> contracts = new ContractRows(unit.connection()).newest();
        Map<TenantId, List<Position>> positions = windows.positions(window).stream()
                .filter(position -> which.test(position.tenant()))
                .collect(Collectors.groupingBy(Position::tenant, TreeMap::new, Collectors.toList()));
        return sorted(positions.entrySet().stream()
                .map(entry -> made(window, entry.getKey(), contracts, entry.getValue()))
                .toList());
    }

    /** One partner's, frozen ones read under the partner's role if the partner asks; an empty one where nothing happened. */
    PartnerStatement one(Caller caller, YearMonth window, TenantId partner) {
        Work<Optional<PartnerStatement>> work = windows.get(window).isClosed()
                ? unit -> find(new StatementRows(unit.connection()).of(window), partner)
                : unit -> find(running(unit, window, partner::equals), partner);
        Optional<PartnerStatement> found =
                windows.get(window).isClosed() && caller.tenant().isPresent()
                        ? transactions.asTenant(partner, work)
                        : transactions.asOperator(work);
        return found.orElseGet(() -> empty(window, partner));
    }

    private static Optional<PartnerStatement> find(List<PartnerStatement> statements, TenantId partner) {
        return statements.stream()
                .filter(statement -> statement.partner().equals(partner))
                .findFirst();
    }

    /** How many statements each closed window has that the caller may see. */
    Map<YearMonth, Integer> statementsPerWindow(Caller caller) {
        Work<Map<YearMonth, Integer>> work = unit -> new StatementRows(unit.connection()).perWindow();
        return caller.tenant().isPresent()
                ? transactions.asTenant(caller.tenant().get(), work)
                : transactions.asOperator(work);
    }

    /** The version by which a window's statement was made, or the newest. */
    Optional<Contract> contractOf(TenantId partner, Optional<YearMonth> window) {
        return transactions.asOperator(unit -> {
            ContractRows contracts = new ContractRows(unit.connection());
            Optional<Integer> version = window.isEmpty()
                    ? Optional.empty()
                    : new StatementRows(unit.connection()).contractVersion(window.get(), partner);
            return version.isPresent()
                    ? contracts.version(partner, version.get())
                    : Optional.ofNullable(contracts.newest().get(partner));
        });
    }

    private PartnerStatement made(
            YearMonth window, TenantId partner, Map<TenantId, Contract> contracts, List<Position> positions) {
        String name = tenants.get(partner).name();
        Contract contract = contracts.get(partner);
        if (contract == null) {
            throw PartnerStatement.missing(name, window);
        }
        return PartnerStatement.of(window, partner, name, contract, positions);
    }

    private PartnerStatement empty(YearMonth window, TenantId partner) {
        return new PartnerStatement(
                window,
                partner,
                0,
                windows.get(window).closedAt(),
                List.of(),
                MoneyAmount.zero(tenants.get(partner).currencies().getFirst()));
    }

    private List<PartnerStatement> sorted(List<PartnerStatement> statements) {
        return statements.stream()
                .sorted(Comparator.comparing(
                        statement -> tenants.get(statement.partner()).name()))
                .toList();
    }

    /** @throws Refusal unless the caller is the operator, or the partner's own admin or finance */
    static void maySee(Caller caller, TenantId partner) {
        caller.mustBe(Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.MACHINE);
        if (caller.tenant().map(own -> !own.equals(partner)).orElse(!caller.isAny(Role.OPERATOR))) {
            throw new Refusal(RefusalCode.NOT_PERMITTED);
        }
    }
}
