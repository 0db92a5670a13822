package eu.kontor.proof.api;

import java.util.List;

/** Recomputes everything the ledger claims: sums, balances, intervals, holds, debts, windows, request keys. */
public interface LedgerIsCoherent {

    default Verdict check() {
        return check(Reached.UNHEARD);
    }

    /**
     * An empty list of findings means that it is. Of transfers that an earlier check found right, only whether they are the same is looked
     * at; if not, at everything. All other tables are read whole, but snapshots of the past, which are not looked at.
     *
     * @param reached is told of the windows whose transfers were read and of the rules, as one row of steps
     */
    Verdict check(Reached reached);

    default Verdict checkFromScratch() {
        return checkFromScratch(Reached.UNHEARD);
    }

    /**
     * The same without relying on anything that was seen before, and the snapshots too. Sorts all transfers.
     */
    Verdict checkFromScratch(Reached reached);

    /** @param transfers and members: 0 when stored numbers are too large to be added up */
    record Verdict(long transfers, long members, List<Finding> findings, long milliseconds) {
        public boolean isCoherent() {
            return findings.isEmpty();
        }
    }

    /** @param rule the invariant's name; @param where the rows that break it, at most a hundred per rule */
    record Finding(String rule, String where) {}
}
