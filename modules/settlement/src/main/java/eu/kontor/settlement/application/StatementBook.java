package eu.kontor.settlement.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.MoneyAmount;
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
import eu.kontor.settlement.persistence.ContractRows;
import eu.kontor.settlement.persistence.StatementRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Tenants;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.Transactions.Work;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the statements of a window: the frozen ones of a closed window, those of now for an open one. */
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

    /** Every partner's; in the order of the partners' names. */
    List<PartnerStatement> all(YearMonth window) {
        return transactions.asOperator(unit -> windows.get(window).isClosed()
                ? sorted(new StatementRows(unit.connection()).of(window))
                : running(unit, window, everyone -> true));
    }

    /** Made from the positions up to now; inside a transaction of the operator. */
    List<PartnerStatement> running(UnitOfWork unit, YearMonth window, Predicate<TenantId> which) throws SQLException {
        return madeOf(
                unit,
                window,
                windows.positions(window).stream()
                        .filter(position -> which.test(position.tenant()))
                        .toList());
    }

    private List<PartnerStatement> madeOf(UnitOfWork unit, YearMonth window, List<Position> positions)
            throws SQLException {
        Map<TenantId, Contract> contracts = new ContractRows(unit.connection()).newest();
        Map<TenantId, List<Position>> byPartner =
                positions.stream().collect(Collectors.groupingBy(Position::tenant, TreeMap::new, Collectors.toList()));
        return sorted(byPartner.entrySet().stream()
                .map(entry -> made(window, entry.getKey(), contracts, entry.getValue()))
                .toList());
    }

    /** As they stood at that moment, those the caller may see: frozen ones of a window closed by then, else made from the positions then. */
    List<PartnerStatement> then(Caller caller, YearMonth window, Instant moment) {
        boolean closedThen = wasClosed(windows.get(window), moment);
        List<Position> positions = past.positions(caller, window, moment);
        if (closedThen) {
            return caller.tenant().map(own -> List.of(one(caller, window, own))).orElseGet(() -> all(window));
        }
        return transactions.asOperator(unit -> madeOf(unit, window, positions));
    }

    /** One of {@link #then}; an empty one where nothing had been posted. */
    PartnerStatement oneThen(Caller caller, YearMonth window, TenantId partner, Instant moment) {
        return find(then(caller, window, moment), partner).orElseGet(() -> empty(window, partner));
    }

    static boolean wasClosed(Window window, Instant moment) {
        return window.closedAt().filter(at -> !at.isAfter(moment)).isPresent();
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
