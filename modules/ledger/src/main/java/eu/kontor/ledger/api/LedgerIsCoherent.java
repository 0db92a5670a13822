package eu.kontor.ledger.api;

import java.util.List;

/** Recomputes everything the ledger claims: sums, balances, intervals, holds, debts, windows, request keys. */
public interface LedgerIsCoherent {

    /** An empty list of findings means that it is. */
    default Verdict check() {
        return check(Reached.UNHEARD);
    }

    /** @param reached hears of the rules checked so far */
    Verdict check(Reached reached);

    record Verdict(long transfers, long members, List<Finding> findings, long milliseconds) {
        public boolean isCoherent() {
            return findings.isEmpty();
        }
    }

    /** @param rule the invariant's name; @param where the rows that break it, at most a hundred per rule */
    record Finding(String rule, String where) {}
}
