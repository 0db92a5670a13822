package eu.kontor.ledger.persistence;

import eu.kontor.ledger.api.LedgerIsCoherent.Finding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The invariants of the ledger, each a query under {@code sql/ledger/coherence} that returns a line of text for every row
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
            "gifts_arrive_whole",
            "gifts_keep_their_issuer",
            "debts_equal_reversals_and_repayments",
            "nobody_owes_and_has_points",
            "lapses_were_announced",
            "requests_have_their_transfers",
            "transfers_have_their_request",
            "transfers_fit_their_window",
            "closed_windows_stay_frozen",
            "seals_count_their_rows");

    private static final String COUNTS = Sql.named("coherence/counts");

    private final Connection connection;

    public CoherenceRules(Connection connection) {
        this.connection = connection;
    }

    public record Counts(long transfers, long members) {}

    public Counts counts() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COUNTS)) {
            row.next();
            return new Counts(row.getLong(1), row.getLong(2));
        }
    }

    public List<Finding> broken(String rule) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(FINDINGS_PER_RULE);
            try (ResultSet row = statement.executeQuery(Sql.named("coherence/" + rule))) {
                List<Finding> findings = new ArrayList<>();
                while (row.next()) {
                    findings.add(new Finding(rule.replace('_', '-'), row.getString(1)));
                }
                return findings;
            }
        }
    }
}
