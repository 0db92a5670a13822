package eu.kontor.proof.persistence;

import eu.kontor.proof.api.Reached;
import eu.kontor.tenancy.api.SqlFile;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads every table once and says which rules may be broken, so that only those are looked at row by row.
 *
 * <p>Sums of keyed hashes over one table must equal those over another; {@code docs/0010-coherence.md} says why equal sums
 * mean that nothing is wrong. It never clears a rule that it does not know.
 */
public final class CoherenceScreen {

    /** One row each, with the key as every parameter. */
    private static final List<String> OTHER_TABLES = List.of(
            "requests",
            "balances",
            "holds",
            "hold_outcomes",
            "reversals",
            "redemption_returns",
            "awards",
            "gifts",
            "debts",
            "passings",
            "passed_debts",
            "windows");

    /** Places on a line are hashed as 32 bits. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1L << 30);

    private final Connection connection;
    private final CoherenceWalk walk;
    private final CoherenceTransfers transfers;
    private final CoherenceSums sums;

    /**
     * @param walk the latest
     * @param key another one for every check, from a source that nobody can foresee
     * @param reached is told of the windows whose transfers were read
     */
    public CoherenceScreen(Connection connection, CoherenceWalk walk, long key, Reached reached) {
        this.connection = connection;
        this.walk = walk;
        transfers = new CoherenceTransfers(connection, walk, key, reached);
        sums = transfers.sums();
    }

    public void read() throws SQLException {
        transfers.read();
        for (String table : OTHER_TABLES) {
            try (PreparedStatement statement =
                    connection.prepareStatement(SqlFile.read("proof/coherence/screen/" + table))) {
                for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                    statement.setLong(i, transfers.key());
                }
                sums.read(statement);
            }
        }
    }

    public long transfers() {
        return sums.of("transfers").longValue();
    }

    public long members() {
        return sums.of("members").longValue();
    }

    /** What is to be remembered if nothing is wrong; nothing if that is what is remembered. */
    public Optional<CoherenceWalk> toRemember() {
        CoherenceWalk seen = transfers.seen();
        boolean isKnown = seen.transfers() == walk.transfers()
                && seen.sealedUntil() == walk.sealedUntil()
                && seen.key() == walk.key();
        return isKnown ? Optional.empty() : Optional.of(seen);
    }

    /** @return false only if the rule holds */
    public boolean mayBeBroken(String rule) {
        return switch (rule) {
            case "accounts_fit_the_kind" -> !none("misfits");
            case "transfer_numbers_are_unique" -> isOrderOpen();
            case "balances_equal_transfers" -> !doLinesReachTheirEnds();
            case "earnings_tile_their_line", "consumptions_tile_their_line" ->
                !doLinesReachTheirEnds() || isOrderOpen();
            case "holds_equal_held_points" -> !equal("balance_held", "open_holds");
            case "captures_redeem_what_they_say" -> !equal("redeemed", "captured") || !none("impossible_outcomes");
            case "reversals_equal_transfers" -> !equal("taken_back", "reversal_taken") || !none("impossible_reversals");
            case "awards_equal_transfers" -> !none("awards");
            case "gifts_arrive_whole", "gifts_keep_their_issuer" -> !none("gifts") || !none("gift_rows");
            case "redemptions_come_back_whole", "returned_points_keep_their_issuer" ->
                !none("returns") || !none("redemption_return_rows");
            case "passings_arrive_whole", "passings_keep_their_issuer" -> !none("passings") || !none("passing_rows");
            case "expiries_were_announced" -> !none("expiries");
            case "debts_equal_reversals_and_repayments" ->
                !areEqual("debt_incurred", "reversal_owed", "debt_passed_in")
                        || !areEqual("debt_repaid", "repaid", "debt_passed_on")
                        || !none("impossible_debts");
            case "nobody_owes_and_has_points" -> !none("open_debts");
            case "requests_have_their_transfers" -> !areRequestsCarriedOut();
            case "transfers_have_their_request" -> !areRequestsCarriedOut() || !none("unasked");
            case "transfers_fit_their_window" -> !none("misplaced");
            case "closed_windows_stay_frozen" ->
                !equal("position_points", "frozen_points")
                        || !equal("more_position_points", "more_frozen_points")
                        || !equal("position_transfers", "frozen_transfers");
            case "seals_count_their_rows" -> !equal("sealed", "sealed_pages");
            default -> true;
        };
    }

    /** @return from which transaction on order must be looked at: 0 unless everything else about lines is right */
    public long orderIsOpenFrom() {
        return doLinesReachTheirEnds() && transfers.isWalkIntact() ? walk.untilXid() : 0;
    }

    private boolean doLinesReachTheirEnds() {
        return none("misfits")
                && none("impossible_balances")
                && sums.of("last_place").compareTo(MOST) < 0
                && sums.of("line_starts")
                        .add(sums.of("balance_ends"))
                        .equals(sums.of("line_ends").add(sums.of("balance_starts")));
    }

    private boolean isOrderOpen() {
        return !transfers.isWalkIntact() || transfers.isAnyNewerThanTheWalk();
    }

    private boolean areRequestsCarriedOut() {
        return none("misfits")
                && none("impossible_requests")
                && sums.of("earned").add(sums.of("awarded_in_parts")).compareTo(sums.of("request_earned")) == 0
                && Stream.of("moved", "held", "captures", "reversals", "redemption_returns", "gift_outcomes")
                                .map(sums::of)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(sums.of("request_rest"))
                        == 0;
    }

    private boolean none(String name) {
        return sums.isNone(name);
    }

    private boolean areEqual(String sum, String one, String more) {
        return sums.of(sum).compareTo(sums.of(one).add(sums.of(more))) == 0;
    }

    private boolean equal(String one, String other) {
        return sums.areEqual(one, other);
    }
}
