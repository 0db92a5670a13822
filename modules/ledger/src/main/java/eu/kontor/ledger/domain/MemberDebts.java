package eu.kontor.ledger.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What one member owes, tenant by tenant. */
final class MemberDebts {

    /** By tenant and outlet, as they are read: whether two things happen in one batch or in two makes no difference. */
    private static final Comparator<Debt> REPAID_IN_THIS_ORDER =
            Comparator.comparingInt(Debt::tenant).thenComparingInt(Debt::outlet);

    private final List<Debt> debts = new ArrayList<>();

    void add(Debt debt) {
        debts.add(debt);
    }

    Debt to(Place creditor) {
        for (Debt debt : debts) {
            if (debt.tenant() == creditor.tenant() && debt.outlet() == creditor.outlet()) {
                return debt;
            }
        }
        Debt fresh = new Debt(creditor.tenant(), creditor.outlet(), 0, 0);
        debts.add(fresh);
        debts.sort(REPAID_IN_THIS_ORDER);
        return fresh;
    }

    /** In the order in which they are repaid. */
    Collection<Debt> all() {
        return debts;
    }
}
