package eu.kontor.proof.persistence;

import eu.kontor.proof.api.LedgerIsCoherent.Finding;
import eu.kontor.tenancy.api.SqlFile;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * The invariants of the ledger, each a query under {@code sql/proof/coherence} that returns a line of text for every row
 * that breaks it. The list is also the order of reading: sums first, then what hangs on them.
 */
public final class CoherenceRules {

    /** Enough to see what is wrong; a broken rule may concern every row. */
    private static final int FINDINGS_PER_RULE = 100;

    public static final List<String> NAMES = List.of(
            "accounts_fit_the_kind",
            "transfer_numbers_are_unique",
            "balances_equal_transfers",
            "earnings_tile_their_line",
            "consumptions_tile_their_line",
            "holds_equal_held_points",
            "captures_redeem_what_they_say",
            "reversals_equal_transfers",
            "awards_equal_transfers",
            "gifts_arrive_whole",
            "gifts_keep_their_issuer",
            "passings_arrive_whole",
            "passings_keep_their_issuer",
            "merged_accounts_keep_nothing",
            "redemptions_come_back_whole",
            "returned_points_keep_their_issuer",
            "debts_equal_reversals_and_repayments",
            "nobody_owes_and_has_points",
            "expiries_were_announced",
            "requests_have_their_transfers",
            "transfers_have_their_request",
            "transfers_fit_their_window",
            "closed_windows_stay_frozen",
            "seals_count_their_rows",
            "kept_balances_equal_transfers",
            "kept_positions_equal_transfers",
            "actors_are_who_they_were");

    /** No sum clears what was kept by day, or who is meant: these sort, group and look up what the other rules only read. */
    public static final Set<String> FROM_SCRATCH_ONLY =
            Set.of("kept_balances_equal_transfers", "kept_positions_equal_transfers", "actors_are_who_they_were");

    private final Handle jdbi;

    public CoherenceRules(Handle jdbi) {
        this.jdbi = jdbi;
    }

    /** @param fromTransaction for rules about order: only where something was posted from this transaction on; 0 for all */
    public List<Finding> broken(String rule, long fromTransaction) {
        return jdbi.createQuery(SqlFile.read("proof/coherence/" + rule))
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .setMaxRows(FINDINGS_PER_RULE)
                .bind("fromTransaction", fromTransaction)
                .mapTo(String.class)
                .map(where -> new Finding(rule.replace('_', '-'), where))
                .list();
    }
}
