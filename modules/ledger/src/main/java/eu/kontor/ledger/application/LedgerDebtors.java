package eu.kontor.ledger.application;

import eu.kontor.kernel.Caller;
import eu.kontor.kernel.Page;
import eu.kontor.kernel.Refusal;
import eu.kontor.kernel.RefusalCode;
import eu.kontor.kernel.Role;
import eu.kontor.ledger.api.Debtors;
import eu.kontor.ledger.persistence.DebtRows;
import eu.kontor.tenancy.api.Service;
import eu.kontor.tenancy.api.Transactions;
import eu.kontor.tenancy.api.UnitOfWork;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reads debts for desks and for the operator. */
@Service
public class LedgerDebtors implements Debtors {

    private final Transactions transactions;

    @Inject
    public LedgerDebtors(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Page<Debtor> list(Caller caller, Optional<String> cursor, int limit) {
        caller.mustBe(Role.OPERATOR, Role.ADMIN, Role.FINANCE, Role.FRONT_DESK);
        int rows = Math.clamp(limit, 1, Page.MAX_ROWS);
        long after = cursor.map(LedgerDebtors::parsed).orElse(0L);
        List<Debtor> found = caller.isAny(Role.OPERATOR)
                ? transactions.asOperator(unit -> read(unit, after, rows))
                : transactions.asTenant(caller.tenantOrRefuse(), unit -> read(unit, after, rows));
        boolean more = found.size() > rows;
        List<Debtor> shown = more ? found.subList(0, rows) : found;
        return new Page<>(
                shown, more ? Optional.of(Long.toString(shown.getLast().member().value())) : Optional.empty());
    }

    private static List<Debtor> read(UnitOfWork unit, long after, int rows) {
        return DebtRows.after(unit.jdbi(), after, rows + 1);
    }

    private static long parsed(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new Refusal(RefusalCode.CURSOR_INVALID);
        }
    }
}
